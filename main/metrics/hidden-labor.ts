import type { Filter } from '../contract/figure.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { hiddenFigures } from './hidden-figures.ts';
import type { Asked, PeopleTable } from './hidden-figures.ts';
import { laborCells } from './labor-cells.ts';
import { asksForLines } from './line-people.ts';
import { peopleBehind } from './people-behind.ts';
import { tupleGroups } from './tuple-groups.ts';
import { ViewMemory } from './view-memory.ts';

type Ranges = readonly { first: number; last: number }[];

/** All metrics of a page that reveal pay hide the same. */
const remembered = new ViewMemory<boolean[][]>(32);

/**
 * What to hide of groups of labour, by group and range of months. Whoever owns a workspace may see its rows: what a
 * filter lets through is then a table of its own. In a clean room nothing may follow from several of them either.
 */
export function hiddenLabor(view: WorkspaceView, asked: Asked & { ranges: Ranges }): boolean[][] {
  const { by, where, groups, ranges } = asked;
  const [within, filter] = view.cleanRoom() === null ? [where, {}] : [{}, where];
  return remembered.recall(view, asked, () =>
    hiddenFigures({ by, where: filter, groups }, (dimensions) =>
      peopleBy(view, { by: dimensions, where: within, ranges }),
    ),
  );
}

/** People whose pay is in figures, by some dimensions and range of months. */
function peopleBy(
  view: WorkspaceView,
  { by, where, ranges }: { by: readonly string[]; where: Filter; ranges: Ranges },
): PeopleTable {
  const codes = asksForLines(view, by, where)
    ? laborCells(view, [{ by, where, ranges, matchOn: [] }])[0].map((group) => group.codes)
    : tupleGroups(view, by, where).keys;
  return { codes, grid: peopleBehind(view, { by, where, ranges, codes }) };
}
