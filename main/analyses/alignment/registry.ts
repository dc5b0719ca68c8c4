import type { Dimension } from './dimension.ts';

const found = import.meta.glob<{ default: Dimension }>('./dimensions/*.dimension.ts', { eager: true });

/** Every dimension in order of position; a new `<dimension>.dimension.ts` is found without being listed. */
export const DIMENSIONS: readonly Dimension[] = Object.values(found)
  .map((module) => module.default)
  .sort((a, b) => a.position - b.position);

/** Every dimension by id. */
export const DIMENSION_IDS: ReadonlySet<string> = new Set(DIMENSIONS.map(({ definition }) => definition.metric));
