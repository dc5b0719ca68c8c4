import type { AlignmentTarget } from '../../contract/decisions.ts';
import { alignmentTargets } from '../../workspace/alignment-targets.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Dimension } from './dimension.ts';
import { gatherFacts } from './facts/gather.ts';
import type { AlignmentFacts } from './facts/facts.ts';
import { DIMENSIONS } from './registry.ts';
import { exchanged, sidesOf } from './sides.ts';

export type AlignmentRequest = {
  entity: string;
  against: string | null;
  /** Month at whose end things are looked at; the latest with facts where it is not given. */
  month?: number;
};

/** Decisions on the dimensions of an entity, by id of the dimension. */
export type Targets = ReadonlyMap<string, AlignmentTarget>;

/** A dimension and the facts that it is measured on: dimensions may have target models of their own. */
export type Question = {
  dimension: Dimension;
  facts: AlignmentFacts;
  /** The same with the sides exchanged, where the better of both ways is the target. */
  mirrored: AlignmentFacts | null;
};

/** Month to look at (the latest with facts) and version of the crosswalk (the one in force), where not given. */
export type Moment = { month?: number; crosswalkVersion?: number };

/** Each dimension with the facts of its own target model; facts are gathered once for each model. */
export function questionsOf(
  view: WorkspaceView,
  { entity, against }: AlignmentRequest,
  { targets, ...moment }: Moment & { targets: Targets },
): Question[] {
  const gathered = new Map<string, AlignmentFacts>();
  const factsOf = (model: string | null, isMirrored: boolean): AlignmentFacts => {
    const key = JSON.stringify([model, isMirrored]);
    let facts = gathered.get(key);
    if (!facts) {
      const sides = sidesOf(view, { entity, against: model });
      facts = gatherFacts(view, isMirrored ? exchanged(sides) : sides, moment);
      gathered.set(key, facts);
    }
    return facts;
  };
  return DIMENSIONS.map((dimension) => {
    const target = targets.get(dimension.definition.metric);
    const model = target?.of ?? against;
    const isShared = target?.model === 'best_of_both' && dimension.bestOfBoth !== undefined;
    return { dimension, facts: factsOf(model, false), mirrored: isShared ? factsOf(model, true) : null };
  });
}

export function targetsOf({ store }: WorkspaceView, entity: string): Targets {
  const own = alignmentTargets(store).filter((target) => target.entity === entity);
  return new Map(own.map((target) => [target.dimension, target]));
}

/** Dimensions that were decided to be kept apart. */
export function keptApart(targets: Targets): ReadonlySet<string> {
  return new Set([...targets.values()].filter(({ model }) => model === 'apart').map(({ dimension }) => dimension));
}

export function momentOf({ month }: AlignmentRequest): Moment {
  return month === undefined ? {} : { month };
}
