import { hoursExclusion, inHours, isPaid, isWorked } from './cell-tests.ts';
import { fteHours } from './fte-base.ts';
import { defineMetric, sumOf } from './metric.ts';
import type { LaborCell } from './metric.ts';

const counts = (cell: LaborCell, variant: string | null) => (variant === 'paid' ? isPaid(cell) : isWorked(cell));

export default defineMetric({
  id: 'fte',
  version: 1,
  title: 'Full-time equivalents',
  formula: 'hours ÷ (2,080 × days covered ÷ 365)',
  unit: 'fte',
  grain: 'any split of labour lines or staffing records',
  additivity: 'additive',
  source: 'Muster product definition §4',
  edgeCases: [
    'Always named paid or worked. Billed hours of external workers count as paid hours.',
    'Days are those that the extracts cover within the period.',
    'No claim of a monthly change is made from it: working-day calendars alone move it by some percent.',
    'Aggregate staffing extracts give worked hours only.',
  ],
  variants: ['paid', 'worked'],
  place: (cell, variant) => (counts(cell, variant) ? 'base' : hoursExclusion(cell)),
  compute(cells, context, variant) {
    const counted = cells.filter((cell) => counts(cell, variant));
    if (counted.length === 0 && cells.some((cell) => cell.aggregate))
      return { absence: 'not_measured', missing: ['labor'] };
    if (counted.length === 0 || context.days === 0) return { absence: 'no_base', missing: [] };
    return { numerator: inHours(sumOf(counted, 'hours', () => true)), denominator: fteHours(context.days) };
  },
});
