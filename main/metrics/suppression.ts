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

/** Cells that add up to a total over some dimensions, over time, or over both. */
type Margin = { cells: readonly Cell[]; over: readonly number[]; overTime: boolean };
type Cell = readonly [group: number, period: number];

/**
 * Completes the hiding in one margin. A single hidden member would follow by subtraction from the total: hidden
 * members must be at least two, and their sum must not give anybody away either. The next smallest are hidden until
 * that holds, or all are. Out: the cells that are hidden besides.
 */
function completeMargin({ cells, overTime }: Margin, grid: Grid, hidden: Hidden): Cell[] {
  const concealed = cells.filter(([g, p]) => hidden[g][p]);
  if (concealed.length === 0) return [];
  const before = concealed.length;
  const rest = visible(cells, grid, hidden);
  const enough = () => concealed.length >= 2 && !revealsSomebody(pool(concealed, grid, overTime));
  while (before + rest.length > concealed.length && !enough()) concealed.push(rest[concealed.length - before]);
  return concealed.slice(before);
}

/** Cells of people that are shown, the smallest first. */
function visible(cells: readonly Cell[], grid: Grid, hidden: Hidden): Cell[] {
  return cells
    .filter(([g, p]) => !hidden[g][p] && grid[g][p].count > 0)
    .sort(([g, p], [h, q]) => grid[g][p].count - grid[h][q].count || g - h || p - q);
}

/** Whether a total of which nothing else is known tells of more than one cell, and of so many people that it is shown. */
function isLikelyTold({ cells, overTime }: Margin, grid: Grid): boolean {
  const peopled = cells.filter(([g, p]) => grid[g][p].count > 0);
  return peopled.length > 1 && !revealsSomebody(pool(peopled, grid, overTime));
}

/** The people of several cells together. Those of one group in several periods are taken to be the same. */
function pool(cells: readonly Cell[], grid: Grid, overTime: boolean): People {
  const members = overTime
    ? [...Map.groupBy(cells, ([g]) => g).values()].map((periods) => samePeople(periods.map(([g, p]) => grid[g][p])))
    : cells.map(([g, p]) => grid[g][p]);
  const sum = (pick: (people: People) => number) => members.reduce((total, people) => total + pick(people), 0);
  const [largest, second] = members.flatMap((people) => [people.largest, people.second]).sort((a, b) => b - a);
  return { count: sum(({ count }) => count), cost: sum(({ cost }) => cost), largest, second };
}

function samePeople(periods: readonly People[]): People {
  const sum = (pick: (people: People) => number) => periods.reduce((total, people) => total + pick(people), 0);
  return {
    count: Math.max(...periods.map(({ count }) => count)),
    cost: sum(({ cost }) => cost),
    largest: sum(({ largest }) => largest),
    second: sum(({ second }) => second),
  };
}

type Grid = readonly (readonly People[])[];
type Hidden = readonly boolean[][];

/**
 * What to hide in a table of groups by periods, so that no total over dimensions or over time gives a hidden cell
 * away, nor do several totals together. `codes` are those of each group, `grid` the people of each group and period.
 * Where a total over some dimensions (their positions in `codes`) is itself hidden (`hidesTotal`), so are all its
 * parts.
 */
export function hideGroups(
  codes: readonly (readonly string[])[],
  grid: Grid,
  hidesTotal?: (over: readonly number[], group: number, period: number) => boolean,
): boolean[][] {
  const hidden = grid.map((row) => row.map((people) => revealsSomebody(people)));
  const margins: Margin[] = [];
  const told: Margin[] = [];
  for (const margin of marginsOf(codes, grid[0]?.length ?? 0)) {
    const { cells, over, overTime } = margin;
    const hides = overTime ? undefined : hidesTotal?.(over, ...cells[0]);
    if (hides) for (const [g, p] of cells) hidden[g][p] ||= grid[g][p].count > 0;
    else margins.push(margin);
    // A single cell can be told as a total although it is hidden here beside another.
    if (hides === undefined ? isLikelyTold(margin, grid) : !hides) told.push(margin);
  }
  // Hiding in one margin can open a gap in another; every round hides more, so this ends.
  do completeMargins(margins, grid, hidden);
  while (hideBesideSolved(margins, told, grid, hidden));
  return hidden;
}

function completeMargins(margins: readonly Margin[], grid: Grid, hidden: Hidden): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const margin of margins)
      for (const [g, p] of completeMargin(margin, grid, hidden)) hidden[g][p] = changed = true;
  }
}

/**
 * Hides the next smallest cell beside each that reveals somebody and follows from the totals of all margins together;
 * whether there was any.
 */
function hideBesideSolved(margins: readonly Margin[], told: readonly Margin[], grid: Grid, hidden: Hidden): boolean {
  if (margins.length < 2) return false;
  const periods = grid[0]?.length ?? 0;
  const unknowns = told.map(({ cells }) => cells.filter(([g, p]) => hidden[g][p]).map(([g, p]) => g * periods + p));
  let hides = false;
  for (const at of solvedUnknowns(unknowns)) {
    const [group, period] = [Math.floor(at / periods), at % periods];
    if (!revealsSomebody(grid[group][period])) continue;
    // Totals over less come first: what is hidden there is the closest.
    for (const { cells } of margins) {
      if (!cells.some(([g, p]) => g === group && p === period)) continue;
      const [beside] = visible(cells, grid, hidden);
      if (!beside) continue;
      hidden[beside[0]][beside[1]] = hides = true;
      break;
    }
  }
  return hides;
}

/**
 * Sets of cells that add up to something that may be shown: all that differ in some dimensions only, in time only, or
 * in both; those that differ in the fewest come first.
 */
function marginsOf(codes: readonly (readonly string[])[], periods: number): Margin[] {
  const times = Array.from({ length: periods }, (_, p) => p);
  return subsetsOf(codes[0]?.length ?? 0)
    .flatMap((over) => {
      const restOf = (g: number) => codes[g].filter((_, i) => !over.includes(i)).join('\u0000');
      const groups = [...Map.groupBy(codes.keys(), restOf).values()];
      const cellsIn = (group: readonly number[], within: readonly number[]): Cell[] =>
        within.flatMap((p) => group.map((g): Cell => [g, p]));
      const ofPeriods =
        over.length === 0
          ? []
          : times.flatMap((p) => groups.map((group) => ({ cells: cellsIn(group, [p]), over, overTime: false })));
      const ofAll = periods < 2 ? [] : groups.map((group) => ({ cells: cellsIn(group, times), over, overTime: true }));
      return [...ofPeriods, ...ofAll];
    })
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ over, overTime }: Margin): number {
  return over.length + (overTime ? 1 : 0);
}

/** All sets of some of the numbers below `count`, the empty one among them. */
function subsetsOf(count: number): number[][] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_unused, i) => i).filter((i) => bits & (1 << i)),
  );
}
