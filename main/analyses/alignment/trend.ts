import { ViewMemory } from '../../metrics/view-memory.ts';
import { monthOfDay } from '../../model/civil-day.ts';
import { quantile } from '../../stats/quantile.ts';
import { coveredMonths } from '../../workforce/coverage.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { outcomeOf } from './conceal-few.ts';
import { isMeasured } from './dimension.ts';
import type { Measurement, SiteWeights } from './dimension.ts';
import { DRAWS, SEED } from './draws.ts';
import type { AlignmentFacts } from './facts/facts.ts';
import { gatherFacts } from './facts/gather.ts';
import { indexOf } from './index-of.ts';
import { keptApart, questionsOf, targetsOf } from './questions.ts';
import type { AlignmentRequest, Question } from './questions.ts';
import { DIMENSIONS } from './registry.ts';
import { sidesOf } from './sides.ts';
import { siteDraws } from './site-draws.ts';
import { scoreOnly } from './summary.ts';

/** Scores at the end of one month, on the crosswalk in force now. */
export type MonthScores = {
  month: number;
  scores: ReadonlyMap<string, number>;
  /** Of the dimensions that are known in every month; null where they are too few. */
  index: number | null;
};

/** How an entity stood at the end of every month from that of the close on. */
export type Trend = {
  months: readonly MonthScores[];
  /** Ids of the dimensions in the index: those known in every month and not kept apart. */
  indexed: readonly string[];
  /** How the index moved from the first month to the last, over resampled whole sites; null where they are too few. */
  change: { value: number; lower: number; upper: number } | null;
};

type Moment = { month: number; questions: readonly Question[]; scores: ReadonlyMap<string, number> };

const NONE: Trend = { months: [], indexed: [], change: null };
const CONFIDENCE = 0.95;

const trends = new ViewMemory<Trend>(4);

/** The trend up to the month asked for, on one version of the crosswalk; empty without a close date. */
export function alignmentTrend(view: WorkspaceView, request: AlignmentRequest): Trend {
  const targets = targetsOf(view, request.entity);
  return trends.recall(view, [request, [...targets.values()]], () => {
    const sides = sidesOf(view, request);
    const covered = coveredMonths(view);
    if (sides.closeDay === null || covered === null) return NONE;
    const first = Math.max(monthOfDay(sides.closeDay), covered.first);
    const last = Math.min(covered.last, request.month ?? covered.last);
    const { crosswalkVersion } = gatherFacts(view, sides);
    const apart = keptApart(targets);
    const moments = Array.from({ length: Math.max(0, last - first + 1) }, (_, i): Moment => {
      const questions = questionsOf(view, request, { targets, month: first + i, crosswalkVersion });
      return { month: first + i, questions, scores: scoresOf(questions, first + i === last) };
    });
    // An index of more dimensions in one month than in another would compare unlike things.
    const indexed = DIMENSIONS.map(({ definition }) => definition.metric).filter(
      (id) => !apart.has(id) && moments.every(({ scores }) => scores.has(id)),
    );
    const months = moments.map(({ month, scores }) => ({
      month,
      scores,
      index: scoreOnly(new Map(indexed.map((id) => [id, scores.get(id)!])), { apart, of: DIMENSIONS.length }),
    }));
    return { months, indexed, change: (months.at(-1)?.index ?? null) === null ? null : changeOf(moments, indexed) };
  });
}

function scoresOf(questions: readonly Question[], isNow: boolean): Map<string, number> {
  return new Map(
    questions.flatMap((question) => {
      const { dimension, facts } = question;
      const outcome = outcomeOf(question);
      return isMeasured(outcome) && (isNow || dimension.hasHistory(facts))
        ? [[dimension.definition.metric, outcome.score(outcome.value)] as const]
        : [];
    }),
  );
}

type Measured = { facts: AlignmentFacts; outcome: Measurement };
type Weights = ReadonlyMap<AlignmentFacts, SiteWeights>;

/** The index of the last month less that of the first, with the interval over resampled sites. */
function changeOf(moments: readonly Moment[], indexed: readonly string[]): Trend['change'] {
  if (moments.length < 2) return null;
  const [first, last] = [moments[0], moments.at(-1)!].map(({ questions }) =>
    questions.flatMap((question): Measured[] => {
      const outcome = outcomeOf(question);
      const isIndexed = indexed.includes(question.dimension.definition.metric);
      return isIndexed && isMeasured(outcome) ? [{ facts: question.facts, outcome }] : [];
    }),
  );
  const compared = [...first, ...last].filter(({ outcome }) => outcome.comparison !== null);
  const draw = drawsOf(compared.map(({ facts }) => facts));
  if (draw === null) return null;
  const value = indexAt(last, null)! - indexAt(first, null)!;
  const changes: number[] = [];
  for (let i = 0; i < DRAWS; i++) {
    const weights = draw();
    const [before, after] = [indexAt(first, weights), indexAt(last, weights)];
    if (before !== null && after !== null) changes.push(after - before);
  }
  if (changes.length === 0) return null;
  // A change may fall on either side of its estimate, unlike a distance: plain percentiles need no correction.
  const sorted = Float64Array.from(changes).sort();
  const tail = (1 - CONFIDENCE) / 2;
  return { value, lower: quantile(sorted, tail), upper: quantile(sorted, 1 - tail) };
}

/** The index at a weighting of the sites, as they are where none is given; null where a dimension has no value there. */
function indexAt(measured: readonly Measured[], weights: Weights | null): number | null {
  const scores: number[] = [];
  for (const { facts, outcome } of measured) {
    const value =
      weights === null || outcome.comparison === null ? outcome.value : outcome.comparison.valueAt(weights.get(facts)!);
    if (value === null) return null;
    scores.push(outcome.score(value));
  }
  return indexOf(scores);
}

/** Draws for facts of several moments and target models; null where a side has too few sites. */
function drawsOf(all: readonly AlignmentFacts[]): (() => Weights) | null {
  const models = [...new Set(all.map(({ against }) => against.code))];
  const draws = models.map((code, at) => {
    const moments = [...new Set(all.filter(({ against }) => against.code === code))];
    return siteDraws(moments, SEED + at);
  });
  return draws.includes(null) ? null : () => new Map(draws.flatMap((next) => [...next!()]));
}
