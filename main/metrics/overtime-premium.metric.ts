import { isInternal } from './cell-tests.ts';
import { formatValue } from '../contract/format.ts';
import { defineMetric, sumOf } from './metric.ts';
import type { LaborCell } from './metric.ts';

const isOvertime = (cell: LaborCell) => isInternal(cell) && cell.payClass === 'overtime' && !cell.aggregate;

/** Premium money of overtime in minor units; null where there is no overtime with a known regular rate. */
export function overtimePremium(cells: readonly LaborCell[]): number | null {
  const overtime = cells.filter(isOvertime);
  const rated = overtime.some((cell) => cell.overtimePremium !== 0 || cell.unratedHours < cell.hours);
  return rated ? sumOf(overtime, 'overtimePremium', () => true) : null;
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
  edgeCases: [
    'Half of the overtime line is not the premium: each worker’s own regular rate is.',
    'Premium-only lines are money without hours and count in full.',
    'Overtime of workers without regular hours in the month is left out and shown.',
  ],
  reveals: 'pay',
  place: (cell) => (isOvertime(cell) ? 'base' : null),
  compute(cells) {
    const premium = overtimePremium(cells);
    if (premium !== null) {
      const unrated = sumOf(cells, 'unratedHours', isOvertime) / sumOf(cells, 'hours', isOvertime);
      return {
        numerator: premium,
        denominator: null,
        value: premium,
        ...(unrated > 0 ? { note: `${formatValue(unrated, 'share')} of overtime hours without a regular rate` } : {}),
      };
    }
    return cells.some((cell) => cell.aggregate)
      ? { absence: 'not_measured', missing: ['labor'] }
      : { absence: 'no_base', missing: [] };
  },
});
