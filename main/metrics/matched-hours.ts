import { EMPLOYEE_TYPES } from '../model/worker-types.ts';
import { isExternal, isProductive } from './cell-tests.ts';
import { statementOfWork } from './labor-cost.ts';
import type { LaborCell, MetricContext } from './metric.ts';

/** The three prices of an own hour that agency prices are held against. */
export type Basis = 'base' | 'loaded' | 'overtime';

/** External hours of one job, site and month with what was billed and what an own hour costs there. */
export type MatchedCell = { hours: number; billed: number; rate: number | null; assumed: boolean };

/** Months of a trailing year, the month itself included. */
const YEAR = 12;

/**
 * External hours in 10⁻⁶ hours by job × site × month with the own rate on a basis (minor units per 10⁻⁶ hour); the
 * rate is null where no employee worked in the same place.
 */
export function matchExternalHours(
  cells: readonly LaborCell[],
  context: Pick<MetricContext, 'first' | 'last'>,
  basis: Basis,
): MatchedCell[] {
  const matched: MatchedCell[] = [];
  for (const place of placesWithExternal(cells, context)) {
    for (let month = context.first; month <= context.last; month++) {
      const at = month - place.from;
      if (place.hours[at] > 0)
        matched.push({ hours: place.hours[at], billed: place.billed[at], ...ownRate(place, at, basis) });
    }
  }
  return matched;
}

/** Sums of one job and site by month, from `from` on. `own` are employees only; hours are those with a known cost. */
type Place = {
  from: number;
  hours: Float64Array;
  billed: Float64Array;
  regular: Priced;
  overtime: Priced;
  /** All cost of employees with load, and their productive hours. */
  loaded: Priced;
};

type Priced = { cost: Float64Array; hours: Float64Array; variableLoad: Float64Array };

function placesWithExternal(
  cells: readonly LaborCell[],
  { first, last }: Pick<MetricContext, 'first' | 'last'>,
): Iterable<Place> {
  const places = new Map<string, Place>();
  const keyOf = (cell: LaborCell) => `${cell.job}\u0000${cell.site}`;
  const from = first - YEAR + 1;
  const months = last - from + 1;
  for (const cell of cells) {
    if (isExternal(cell) && !cell.aggregate && cell.month >= first && !places.has(keyOf(cell)))
      places.set(keyOf(cell), emptyPlace(from, months));
  }
  for (const cell of cells) {
    const place = cell.aggregate || cell.month < from || cell.month > last ? undefined : places.get(keyOf(cell));
    if (place) addTo(place, cell, cell.month - from);
  }
  return places.values();
}

function emptyPlace(from: number, months: number): Place {
  const priced = (): Priced => ({
    cost: new Float64Array(months),
    hours: new Float64Array(months),
    variableLoad: new Float64Array(months),
  });
  return {
    from,
    hours: new Float64Array(months),
    billed: new Float64Array(months),
    regular: priced(),
    overtime: priced(),
    loaded: priced(),
  };
}

function addTo(place: Place, cell: LaborCell, at: number): void {
  const hours = cell.hours - cell.unknownHours;
  if (isExternal(cell)) {
    if (isProductive(cell)) place.hours[at] += hours;
    place.billed[at] += cell.cost - statementOfWork(cell);
    return;
  }
  if (!EMPLOYEE_TYPES.has(cell.workerType)) return;
  place.loaded.cost[at] += cell.cost + cell.load;
  if (isProductive(cell)) place.loaded.hours[at] += hours;
  const priced = cell.payClass === 'regular' ? place.regular : cell.payClass === 'overtime' ? place.overtime : null;
  if (!priced) return;
  priced.cost[at] += cell.cost;
  priced.hours[at] += hours;
  priced.variableLoad[at] += cell.variableLoad;
}

function ownRate(
  { regular, overtime, loaded }: Place,
  at: number,
  basis: Basis,
): { rate: number | null; assumed: boolean } {
  switch (basis) {
    case 'base':
      return { rate: perHour(regular.cost[at], regular.hours[at]), assumed: false };
    case 'loaded': {
      const year = (values: Float64Array) =>
        values.subarray(at - YEAR + 1, at + 1).reduce((sum, value) => sum + value, 0);
      return { rate: perHour(year(loaded.cost), year(loaded.hours)), assumed: false };
    }
    case 'overtime': {
      const rate = perHour(overtime.cost[at] + overtime.variableLoad[at], overtime.hours[at]);
      if (rate !== null) return { rate, assumed: false };
      const base = perHour(regular.cost[at] + regular.variableLoad[at], regular.hours[at]);
      return { rate: base === null ? null : 1.5 * base, assumed: true };
    }
  }
}

function perHour(cost: number, hours: number): number | null {
  return hours > 0 ? cost / hours : null;
}
