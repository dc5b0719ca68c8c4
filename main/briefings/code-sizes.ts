import { laborCells } from '../metrics/labor-cells.ts';
import { staysOf } from '../metrics/people-figures.ts';
import type { WorkspaceView } from '../workspace/view.ts';

export type CodeSize = { code: string; hours: number; people: number };

/** Codes of a dimension with most hours first, then those that only rosters have, with most people first. */
export function codeSizes(view: WorkspaceView, dimension: string, months: { first: number; last: number }): CodeSize[] {
  const [groups] = laborCells(view, [{ by: [dimension], where: {}, ranges: [months], matchOn: [] }]);
  const byHours = groups.map(({ codes, ranges }) => ({
    code: codes[0],
    hours: ranges[0].reduce((sum, cell) => sum + cell.hours, 0),
    people: 0,
  }));
  const worked = new Set(byHours.map(({ code }) => code));
  const byPeople = staysOf(view, { by: [dimension], where: {} })
    .map(({ codes, stays }) => ({ code: codes[0], hours: 0, people: stays.length }))
    .filter(({ code }) => !worked.has(code));
  return [...byHours.sort(largestFirst), ...byPeople.sort(largestFirst)];
}

export function largestFirst(a: CodeSize, b: CodeSize): number {
  return b.hours - a.hours || b.people - a.people || (a.code < b.code ? -1 : 1);
}
