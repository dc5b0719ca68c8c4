import { hoursExclusion, inHours, isInternal, isProductive } from './cell-tests.ts';
import { defineMetric, ratio, sumOf } from './metric.ts';
import type { LaborCell } from './metric.ts';

const counts = (cell: LaborCell) => isProductive(cell) && isInternal(cell) && !cell.aggregate;

export default defineMetric({
  id: 'overtime_share',
  version: 1,
  title: 'Overtime share of own productive hours',
  formula: 'internal overtime hours ÷ internal productive hours',
  unit: 'share',
  grain: 'any split of labour lines',
  additivity: 'non-additive',
  source: 'Muster product definition §4',
  edgeCases: [
    'An overtime hour is counted once, whatever premium lines stand beside it.',
    'The money is in overtime_premium.',
    'Aggregate staffing extracts do not tell overtime apart.',
  ],
  place: (cell) =>
    counts(cell) ? 'base' : cell.aggregate ? { excluded: 'aggregate hours: overtime not known' } : hoursExclusion(cell),
  compute(cells) {
    const counted = cells.filter(counts);
    if (counted.length === 0 && cells.some((cell) => cell.aggregate))
      return { absence: 'not_measured', missing: ['labor'] };
    return ratio(
      inHours(sumOf(counted, 'hours', (cell) => cell.payClass === 'overtime')),
      inHours(sumOf(counted, 'hours', () => true)),
    );
  },
});
