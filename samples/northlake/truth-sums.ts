import { type Cell, isProductive } from './books.ts';

/** Hours as they are, money in cents, shares in 0–1. */
export type Sums = {
  internal_productive_hours: number;
  internal_hours_by_pay_class: Record<string, number>;
  internal_pay_cents_by_pay_class: Record<string, number>;
  /** Lines on payroll, booked employer cost and unmapped pay codes included. */
  internal_pay_cents: number;
  /** Fixed plus variable load of the loads extract on all pay but employer cost; none for Bayside. */
  employer_load_cents: number;
  internal_cost_cents: number;
  external_productive_hours: number;
  external_hours_by_pay_class: Record<string, number>;
  external_cost_cents: number;
  external_hours_of_unknown_cost: number;
  digital_cents: number;
  statement_of_work_cents: number;
  external_share_hours: number;
  external_share_hours_direct_care: number;
  external_share_cost: number;
  external_share_cost_without_loads: number;
  overtime_share: number;
};

/** Adds up cells of the books; shares are formed last. */
export function sumCells(cells: readonly Cell[]): Sums {
  const internal = cells.filter((cell) => cell.workerClass === 'internal');
  const external = cells.filter((cell) => cell.workerClass === 'external');
  const internalHours = productiveHours(internal);
  const externalHours = productiveHours(external);
  const pay = total(internal, (cell) => cell.cents);
  const load = Math.round(total(internal, (cell) => cell.load));
  const externalCost = total(external, (cell) => cell.cents);
  const hoursByClass = byPayClass(internal, (cell) => cell.hours);
  return {
    internal_productive_hours: internalHours,
    internal_hours_by_pay_class: hoursByClass,
    internal_pay_cents_by_pay_class: byPayClass(internal, (cell) => cell.cents),
    internal_pay_cents: pay,
    employer_load_cents: load,
    internal_cost_cents: pay + load,
    external_productive_hours: externalHours,
    external_hours_by_pay_class: byPayClass(external, (cell) => cell.hours),
    external_cost_cents: externalCost,
    external_hours_of_unknown_cost: total(external, (cell) => cell.unknownHours),
    digital_cents: total(
      cells.filter((cell) => cell.workerClass === 'digital'),
      (cell) => cell.cents,
    ),
    statement_of_work_cents: total(
      cells.filter((cell) => cell.workerClass === 'sow'),
      (cell) => cell.cents,
    ),
    external_share_hours: externalHours / (internalHours + externalHours),
    external_share_hours_direct_care: directCareShare(internal, external),
    external_share_cost: externalCost / (pay + load + externalCost),
    external_share_cost_without_loads: externalCost / (pay + externalCost),
    overtime_share: (hoursByClass['overtime'] ?? 0) / internalHours,
  };
}

function directCareShare(internal: readonly Cell[], external: readonly Cell[]): number {
  const own = productiveHours(internal.filter((cell) => cell.directCare));
  const outside = productiveHours(external.filter((cell) => cell.directCare));
  return own + outside === 0 ? 0 : outside / (own + outside);
}

export function productiveHours(cells: readonly Cell[]): number {
  return total(cells, (cell) => (isProductive(cell.payClass) ? cell.hours : 0));
}

export function total<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}

function byPayClass(cells: readonly Cell[], valueOf: (cell: Cell) => number): Record<string, number> {
  return sumBy(cells, (cell) => cell.payClass, valueOf);
}

/** Sums by key, keys in alphabetical order. */
export function sumBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  valueOf: (item: T) => number,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + valueOf(item));
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function inMonths<T extends { month: number }>(
  items: readonly T[],
  range: { first: number; last: number },
): T[] {
  return items.filter((item) => item.month >= range.first && item.month <= range.last);
}

/** Of a list that is in ascending order and not empty. */
export function medianOf(ascending: readonly number[]): number {
  const middle = ascending.length / 2;
  return (ascending[Math.ceil(middle) - 1]! + ascending[Math.floor(middle)]!) / 2;
}
