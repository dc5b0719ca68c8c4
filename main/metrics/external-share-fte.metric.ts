import { hoursExclusion, inHours, isExternal, isPaid } from './cell-tests.ts';
import { fteHours } from './fte-base.ts';
import { defineMetric, ratio, sumOf } from './metric.ts';

export default defineMetric({
  id: 'external_share_fte',
  version: 1,
  title: 'External share of FTE',
  formula: 'external paid FTE ÷ all paid FTE',
  unit: 'share',
  grain: 'any split of labour lines',
  additivity: 'non-additive',
  source: 'Muster product definition §4',
  edgeCases: [
    'Billed hours of external workers count as paid hours.',
    'Aggregate staffing extracts have no paid hours: "labor" is named as missing.',
  ],
  place: (cell) =>
    isPaid(cell)
      ? 'base'
      : cell.aggregate
        ? { excluded: 'aggregate hours: paid hours not known' }
        : hoursExclusion(cell),
  compute(cells, context) {
    const paid = cells.filter(isPaid);
    if (paid.length === 0 && cells.some((cell) => cell.aggregate))
      return { absence: 'not_measured', missing: ['labor'] };
    if (context.days === 0) return { absence: 'no_base', missing: [] };
    const base = fteHours(context.days);
    return ratio(inHours(sumOf(paid, 'hours', isExternal)) / base, inHours(sumOf(paid, 'hours', () => true)) / base);
  },
});
