import type { AlignmentTarget } from '../../contract/decisions.ts';
import { monthOfDay } from '../../model/civil-day.ts';
import { ViewMemory } from '../../metrics/view-memory.ts';
import { alignmentTargets } from '../../workspace/alignment-targets.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { isMeasured } from './dimension.ts';
import { assess } from './assess.ts';
import { concealFew } from './conceal-few.ts';
import type { Assessed, AssessOptions, Question } from './assess.ts';
import { gatherFacts } from './facts/gather.ts';
import type { AlignmentFacts } from './facts/facts.ts';
import { DIMENSIONS } from './registry.ts';
import { sidesOf } from './sides.ts';
import { scoreOnly, summarise } from './summary.ts';
import type { Summary } from './summary.ts';

/** Same input, same bytes: every draw follows from this. */
const SEED = 20_250_101;
const DRAWS = 1_999;

export type AlignmentRequest = {
  entity: string;
  against: string | null;
  /** Month at whose end things are looked at; the latest with facts where it is not given. */
  month?: number;
};

/** How an entity stands against its target model, as of the latest month with facts. */
export type Alignment = {
  facts: AlignmentFacts;
  dimensions: readonly Assessed[];
  targets: ReadonlyMap<string, AlignmentTarget>;
  summary: Summary;
};

/** Scores at the end of one month, on the crosswalk in force now. */
export type MonthScores = {
  month: number;
  scores: ReadonlyMap<string, number>;
  /** Of the dimensions that are known in every month; null where they are too few. */
  index: number | null;
};

const answers = new ViewMemory<Alignment>(8);
const trends = new ViewMemory<MonthScores[]>(4);

/**
 * Compares an entity with its target model, dimension by dimension; a dimension with a target of its own is held
 * against that.
 * Throws a UsageError naming an unknown entity.
 */
export function alignEntity(view: WorkspaceView, request: AlignmentRequest): Alignment {
  const targets = targetsOf(view, request.entity);
  return answers.recall(view, [request, [...targets.values()]], () => {
    const questions = questionsOf(view, request, { targets, ...monthOf(request) });
    const assessment = assess(questions, { draws: DRAWS, seed: SEED, ...decisionsOf(targets) });
    return {
      facts: gatherFacts(view, sidesOf(view, request), monthOf(request)),
      dimensions: view.cleanRoom() === null ? assessment.dimensions : assessment.dimensions.map(concealFew),
      targets,
      summary: summarise(assessment, SEED),
    };
  });
}

/** Scores at the end of every month from that of the close to the latest; empty without a close date. */
export function alignmentTrend(view: WorkspaceView, request: AlignmentRequest): MonthScores[] {
  const targets = targetsOf(view, request.entity);
  return trends.recall(view, [request, [...targets.values()]], () => {
    const { closeDay } = sidesOf(view, request);
    const months = view.months();
    if (closeDay === null || months === null) return [];
    const first = Math.max(monthOfDay(closeDay), months.first);
    const version = gatherFacts(view, sidesOf(view, request)).crosswalkVersion;
    const { apart } = decisionsOf(targets);
    const last = Math.min(months.last, request.month ?? months.last);
    const length = Math.max(0, last - first + 1);
    const scored = Array.from({ length }, (_, i) => {
      const questions = questionsOf(view, request, { targets, month: first + i, crosswalkVersion: version });
      return { month: first + i, scores: scoresOf(questions, first + i === last) };
    });
    // An index of more dimensions in one month than in another would compare unlike things.
    const throughout = DIMENSIONS.map(({ definition }) => definition.metric).filter((id) =>
      scored.every(({ scores }) => scores.has(id)),
    );
    return scored.map(({ month, scores }) => {
      const counted = new Map(throughout.map((id) => [id, scores.get(id)!]));
      return { month, scores, index: scoreOnly(counted, { apart, of: DIMENSIONS.length }) };
    });
  });
}

function scoresOf(questions: readonly Question[], isNow: boolean): Map<string, number> {
  return new Map(
    questions.flatMap(({ dimension, facts }) => {
      const outcome = dimension.measure(facts);
      return isMeasured(outcome) && (isNow || dimension.hasHistory(facts))
        ? [[dimension.definition.metric, outcome.score(outcome.value)] as const]
        : [];
    }),
  );
}

function monthOf({ month }: AlignmentRequest): Moment {
  return month === undefined ? {} : { month };
}

type Moment = { month?: number; crosswalkVersion?: number };

/** Each dimension with the facts of its own target model; facts are gathered once for each model. */
function questionsOf(
  view: WorkspaceView,
  request: AlignmentRequest,
  { targets, ...moment }: Moment & { targets: ReadonlyMap<string, AlignmentTarget> },
): Question[] {
  const gathered = new Map<string | null, AlignmentFacts>();
  return DIMENSIONS.map((dimension) => {
    const against = targets.get(dimension.definition.metric)?.of ?? request.against;
    let facts = gathered.get(against);
    if (!facts) {
      facts = gatherFacts(view, sidesOf(view, { entity: request.entity, against }), moment);
      gathered.set(against, facts);
    }
    return { dimension, facts };
  });
}

function targetsOf({ store }: WorkspaceView, entity: string): ReadonlyMap<string, AlignmentTarget> {
  const own = alignmentTargets(store).filter((target) => target.entity === entity);
  return new Map(own.map((target) => [target.dimension, target]));
}

function decisionsOf(targets: ReadonlyMap<string, AlignmentTarget>): Pick<AssessOptions, 'apart' | 'targetScores'> {
  const all = [...targets.values()];
  return {
    apart: new Set(all.filter(({ model }) => model === 'apart').map(({ dimension }) => dimension)),
    targetScores: new Map(all.flatMap(({ dimension, score }) => (score === null ? [] : [[dimension, score] as const]))),
  };
}
