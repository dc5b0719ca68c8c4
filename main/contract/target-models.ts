/** What a dimension of an acquired entity is to become. */
export const TARGET_MODELS = ['acquirer', 'entity', 'best_of_both', 'standard', 'apart'] as const;
export type TargetModel = (typeof TARGET_MODELS)[number];

/** Models that are told by naming an entity: the one whose ways are adopted, or that stands for the written standard. */
export const NAMED_MODELS: ReadonlySet<TargetModel> = new Set(['entity', 'standard']);
