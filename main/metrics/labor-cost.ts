import { isExternal, isInternal, isPerson } from './cell-tests.ts';
import type { LaborCell } from './metric.ts';
import { sumOf } from './metric.ts';

/** Above this share of hours without a cost, a cost figure would be a guess (DEFINITIONS, "External, counted once"). */
const TOLERATED_UNKNOWN = 0.05;

/** Money of vendors without hours is statement-of-work money: shown apart, in no share. */
export function statementOfWork(cell: LaborCell): number {
  return isExternal(cell) && cell.workerType === 'vendor' ? cell.hourlessCost : 0;
}

export type LaborCost = { external: number; all: number } | { missing: string[] };

/**
 * External cost and all labour cost in minor units: wages, differentials, benefits and taxes as far as an extract
 * gives them, and external cost including fees. Says what is missing where too many hours have no cost.
 */
export function laborCost(cells: readonly LaborCell[]): LaborCost {
  const priced = cells.filter((cell) => isPerson(cell) && !cell.aggregate);
  if (priced.length === 0) return { missing: cells.some((cell) => cell.aggregate) ? ['labor'] : [] };
  if (unknownShare(priced, isExternal) > TOLERATED_UNKNOWN) return { missing: ['invoices'] };
  if (unknownShare(priced, isInternal) > TOLERATED_UNKNOWN) return { missing: ['labor'] };
  const external = sumOf(priced, 'cost', isExternal) - priced.reduce((sum, cell) => sum + statementOfWork(cell), 0);
  return { external, all: external + sumOf(priced, 'cost', isInternal) + sumOf(priced, 'load', isInternal) };
}

function unknownShare(cells: readonly LaborCell[], side: (cell: LaborCell) => boolean): number {
  const hours = sumOf(cells, 'hours', side);
  return hours === 0 ? 0 : sumOf(cells, 'unknownHours', side) / hours;
}
