import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { PAID, PRODUCTIVE, WORKED } from '../model/pay-classes.ts';
import type { LaborCell, Placement } from './metric.ts';

/** Productive hours of people: digital workers and workers of unknown class count on neither side. */
export function isProductive(cell: LaborCell): boolean {
  return PRODUCTIVE.has(cell.payClass) && isPerson(cell);
}

export function isPerson(cell: LaborCell): boolean {
  return cell.workerClass === 'internal' || cell.workerClass === 'external';
}

export function isExternal(cell: LaborCell): boolean {
  return cell.workerClass === 'external';
}

export function isInternal(cell: LaborCell): boolean {
  return cell.workerClass === 'internal';
}

export function isWorked(cell: LaborCell): boolean {
  return WORKED.has(cell.payClass) && isPerson(cell);
}

/** Paid hours are known only where the source says how hours were paid. */
export function isPaid(cell: LaborCell): boolean {
  return PAID.has(cell.payClass) && isPerson(cell) && !cell.aggregate;
}

export function inHours(units: number): number {
  return units / UNITS_PER_HOUR;
}

/** Why hours are in no figure of hours; null when nothing is wrong with the cell. */
export function hoursExclusion(cell: LaborCell): Placement {
  if (cell.workerClass === 'digital') return { excluded: 'digital workers are never counted as people' };
  if (cell.workerClass === 'unknown') return { excluded: 'worker type not given' };
  if (cell.payClass === 'unmapped' && cell.hours !== 0) return { excluded: 'pay code not mapped to a pay class' };
  return null;
}
