import { EMPLOYEE_TYPES } from '../model/worker-types.ts';
import { isExternal, isProductive } from './cell-tests.ts';
import { statementOfWork } from './labor-cost.ts';
import type { LaborCell, MetricContext } from './metric.ts';
import { PLACE_SUMS, PlaceMonths, YEAR } from './place-months.ts';
import type { Basis, MatchedCell } from './place-months.ts';

/**
 * External hours by job × site × month with the own rate on a basis, as `PlaceMonths.match` gives them: from the
 * context where it has them, else from cells that are told apart by job, site and month.
 */
export function matchExternalHours(
  cells: readonly LaborCell[],
  context: Pick<MetricContext, 'first' | 'last' | 'match'>,
  basis: Basis,
): MatchedCell[] {
  if (context.match) return context.match(basis);
  const { first, last } = context;
  const placeOf = placesWithExternal(cells, first);
  const from = first - YEAR + 1;
  const places = new PlaceMonths(placeOf.size, from, last - from + 1);
  for (const cell of cells) {
    const place = cell.aggregate || cell.month < from || cell.month > last ? undefined : placeOf.get(keyOf(cell));
    if (place !== undefined) addTo(places.sums, places.at(place, cell.month), cell);
  }
  return places.match(placeOf.values(), { first, last }, basis);
}

function placesWithExternal(cells: readonly LaborCell[], first: number): Map<string, number> {
  const places = new Map<string, number>();
  for (const cell of cells) {
    if (isExternal(cell) && !cell.aggregate && cell.month >= first && !places.has(keyOf(cell)))
      places.set(keyOf(cell), places.size);
  }
  return places;
}

function keyOf(cell: LaborCell): string {
  return `${cell.job}\u0000${cell.site}`;
}

/** The same rule as for the cells of the cube in matched-places.ts. */
function addTo(sums: Float64Array, at: number, cell: LaborCell): void {
  const hours = cell.hours - cell.unknownHours;
  if (isExternal(cell)) {
    if (isProductive(cell)) sums[at + PLACE_SUMS.externalHours] += hours;
    sums[at + PLACE_SUMS.billed] += cell.cost - statementOfWork(cell);
    return;
  }
  if (!EMPLOYEE_TYPES.has(cell.workerType)) return;
  sums[at + PLACE_SUMS.loadedCost] += cell.cost + cell.load;
  if (isProductive(cell)) sums[at + PLACE_SUMS.loadedHours] += hours;
  if (cell.payClass === 'regular') {
    sums[at + PLACE_SUMS.regularCost] += cell.cost;
    sums[at + PLACE_SUMS.regularHours] += hours;
    sums[at + PLACE_SUMS.regularLoad] += cell.variableLoad;
  } else if (cell.payClass === 'overtime') {
    sums[at + PLACE_SUMS.overtimeCost] += cell.cost;
    sums[at + PLACE_SUMS.overtimeHours] += hours;
    sums[at + PLACE_SUMS.overtimeLoad] += cell.variableLoad;
  }
}
