import type { Filter } from '../contract/figure.ts';
import { countPeople } from '../cube/people.ts';
import type { People } from '../cube/people.ts';
import { monthBuckets } from '../cube/sum-cells.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { hiddenFigures } from './hidden-figures.ts';
import type { Asked, PeopleTable } from './hidden-figures.ts';
import { laborCells } from './labor-cells.ts';
import { asksForLines, countLinePeople } from './line-people.ts';
import { tupleGroups } from './tuple-groups.ts';
import { ViewMemory } from './view-memory.ts';

type Ranges = readonly { first: number; last: number }[];

/** Figures of one page share the people behind them. */
const peopleCounted = new ViewMemory<People[]>(64);
const linePeople = new ViewMemory<People[][]>(64);

/**
 * What to hide of groups of labour, by group and range of months. Whoever owns a workspace may see its rows: what a
 * filter lets through is then a table of its own. In a clean room nothing may follow from several of them either.
 */
export function hiddenLabor(
  view: WorkspaceView,
  { by, where, groups, ranges }: Asked & { ranges: Ranges },
): boolean[][] {
  const [within, filter] = view.cleanRoom() === null ? [where, {}] : [{}, where];
  return hiddenFigures({ by, where: filter, groups }, (dimensions) =>
    peopleBy(view, { by: dimensions, where: within, ranges }),
  );
}

/** People whose pay is in figures, by some dimensions and range of months. */
function peopleBy(
  view: WorkspaceView,
  { by, where, ranges }: { by: readonly string[]; where: Filter; ranges: Ranges },
): PeopleTable {
  if (asksForLines(view, by, where)) {
    const [groups] = laborCells(view, [{ by, where, ranges, matchOn: [] }]);
    const question = { by, where, ranges, codes: groups.map(({ codes }) => codes) };
    return { codes: question.codes, grid: linePeople.recall(view, question, () => countLinePeople(view, question)) };
  }
  const { keys, groupOf } = tupleGroups(view, by, where);
  const people = peopleCounted.recall(view, [by, where, ranges], () =>
    countPeople(view.rollup.workerMonths, {
      groupOf,
      groups: keys.length,
      bucketOf: monthBuckets(ranges),
      buckets: ranges.length,
    }),
  );
  return { codes: keys, grid: keys.map((_, g) => people.slice(g * ranges.length, (g + 1) * ranges.length)) };
}
