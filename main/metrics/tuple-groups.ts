import type { Filter } from '../contract/figure.ts';
import type { TupleGroups } from '../cube/dimension-index.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { ViewMemory } from './view-memory.ts';

const remembered = new ViewMemory<TupleGroups>(32);

/** Tuples that a filter lets through, grouped by some dimensions. */
export function tupleGroups(view: WorkspaceView, dimensions: readonly string[], where: Filter): TupleGroups {
  return remembered.recall(view, [dimensions, where], () =>
    view.dimensions.group(dimensions, view.dimensions.mask(where)),
  );
}
