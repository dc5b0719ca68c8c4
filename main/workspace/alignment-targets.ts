import type { Store } from '../ports/store.ts';

/** What a dimension of an acquired entity is to become. */
export const TARGET_MODELS = ['acquirer', 'entity', 'best_of_both', 'standard', 'apart'] as const;
export type TargetModel = (typeof TARGET_MODELS)[number];

/** A decision on one dimension of one entity. */
export type AlignmentTarget = {
  entity: string;
  dimension: string;
  model: TargetModel;
  /** Entity whose ways are adopted, or that stands for the written standard; null for the others. */
  of: string | null;
  /** What its owner says that closing it costs a year, in minor units, where nothing measures it; saving is negative. */
  cost: number | null;
  /** Score from which the dimension counts as aligned. */
  score: number | null;
  owner: string | null;
  /** ISO day by which the gap is to be closed. */
  due: string | null;
};

const SETTING = 'alignment_targets';

/** Every decision, in order of entity and dimension. */
export function alignmentTargets(store: Store): AlignmentTarget[] {
  const text = store.setting(SETTING);
  return text === null ? [] : (JSON.parse(text) as AlignmentTarget[]);
}

/** Stores a decision in place of the one before on the same dimension. */
export function decideTarget(store: Store, target: AlignmentTarget): void {
  const others = alignmentTargets(store).filter(
    ({ entity, dimension }) => entity !== target.entity || dimension !== target.dimension,
  );
  const all = [...others, target].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  store.setSetting(SETTING, JSON.stringify(all));
}

function keyOf({ entity, dimension }: AlignmentTarget): string {
  return JSON.stringify([entity, dimension]);
}
