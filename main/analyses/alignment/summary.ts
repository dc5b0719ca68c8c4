import { randomWeights } from '../../stats/random-weights.ts';
import { seededRandom } from '../../stats/random.ts';
import { quantile } from '../../stats/quantile.ts';
import type { Assessed, Assessment } from './assess.ts';
import { indexOf } from './index-of.ts';

const LOWEST_COVERAGE = 0.7;
const FEWEST_DIMENSIONS = 4;
const WEIGHTINGS = 1_000;
const CONFIDENCE = 0.95;

/** The index and what must be known to read it. */
export type Summary = {
  /** null below 70 % coverage or four dimensions. */
  index: number | null;
  lower: number | null;
  upper: number | null;
  /** Dimension with the lowest score; null where none is measured. */
  worst: { id: string; score: number } | null;
  /** Share of the dimensions not kept apart that are measured. */
  coverage: number;
  /** Range of the index over random weightings, and how often the worst dimension would weigh most on it. */
  sensitivity: { lower: number; upper: number; worstStays: number } | null;
  /** Dimensions that score 0 and are counted as 1. */
  zeros: readonly string[];
};

/** Sums an assessment up; dimensions kept apart by decision are out of score and coverage. */
export function summarise({ dimensions, indexInterval }: Assessment, seed: number): Summary {
  const counted = dimensions.filter(({ verdict }) => verdict !== 'kept_apart');
  const measured = counted.flatMap((one) => (one.score === null ? [] : [{ id: idOf(one), score: one.score }]));
  const worst = [...measured].sort((a, b) => a.score - b.score)[0] ?? null;
  const coverage = counted.length === 0 ? 0 : measured.length / counted.length;
  const enough = isEnough(measured.length, counted.length);
  return {
    index: enough ? indexOf(measured.map(({ score }) => score)) : null,
    lower: enough ? (indexInterval?.lower ?? null) : null,
    upper: enough ? (indexInterval?.upper ?? null) : null,
    worst,
    coverage,
    sensitivity: enough ? sensitivityOf(measured, seed) : null,
    zeros: measured.filter(({ score }) => score === 0).map(({ id }) => id),
  };
}

/** The index of scores alone, out of so many dimensions; null where too few are measured. */
export function scoreOnly(
  scores: ReadonlyMap<string, number>,
  { apart, of }: { apart: ReadonlySet<string>; of: number },
): number | null {
  const counted = [...scores].filter(([id]) => !apart.has(id)).map(([, score]) => score);
  return isEnough(counted.length, of - apart.size) ? indexOf(counted) : null;
}

function isEnough(measured: number, counted: number): boolean {
  return measured >= FEWEST_DIMENSIONS && measured / counted >= LOWEST_COVERAGE;
}

/** How far the index depends on everybody weighing alike. */
function sensitivityOf(measured: readonly { id: string; score: number }[], seed: number): Summary['sensitivity'] {
  const random = seededRandom(seed);
  const scores = measured.map(({ score }) => score);
  const lost = scores.map((score) => Math.log(100 / Math.max(1, score)));
  const worst = lost.indexOf(Math.max(...lost));
  let stays = 0;
  const indices = Array.from({ length: WEIGHTINGS }, () => {
    const weights = randomWeights(scores.length, random);
    const weighed = lost.map((loss, at) => loss * weights[at]);
    if (weighed.indexOf(Math.max(...weighed)) === worst) stays++;
    return indexOf(scores, weights);
  });
  const sorted = Float64Array.from(indices).sort();
  const tail = (1 - CONFIDENCE) / 2;
  return { lower: quantile(sorted, tail), upper: quantile(sorted, 1 - tail), worstStays: stays / WEIGHTINGS };
}

function idOf({ dimension }: Assessed): string {
  return dimension.definition.metric;
}
