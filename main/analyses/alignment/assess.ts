import { biasCorrectedInterval } from '../../stats/bias-corrected-interval.ts';
import { permuteClusters } from '../../stats/cluster-permutation.ts';
import type { PermutationTest } from '../../stats/cluster-permutation.ts';
import { holm } from '../../stats/holm.ts';
import { seededRandom } from '../../stats/random.ts';
import { outcomeOf } from './conceal-few.ts';
import { isMeasured } from './dimension.ts';
import type { Measurement, NotMeasured, SiteWeights } from './dimension.ts';
import { indexOf } from './index-of.ts';
import type { Question } from './questions.ts';
import { siteDraws } from './site-draws.ts';

export type Verdict = 'aligned' | 'differs' | 'no_detectable_difference' | 'not_measured' | 'kept_apart';

/** What is said of one dimension. */
export type Assessed = Question & {
  outcome: Measurement | NotMeasured;
  score: number | null;
  lower: number | null;
  upper: number | null;
  /** The value within which labels of sites explain nothing; null for facts and where it cannot be measured. */
  noiseFloor: number | null;
  /** Of the permutation, before the correction for several dimensions; null as above. */
  p: number | null;
  /** How many ways the sites can be shared out; null for facts. */
  arrangements: number | null;
  /** Whether so few sites could tell any difference at all after the correction; null as `p`. */
  detectable: boolean | null;
  verdict: Verdict;
};

export type Assessment = {
  dimensions: readonly Assessed[];
  /** Interval of the index over resampled sites; null without an index or with fewer than two sites on a side. */
  indexInterval: { lower: number; upper: number } | null;
};

export type AssessOptions = {
  /** Arrangements and resamples drawn. */
  draws: number;
  seed: number;
  /** Dimensions that were decided to be kept apart. */
  apart: ReadonlySet<string>;
  /** Score from which a dimension counts as aligned, fixed beforehand. */
  targetScores: ReadonlyMap<string, number>;
};

type Tested = Extract<PermutationTest, { kind: 'tested' }>;

type Measured = Question & { outcome: Measurement | NotMeasured };

/** Score that counts as aligned where nobody has fixed another. */
export const ALIGNED_FROM = 90;

/** Five in a hundred, and what rounding may add to it. */
const SIGNIFICANT = 0.05 + 1e-12;
const CONFIDENCE = 0.95;
const FEWEST_ARRANGEMENTS = 20;

/**
 * Measures every dimension and says what can be said of it: differences are detected by permuting whole sites alone,
 * corrected over the dimensions by Holm; intervals resample whole sites within each side.
 */
export function assess(questions: readonly Question[], options: AssessOptions): Assessment {
  const measured = questions.map((question): Measured => ({
    ...question,
    outcome: outcomeOf(question),
  }));
  const tests = measured.map((one, at) => testOf(one, { ...options, seed: options.seed + at }));
  const tested = tests.flatMap((test, at) => (test?.kind === 'tested' ? [[at, test] as const] : []));
  const significant = (pOf: (test: Tested) => number) => {
    const adjusted = holm(tested.map(([, test]) => pOf(test)));
    return new Set(tested.filter((_, i) => adjusted[i] <= SIGNIFICANT).map(([at]) => at));
  };
  const detected = significant(({ p }) => p);
  const detectable = significant(({ least }) => least);
  const resampled = resample(measured, options);
  return {
    indexInterval: resampled.index,
    dimensions: measured.map(({ outcome, ...question }, at): Assessed => {
      const id = question.dimension.definition.metric;
      const test = tests[at];
      const score = isMeasured(outcome) ? outcome.score(outcome.value) : null;
      const isTested = test?.kind === 'tested' && isMeasured(outcome);
      return {
        ...question,
        outcome,
        score,
        lower: resampled.intervals[at]?.lower ?? null,
        upper: resampled.intervals[at]?.upper ?? null,
        noiseFloor: isTested ? outcome.comparison!.valueOfSize(test.floor) : null,
        p: isTested ? test.p : null,
        arrangements: test?.arrangements ?? null,
        detectable: isTested ? detectable.has(at) : null,
        verdict: options.apart.has(id)
          ? 'kept_apart'
          : verdictOf(outcome, {
              reached: score !== null && score >= (options.targetScores.get(id) ?? ALIGNED_FROM),
              detected: detected.has(at),
            }),
      };
    }),
  };
}

/** A fact differs when it falls short of the target; a distance only when chance does not explain it either. */
function verdictOf(
  outcome: Measurement | NotMeasured,
  { reached, detected }: { reached: boolean; detected: boolean },
): Verdict {
  if (!isMeasured(outcome)) return 'not_measured';
  if (outcome.comparison !== null && !detected) return 'no_detectable_difference';
  return reached ? 'aligned' : 'differs';
}

function testOf({ facts, outcome }: Measured, { draws, seed }: AssessOptions) {
  if (!isMeasured(outcome) || outcome.comparison === null) return null;
  const { carries, valueAt, sizeOf } = outcome.comparison;
  const sites = facts.places.flatMap((_, at) => (carries[at] ? [at] : []));
  const weights: SiteWeights = {
    own: new Float64Array(facts.places.length),
    model: new Float64Array(facts.places.length),
  };
  const distance = (labels: Uint8Array) => {
    for (const [at, site] of sites.entries()) {
      weights.own[site] = labels[at];
      weights.model[site] = 1 - labels[at];
    }
    const value = valueAt(weights);
    return value === null ? null : sizeOf(value);
  };
  return permuteClusters(
    Uint8Array.from(sites, (site) => (facts.places[site].own ? 1 : 0)),
    distance,
    { random: seededRandom(seed), draws, fewest: FEWEST_ARRANGEMENTS, within: CONFIDENCE },
  );
}

type Interval = { lower: number; upper: number };

/** Intervals of every distance and of the index, from the same resamples of whole sites. */
function resample(
  measured: readonly Measured[],
  { draws, seed, apart }: AssessOptions,
): { intervals: (Interval | null)[]; index: Interval | null } {
  // A written standard has no sites; what is held against other models may have.
  const resamplers = new Map(measured.map(({ facts }) => [facts, siteDraws([facts], seed + measured.length)]));
  if ([...resamplers.values()].every((next) => next === null))
    return { intervals: measured.map(() => null), index: null };
  const values: number[][] = measured.map(() => []);
  const indices: number[] = [];
  const counted = measured.filter(
    ({ dimension, outcome }) => isMeasured(outcome) && !apart.has(dimension.definition.metric),
  );
  for (let draw = 0; draw < draws; draw++) {
    const weights = new Map([...resamplers].map(([facts, next]) => [facts, next?.().get(facts) ?? null]));
    const scores = new Map<Measured, number>();
    for (const [at, one] of measured.entries()) {
      const { outcome, facts } = one;
      if (!isMeasured(outcome)) continue;
      const drawn = weights.get(facts)!;
      const value =
        outcome.comparison === null ? outcome.value : drawn === null ? null : outcome.comparison.valueAt(drawn);
      if (value === null) continue;
      if (outcome.comparison !== null) values[at].push(value);
      scores.set(one, outcome.score(value));
    }
    const scored = counted.flatMap((one) => scores.get(one) ?? []);
    if (scored.length > 0 && scored.length === counted.length) indices.push(indexOf(scored));
  }
  const sorted = (list: readonly number[]) => Float64Array.from(list).sort();
  const scores = counted.flatMap(({ outcome }) => (isMeasured(outcome) ? [outcome.score(outcome.value)] : []));
  return {
    intervals: measured.map(({ outcome }, at) =>
      isMeasured(outcome) && values[at].length > 0
        ? biasCorrectedInterval(outcome.value, sorted(values[at]), CONFIDENCE)
        : null,
    ),
    index: indices.length === 0 ? null : biasCorrectedInterval(indexOf(scores), sorted(indices), CONFIDENCE),
  };
}
