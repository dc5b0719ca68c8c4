import { collapseCells } from '../cube/collapse-cells.ts';
import { CellReader } from '../cube/sum-cells.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { tupleGroups } from './tuple-groups.ts';
import { ViewMemory } from './view-memory.ts';

/** The cube, and how groups of tuples are groups of what its cells tell apart. */
export type CollapsedCube = { reader: CellReader; regroup: (groupOf: Int32Array) => Int32Array };

/** Pages split and filter by few sets of dimensions, whatever the codes. */
const remembered = new ViewMemory<CollapsedCube>(8);

/** Where not even so large a part of the tuples falls together, the cube itself is as good. */
const WORTH_IT = 0.25;

/**
 * The cube without the dimensions that a question does not name, neither to split nor to filter by. One filter change
 * names the same as the one before it: all cells are walked for the first of them, much fewer for each after.
 */
export function collapsedCube(view: WorkspaceView, named: readonly string[]): CollapsedCube {
  const dimensions = [...new Set(named)].filter((id) => !view.dimensions.isLineDimension(id)).sort();
  return remembered.recall(view, dimensions, () => collapse(view, dimensions));
}

function collapse(view: WorkspaceView, dimensions: readonly string[]): CollapsedCube {
  const { groupOf, keys } = tupleGroups(view, dimensions, {});
  if (keys.length > (1 - WORTH_IT) * groupOf.length) return { reader: view.cellReader(), regroup: (asked) => asked };
  // Whatever the dimensions decide is the same for all tuples of a group.
  const firsts = new Int32Array(keys.length).fill(-1);
  groupOf.forEach((group, tuple) => {
    if (firsts[group] < 0) firsts[group] = tuple;
  });
  return {
    reader: new CellReader(collapseCells(view.cellReader().cells, groupOf, keys.length)),
    regroup: (asked) => firsts.map((tuple) => asked[tuple]),
  };
}
