import type { Filter } from '../contract/figure.ts';
import type { People } from '../cube/people.ts';
import { hideGroups } from './suppression.ts';

/** Groups by some dimensions of everybody there is, and the people of each group in each period. */
export type PeopleTable = { codes: readonly (readonly string[])[]; grid: readonly (readonly People[])[] };

/** Counts people by some dimensions, without any filter. */
export type CountByDimensions = (dimensions: readonly string[]) => PeopleTable;

export type Asked = { by: readonly string[]; where: Filter; groups: readonly (readonly string[])[] };

type Row = { codes: readonly string[]; hides: readonly boolean[] };

/**
 * What to hide of some groups, by group and period: the same whether a group is a row of a table or all that a filter
 * lets through, so that neither can be taken from the other.
 *
 * A table by several dimensions hides whatever a table by fewer of them hides, or the parts would add up to it. A
 * filter that lets several codes through gives a sum; it is shown where it takes none of the hidden codes, or all of
 * them.
 */
export function hiddenFigures({ by, where, groups }: Asked, countBy: CountByDimensions): boolean[][] {
  const filters = new Map(Object.entries(where).filter(([id]) => !by.includes(id)));
  // In one order, whatever is a split and what a filter: ties between groups are broken alike.
  const dimensions = [...new Set([...by, ...filters.keys()])].sort();
  const fixed = dimensions.filter((id) => (filters.get(id)?.length ?? 1) === 1);
  const known = new Map<string, Row[]>();
  const rows = hiddenRows(dimensions, countBy, known);
  const namesOf = (ids: readonly string[]) => namesAmong(dimensions, ids);
  const passes = ({ codes }: Row) =>
    [...filters].every(([id, wanted]) => wanted.includes(codes[dimensions.indexOf(id)]));
  const lines = groupRows(rows, namesOf(fixed));
  const inside = groupRows(rows.filter(passes), namesOf(by));
  const wholes = fixed.length === dimensions.length ? [] : hiddenRows(fixed, countBy, known);
  const wholeOf = new Map(wholes.map((row) => [row.codes.join('\u0000'), row]));
  return groups.map((codes) => {
    const own = inside.get(codes.join('\u0000')) ?? [];
    const line = own.length === 0 ? '' : namesOf(fixed)(own[0].codes);
    const periods = rows[0]?.hides.length ?? 0;
    return Array.from({ length: periods }, (_, p) => {
      if (!own.some(({ hides }) => hides[p])) return false;
      if (wholes.length === 0) return true;
      const hidden = lines.get(line)!.filter(({ hides }) => hides[p]);
      return hidden.some((row) => !own.includes(row)) || wholeOf.get(line)!.hides[p];
    });
  });
}

/** Names a group by some of its dimensions. */
function namesAmong(dimensions: readonly string[], ids: readonly string[]): (codes: readonly string[]) => string {
  const positions = ids.map((id) => dimensions.indexOf(id));
  return (codes) => positions.map((at) => codes[at]).join('\u0000');
}

function groupRows(rows: readonly Row[], nameOf: (codes: readonly string[]) => string): Map<string, Row[]> {
  return Map.groupBy(rows, ({ codes }) => nameOf(codes));
}

/** Rows of the table by some dimensions, and what to hide of them. */
function hiddenRows(dimensions: readonly string[], countBy: CountByDimensions, known: Map<string, Row[]>): Row[] {
  const name = dimensions.join('\u0000');
  const before = known.get(name);
  if (before) return before;
  const counted = countBy(dimensions);
  // Ties go by code, not by which extract came first.
  const order = counted.codes
    .map((codes, g) => ({ name: codes.join('\u0000'), g }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ g }) => g);
  const codes = order.map((g) => counted.codes[g]);
  const grid = order.map((g) => counted.grid[g]);
  const hidesOf = new Map<string, (readonly boolean[] | undefined)[]>();
  const hidesTotal = (over: readonly number[]) => {
    const others = dimensions.filter((_, i) => !over.includes(i));
    const nameOf = namesAmong(dimensions, others);
    const hides = new Map(hiddenRows(others, countBy, known).map((row) => [row.codes.join('\u0000'), row.hides]));
    return codes.map((own) => hides.get(nameOf(own)));
  };
  const hidden = hideGroups(codes, grid, (over, g, p) => {
    const at = over.join();
    if (!hidesOf.has(at)) hidesOf.set(at, hidesTotal(over));
    return hidesOf.get(at)![g]?.[p] ?? false;
  });
  const rows = codes.map((own, g): Row => ({ codes: own, hides: hidden[g] }));
  known.set(name, rows);
  return rows;
}
