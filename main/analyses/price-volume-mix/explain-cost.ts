import type { Filter } from '../../contract/figure.ts';
import { isPerson, isProductive } from '../../metrics/cell-tests.ts';
import { laborCells } from '../../metrics/labor-cells.ts';
import type { LaborCell } from '../../metrics/metric.ts';
import { peopleBehind } from '../../metrics/people-behind.ts';
import { hideGroups, revealsSomebody } from '../../metrics/suppression.ts';
import { NON_PRODUCTIVE_MONEY } from '../../model/pay-classes.ts';
import { refuseAttributes } from '../../workspace/clean-room.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { decompose } from './decompose.ts';
import type { DecomposedCell, Effects, PriceCell } from './decompose.ts';

type Months = { first: number; last: number };

export type CostChange = Effects & {
  currency: string | null;
  costBefore: number;
  costAfter: number;
  /** Money of jobs, sites and worker types without productive hours in a period: digital workers, statements of work. */
  unpriced: number;
  /** Leave, orientation, employer cost: paid without productive hours. */
  nonProductive: number;
  cells: CostCell[];
  /** null, or why there is nothing to explain. */
  absence: 'not_measured' | 'suppressed' | null;
  missing: string[];
};

export type CostCell = Effects & {
  by: Record<string, string>;
  hoursBefore: number;
  hoursAfter: number;
  costBefore: number;
  costAfter: number;
  status: DecomposedCell['status'];
  suppressed: boolean;
};

const CELL_DIMENSIONS = ['job', 'site', 'worker_type'];

/**
 * Why cost moved between two periods: volume, substitution, other mix, activity, rate, unpriced and non-productive
 * money, in minor units, adding up exactly and the same however it is sliced. Cells of few people are merged, so that
 * no rate of one person shows; of few people altogether nothing is said.
 */
export function explainCost(
  view: WorkspaceView,
  { before, after, where, by }: { before: Months; after: Months; where: Filter; by: readonly string[] },
): CostChange {
  view.dimensions.require([...by, ...Object.keys(where)]);
  refuseAttributes(view, by);
  if (view.mixesCurrencies(where)) return withoutEffects('not_measured');
  if (isOfFewPeople(view, where, [before, after]))
    return { ...withoutEffects('suppressed'), currency: view.currency(where) };
  const dimensions = [...CELL_DIMENSIONS, ...by.filter((id) => !CELL_DIMENSIONS.includes(id))];
  const [groups] = laborCells(view, [{ by: dimensions, where, ranges: [before, after], matchOn: [] }]);
  const rows = groups.map((group): Row => ({
    codes: group.codes,
    sides: [sideOf(group.ranges[0]), sideOf(group.ranges[1])],
    workerClass: classOf(group.ranges),
  }));
  const isPriced = pricedSides(rows);
  const total = (pick: (side: Side) => number, side: 0 | 1) =>
    rows.reduce((sum, row) => sum + pick(row.sides[side]), 0);
  const priced = rows
    .map((row) => ({ row, cell: priceCell(row, isPriced(row)) }))
    .filter((one): one is { row: Row; cell: PriceCell } => one.cell !== null);
  const { effects, cells } = decompose(priced.map(({ cell }) => cell));
  const unpriced = (side: 0 | 1) =>
    rows.reduce((sum, row) => sum + (isPriced(row)[side] ? 0 : row.sides[side].money), 0);
  const hasMoney = rows.some((row) => row.sides.some((side) => side.money !== 0 || side.nonProductive !== 0));
  const shown = suppress(
    view,
    { before, after, where },
    mergeBy(
      cells,
      priced.map(({ row }) => row.codes),
      dimensions,
      by.length > 0 ? by : CELL_DIMENSIONS,
    ),
  );
  return {
    ...effects,
    currency: view.currency(where),
    costBefore: total(moneyOf, 0),
    costAfter: total(moneyOf, 1),
    unpriced: unpriced(1) - unpriced(0),
    nonProductive: total((side) => side.nonProductive, 1) - total((side) => side.nonProductive, 0),
    cells: shown,
    absence: hasMoney ? null : 'not_measured',
    missing: hasMoney ? [] : ['labor'],
  };
}

function isOfFewPeople(view: WorkspaceView, where: Filter, ranges: readonly Months[]): boolean {
  const [all] = peopleBehind(view, { by: [], where, ranges, codes: [[]] });
  return all.some((people) => revealsSomebody(people));
}

function withoutEffects(absence: 'not_measured' | 'suppressed'): CostChange {
  const none = { volume: 0, substitution: 0, otherMix: 0, activity: 0, rate: 0, unpriced: 0, nonProductive: 0 };
  return { ...none, currency: null, costBefore: 0, costAfter: 0, cells: [], absence, missing: [] };
}

/** Productive hours, money that belongs to them, and money that does not. */
type Side = { hours: number; money: number; nonProductive: number };

function sideOf(cells: readonly LaborCell[]): Side {
  const side = { hours: 0, money: 0, nonProductive: 0 };
  for (const cell of cells) {
    if (cell.aggregate) continue;
    // Hours whose cost is not known leave every price, as their money is missing too.
    if (isProductive(cell)) side.hours += cell.hours - cell.unknownHours;
    if (NON_PRODUCTIVE_MONEY.has(cell.payClass) && isPerson(cell)) side.nonProductive += cell.cost;
    else side.money += cell.cost;
  }
  return side;
}

function moneyOf(side: Side): number {
  return side.money + side.nonProductive;
}

function classOf(ranges: readonly (readonly LaborCell[])[]): string {
  return ranges.flat()[0]?.workerClass ?? 'unknown';
}

type Row = { codes: string[]; sides: [Side, Side]; workerClass: string };

/** Whether the job, site and worker type that a row belongs to has hours to price, before and after. */
function pricedSides(rows: readonly Row[]): (row: Row) => [boolean, boolean] {
  const keyOf = ({ codes }: Row) => codes.slice(0, CELL_DIMENSIONS.length).join('\u0000');
  const hours = new Map<string, [number, number]>();
  for (const row of rows) {
    const [before, after] = hours.get(keyOf(row)) ?? [0, 0];
    hours.set(keyOf(row), [before + row.sides[0].hours, after + row.sides[1].hours]);
  }
  return (row) => {
    const [before, after] = hours.get(keyOf(row))!;
    return [before !== 0, after !== 0];
  };
}

/** null when neither period has hours to price. Money in a period without hours is unpriced and leaves the cell. */
function priceCell({ codes, sides, workerClass }: Row, isPriced: readonly [boolean, boolean]): PriceCell | null {
  const [before, after] = sides;
  if (!isPriced[0] && !isPriced[1]) return null;
  return {
    job: codes[0],
    site: codes[1],
    workerType: codes[2],
    workerClass,
    hours: [before.hours, after.hours],
    cost: [isPriced[0] ? before.money : 0, isPriced[1] ? after.money : 0],
  };
}

function mergeBy(
  cells: readonly DecomposedCell[],
  codes: readonly string[][],
  dimensions: readonly string[],
  by: readonly string[],
): CostCell[] {
  const positions = by.map((id) => dimensions.indexOf(id));
  const merged = new Map<string, CostCell>();
  cells.forEach((cell, i) => {
    const own = positions.map((at) => codes[i][at]);
    const name = own.join('\u0000');
    const known = merged.get(name);
    if (known) addTo(known, costCell(known.by, cell));
    else merged.set(name, costCell(Object.fromEntries(by.map((id, at) => [id, own[at]])), cell));
  });
  return [...merged.values()];
}

function costCell(by: Record<string, string>, cell: DecomposedCell): CostCell {
  return {
    by,
    ...cell.effects,
    hoursBefore: cell.hours[0] / 1e6,
    hoursAfter: cell.hours[1] / 1e6,
    costBefore: cell.cost[0],
    costAfter: cell.cost[1],
    status: cell.status,
    suppressed: false,
  };
}

function addTo(sum: CostCell, part: CostCell): void {
  sum.volume += part.volume;
  sum.substitution += part.substitution;
  sum.otherMix += part.otherMix;
  sum.activity += part.activity;
  sum.rate += part.rate;
  sum.hoursBefore += part.hoursBefore;
  sum.hoursAfter += part.hoursAfter;
  sum.costBefore += part.costBefore;
  sum.costAfter += part.costAfter;
  if (sum.status !== part.status) sum.status = 'continued';
}

/** Cells that would show somebody's rate are merged into one; by subtraction nothing can be taken out of it. */
function suppress(
  view: WorkspaceView,
  { before, after, where }: { before: Months; after: Months; where: Filter },
  cells: readonly CostCell[],
): CostCell[] {
  if (cells.length === 0) return [];
  const dimensions = Object.keys(cells[0].by);
  const codes = cells.map((cell) => Object.values(cell.by));
  const grid = peopleBehind(view, { by: dimensions, where, ranges: [before, after], codes });
  const hidden = hideGroups(
    cells.map((_, i) => [String(i)]),
    grid,
  ).map((row) => row.some(Boolean));
  const kept = cells.filter((_, i) => !hidden[i]);
  const rest = cells.filter((_, i) => hidden[i]);
  if (rest.length === 0) return kept;
  const [first, ...others] = rest;
  const merged = { ...first, by: Object.fromEntries(dimensions.map((id) => [id, 'suppressed'])), suppressed: true };
  for (const cell of others) addTo(merged, cell);
  return [...kept, merged];
}
