import { isInternal } from './cell-tests.ts';
import { defineMetric } from './metric.ts';
import type { LaborCell } from './metric.ts';

const isOvertime = (cell: LaborCell) => isInternal(cell) && cell.payClass === 'overtime' && !cell.aggregate;

/** Premium money of overtime in minor units; null where no worker's regular rate is known. */
export function overtimePremium(cells: readonly LaborCell[]): number | null {
  const known = cells.filter((cell) => isOvertime(cell) && cell.overtimePremium !== null);
  return known.length === 0 ? null : known.reduce((sum, cell) => sum + cell.overtimePremium!, 0);
}

export default defineMetric({
  id: 'overtime_premium',
  version: 1,
  title: 'Overtime premium',
  formula: 'overtime cost − overtime hours × the worker’s regular rate in the month',
  unit: 'money',
  grain: 'worker × month, then any split',
  additivity: 'additive',
  source: 'Muster exact rules, "Overtime premium money"',
  edgeCases: ['Half of the overtime line is not the premium: each worker’s own regular rate is.', 'Premium-only lines are money without hours and count in full.', 'Overtime of workers without regular hours in the month is left out and shown.'],
  reveals: 'pay',
  place: (cell) => (isOvertime(cell) ? (cell.overtimePremium === null ? { excluded: 'no regular rate known in the month' } : 'base') : null),
  compute(cells) {
    const premium = overtimePremium(cells);
    if (premium !== null) return { numerator: premium, denominator: null, value: premium };
    return cells.some((cell) => cell.aggregate) ? { absence: 'not_measured', missing: ['labor'] } : { absence: 'no_base', missing: [] };
  },
});
