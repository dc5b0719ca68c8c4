import type { Cell } from './books.ts';
import { PRIOR, RECENT } from './calendar.ts';
import { HOT_UNITS } from './story.ts';
import { type Sums, inMonths, sumCells } from './truth-sums.ts';

export type UnitGap = {
  unit: string;
  external_share_hours: number;
  external_share_cost: number;
  external_share_hours_before: number;
  external_share_cost_before: number;
  /** Points that the unit adds to the system's gap between cost share and hours share; units sum to the gap. */
  adds: number;
  added_before: number;
};

export type Gap = {
  recent: number;
  prior: number;
  widened: number;
  widened_in_hot_units: number;
  hot_units_share_of_widening: number;
  units: UnitGap[];
};

/** The gap between the external share of cost and of hours, and the units that widened it. */
export function gapOf(cells: readonly Cell[]): Gap {
  const recent = inMonths(cells, RECENT);
  const prior = inMonths(cells, PRIOR);
  const now = sumCells(recent);
  const before = sumCells(prior);
  const units = [...new Set(recent.map((cell) => cell.unit))].map((unit) =>
    unitGap(unit, { recent, prior, now, before }),
  );
  units.sort((a, b) => b.adds - b.added_before - (a.adds - a.added_before));
  const widened = gap(now) - gap(before);
  const hot = units
    .filter(({ unit }) => HOT_UNITS.includes(unit))
    .reduce((sum, unit) => sum + unit.adds - unit.added_before, 0);
  return {
    recent: gap(now),
    prior: gap(before),
    widened,
    widened_in_hot_units: hot,
    hot_units_share_of_widening: hot / widened,
    units,
  };
}

function gap(sums: Sums): number {
  return sums.external_share_cost - sums.external_share_hours;
}

function unitGap(unit: string, all: { recent: Cell[]; prior: Cell[]; now: Sums; before: Sums }): UnitGap {
  const now = sumCells(all.recent.filter((cell) => cell.unit === unit));
  const before = sumCells(all.prior.filter((cell) => cell.unit === unit));
  return {
    unit,
    external_share_hours: now.external_share_hours,
    external_share_cost: now.external_share_cost,
    external_share_hours_before: before.external_share_hours,
    external_share_cost_before: before.external_share_cost,
    adds: added(now, all.now),
    added_before: added(before, all.before),
  };
}

function added(unit: Sums, system: Sums): number {
  const cost = unit.external_cost_cents / (system.internal_cost_cents + system.external_cost_cents);
  const hours = unit.external_productive_hours / (system.internal_productive_hours + system.external_productive_hours);
  return cost - hours;
}
