import { EMPLOYEE_TYPES } from '../model/worker-types.ts';
import { isExternal, isProductive } from './cell-tests.ts';
import { statementOfWork } from './labor-cost.ts';
import type { LaborCell, MetricContext } from './metric.ts';
import { sumOf } from './metric.ts';

/** The three prices of an own hour that agency prices are held against. */
export type Basis = 'base' | 'loaded' | 'overtime';

/** External hours of one job, site and month with what was billed and what an own hour costs there. */
export type MatchedCell = { hours: number; billed: number; rate: number | null; assumed: boolean };

/**
 * External hours in 10⁻⁶ hours by job × site × month with the own rate on a basis (minor units per 10⁻⁶ hour); the
 * rate is null where no employee worked in the same place.
 */
export function matchExternalHours(cells: readonly LaborCell[], context: Pick<MetricContext, 'first' | 'last'>, basis: Basis): MatchedCell[] {
  const matched: MatchedCell[] = [];
  for (const place of groupBy(cells, (cell) => `${cell.job}\u0000${cell.site}`).values()) {
    const byMonth = groupBy(place, (cell) => cell.month);
    const employees = place.filter((cell) => EMPLOYEE_TYPES.has(cell.workerType) && !cell.aggregate);
    for (const [month, inMonth] of byMonth) {
      if (month < context.first || month > context.last) continue;
      const external = inMonth.filter((cell) => isExternal(cell) && !cell.aggregate);
      const hours = sumOf(external, 'hours', isProductive) - sumOf(external, 'unknownHours', isProductive);
      if (hours <= 0) continue;
      const billed = external.reduce((sum, cell) => sum + cell.cost - statementOfWork(cell), 0);
      matched.push({ hours, billed, ...ownRate(employees, month, basis) });
    }
  }
  return matched;
}

function ownRate(employees: readonly LaborCell[], month: number, basis: Basis): { rate: number | null; assumed: boolean } {
  const inMonth = employees.filter((cell) => cell.month === month);
  const regular = inMonth.filter((cell) => cell.payClass === 'regular');
  switch (basis) {
    case 'base':
      return { rate: perHour(sumOf(regular, 'cost', () => true), regular), assumed: false };
    case 'loaded': {
      const year = employees.filter((cell) => cell.month > month - 12 && cell.month <= month);
      return { rate: perHour(sumOf(year, 'cost', () => true) + sumOf(year, 'load', () => true), year.filter(isProductive)), assumed: false };
    }
    case 'overtime': {
      const overtime = inMonth.filter((cell) => cell.payClass === 'overtime');
      const rate = perHour(sumOf(overtime, 'cost', () => true) + sumOf(overtime, 'variableLoad', () => true), overtime);
      if (rate !== null) return { rate, assumed: false };
      const base = perHour(sumOf(regular, 'cost', () => true) + sumOf(regular, 'variableLoad', () => true), regular);
      return { rate: base === null ? null : 1.5 * base, assumed: true };
    }
  }
}

function perHour(cost: number, cells: readonly LaborCell[]): number | null {
  const hours = sumOf(cells, 'hours', () => true) - sumOf(cells, 'unknownHours', () => true);
  return hours > 0 ? cost / hours : null;
}

function groupBy<Key>(cells: readonly LaborCell[], keyOf: (cell: LaborCell) => Key): Map<Key, LaborCell[]> {
  const groups = new Map<Key, LaborCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return groups;
}
