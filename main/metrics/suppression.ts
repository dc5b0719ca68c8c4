import type { People } from '../cube/people.ts';
import { solvedUnknowns } from '../stats/solved-unknowns.ts';

/** Groups of fewer people than this are not shown where they would reveal somebody's pay, service or exit. */
export const SMALLEST_GROUP = 5;
/** A sum is also hidden when all but the two dearest people make up less than this share of the dearest. */
const DOMINANCE = 0.15;
/** Among so many no one person dominates. */
const COUNTED_IN_FULL = 200;

/** Whether a sum of pay over these people would give one of them away. Nobody at all reveals nobody. */
export function revealsSomebody(people: People): boolean {
  if (people.count === 0) return false;
  if (people.count < SMALLEST_GROUP) return true;
  // Where counting stopped, the costs are those of a part of the people.
  return (
    people.count < COUNTED_IN_FULL &&
    people.cost > 0 &&
    people.cost - people.largest - people.second < DOMINANCE * people.largest
  );
}

/** Cells that add up to a total over a dimension, or over time (null). */
type Margin = { cells: [group: number, period: number][]; dimension: number | null };

/**
 * Completes the hiding in one margin. A single hidden member would follow by subtraction from the total: hidden
 * members must be at least two, and their sum must not give anybody away either. The next smallest are hidden until
 * that holds, or all are.
 */
function completeMargin(members: readonly (People & { forced: boolean })[], overTime: boolean): boolean[] {
  const hidden = members.map(({ forced }) => forced);
  if (!hidden.includes(true)) return hidden;
  const rest = members
    .map((_, i) => i)
    .filter((i) => !hidden[i] && members[i].count > 0)
    .sort((a, b) => members[a].count - members[b].count || a - b);
  const enough = () => {
    const concealed = members.filter((_, i) => hidden[i]);
    return concealed.length >= 2 && !revealsSomebody(pool(concealed, overTime));
  };
  while (rest.length > 0 && !enough()) hidden[rest.shift()!] = true;
  return hidden;
}

/** Whether the total of a margin tells of more than one cell, and of so many people that it is shown. */
function isTold({ cells, dimension }: Margin, grid: readonly (readonly People[])[]): boolean {
  const peopled = cells.map(([g, p]) => grid[g][p]).filter(({ count }) => count > 0);
  return peopled.length > 1 && !revealsSomebody(pool(peopled, dimension === null));
}

/** The people of several members together. Those of one group in several periods are taken to be the same. */
function pool(members: readonly People[], overTime: boolean): People {
  const sum = (pick: (people: People) => number) => members.reduce((total, people) => total + pick(people), 0);
  const cost = sum((people) => people.cost);
  if (overTime) {
    const count = Math.max(...members.map((people) => people.count));
    return { count, cost, largest: sum((people) => people.largest), second: sum((people) => people.second) };
  }
  const [largest, second] = members.flatMap((people) => [people.largest, people.second]).sort((a, b) => b - a);
  return { count: sum((people) => people.count), cost, largest, second };
}

/**
 * What to hide in a table of groups by periods, so that no total over a dimension or over time gives a hidden cell
 * away, nor do several totals together. `codes` are those of each group, `grid` the people of each group and period.
 * Where a total over a dimension is itself hidden (`hidesTotal`), so are all its parts.
 */
export function hideGroups(
  codes: readonly (readonly string[])[],
  grid: readonly (readonly People[])[],
  hidesTotal: (dimension: number, group: number, period: number) => boolean = () => false,
): boolean[][] {
  const hidden = grid.map((row) => row.map((people) => revealsSomebody(people)));
  const margins: Margin[] = [];
  for (const margin of marginsOf(codes, grid[0]?.length ?? 0)) {
    const { cells, dimension } = margin;
    const isHidden = dimension !== null && hidesTotal(dimension, ...cells[0]);
    if (isHidden) for (const [g, p] of cells) hidden[g][p] ||= grid[g][p].count > 0;
    else margins.push(margin);
  }
  // Hiding in one margin can open a gap in another; every round hides more, so this ends.
  do completeMargins(margins, grid, hidden);
  while (hideBesideSolved(margins, grid, hidden));
  return hidden;
}

function completeMargins(
  margins: readonly Margin[],
  grid: readonly (readonly People[])[],
  hidden: readonly boolean[][],
): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const { cells, dimension } of margins) {
      if (!cells.some(([g, p]) => hidden[g][p])) continue;
      const members = cells.map(([g, p]) => ({ ...grid[g][p], forced: hidden[g][p] }));
      for (const [i, hide] of completeMargin(members, dimension === null).entries()) {
        const [g, p] = cells[i];
        if (hide && !hidden[g][p]) hidden[g][p] = changed = true;
      }
    }
  }
}

/**
 * Hides the next smallest cell beside each that reveals somebody and follows from the totals of all margins together;
 * whether there was any.
 */
function hideBesideSolved(
  margins: readonly Margin[],
  grid: readonly (readonly People[])[],
  hidden: readonly boolean[][],
): boolean {
  if (margins.length < 2) return false;
  const periods = grid[0]?.length ?? 0;
  const unknowns = margins
    .filter((margin) => isTold(margin, grid))
    .map(({ cells }) => cells.filter(([g, p]) => hidden[g][p]).map(([g, p]) => g * periods + p));
  let hides = false;
  for (const at of solvedUnknowns(unknowns)) {
    const [group, period] = [Math.floor(at / periods), at % periods];
    if (!revealsSomebody(grid[group][period])) continue;
    const beside = margins
      .filter(({ cells }) => cells.some(([g, p]) => g === group && p === period))
      .flatMap(({ cells }) => cells.filter(([g, p]) => !hidden[g][p] && grid[g][p].count > 0))
      .sort(([g, p], [h, q]) => grid[g][p].count - grid[h][q].count || g - h || p - q);
    if (beside.length === 0) continue;
    const [g, p] = beside[0];
    hidden[g][p] = hides = true;
  }
  return hides;
}

/** Sets of cells that add up to something that may be shown: all groups that differ in one dimension, all periods. */
function marginsOf(codes: readonly (readonly string[])[], periods: number): Margin[] {
  const margins: Margin[] = [];
  for (let dimension = 0; dimension < (codes[0]?.length ?? 0); dimension++) {
    const restOf = (g: number) => codes[g].filter((_, i) => i !== dimension).join('\u0000');
    const groups = Map.groupBy(codes.keys(), restOf);
    for (let p = 0; p < periods; p++)
      for (const group of groups.values()) margins.push({ cells: group.map((g) => [g, p]), dimension });
  }
  if (periods > 1)
    codes.forEach((_, g) =>
      margins.push({ cells: Array.from({ length: periods }, (_unused, p) => [g, p]), dimension: null }),
    );
  return margins;
}
