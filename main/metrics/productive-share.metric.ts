import { hoursExclusion, inHours, isPaid, isProductive } from './cell-tests.ts';
import { defineMetric, ratio, sumOf } from './metric.ts';

export default defineMetric({
  id: 'productive_share',
  version: 1,
  title: 'Productive share of paid hours',
  formula: 'productive hours ÷ paid hours',
  unit: 'share',
  grain: 'any split of labour lines',
  additivity: 'non-additive',
  source: 'Muster product definition §4',
  edgeCases: [
    'Paid hours are productive, orientation, paid leave and other non-productive hours.',
    'On-call, differential and incentive lines add money; their hours are never counted again.',
    'Aggregate staffing extracts have no paid hours.',
  ],
  place: (cell) =>
    isPaid(cell)
      ? 'base'
      : cell.aggregate
        ? { excluded: 'aggregate hours: paid hours not known' }
        : hoursExclusion(cell),
  compute(cells) {
    const paid = cells.filter(isPaid);
    if (paid.length === 0 && cells.some((cell) => cell.aggregate))
      return { absence: 'not_measured', missing: ['labor'] };
    return ratio(inHours(sumOf(paid, 'hours', isProductive)), inHours(sumOf(paid, 'hours', () => true)));
  },
});
