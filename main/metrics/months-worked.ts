import type { Filter } from '../contract/figure.ts';
import { monthsWithCells } from '../cube/months-with-cells.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { collapsedCube } from './collapsed-cube.ts';
import { compareCodes, payCategories } from './labor-cells.ts';
import { tupleGroups } from './tuple-groups.ts';
import { ViewMemory } from './view-memory.ts';

/** Codes of a group in the order of the dimensions asked for, and its months with labour, ascending. */
export type WorkedGroup = { codes: string[]; months: number[] };

const remembered = new ViewMemory<WorkedGroup[]>(8);

/** Months with any labour by group, in the order of codes; groups without any are left out. */
export function monthsWorked(view: WorkspaceView, by: readonly string[], where: Filter): WorkedGroup[] {
  return remembered.recall(view, [by, where], () => {
    const span = view.months();
    if (span === null) return [];
    const { groupOf, keys } = tupleGroups(view, by, where);
    const { categoryOf } = payCategories(view, where, false);
    const { reader, regroup } = collapsedCube(view, [...by, ...Object.keys(where)]);
    const split = { groupOf: regroup(groupOf), groups: keys.length, categoryOf };
    const months = monthsWithCells(reader.cells, split, span);
    return keys
      .map((codes, group) => ({ codes, months: months[group] }))
      .filter((group) => group.months.length > 0)
      .sort((a, b) => compareCodes(a.codes, b.codes));
  });
}
