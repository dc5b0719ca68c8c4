import { inHours, isExternal, isProductive } from './cell-tests.ts';
import { defineMetric, notMeasured, ratio, sumOf } from './metric.ts';
import type { LaborCell } from './metric.ts';

const counts = (cell: LaborCell) => isExternal(cell) && isProductive(cell) && !cell.aggregate;

export default defineMetric({
  id: 'unpriced_hours_share',
  version: 1,
  title: 'External hours without a cost',
  formula: 'external productive hours whose cost no extract gives ÷ external productive hours',
  unit: 'share',
  grain: 'any split of labour lines',
  additivity: 'non-additive',
  source: 'Muster exact rules, "External, counted once"',
  edgeCases: [
    'A blank cost is unknown, not zero: these hours leave every price figure.',
    'Above 5% the external share of cost is not measured.',
  ],
  place: (cell) => (counts(cell) ? 'base' : null),
  compute(cells) {
    const counted = cells.filter(counts);
    if (counted.length === 0 && cells.some((cell) => cell.aggregate)) return notMeasured('labor');
    return ratio(inHours(sumOf(counted, 'unknownHours', () => true)), inHours(sumOf(counted, 'hours', () => true)));
  },
});
