import externalShareCost from './external-share-cost.metric.ts';
import { isExternal, isProductive } from './cell-tests.ts';
import { defineMetric, sumOf } from './metric.ts';

export default defineMetric({
  id: 'external_gap',
  version: 1,
  title: 'Gap between external share of cost and of hours',
  formula: 'external_share_cost − external_share_hours',
  unit: 'share',
  grain: 'any split of labour lines',
  additivity: 'non-additive',
  source: 'Muster product definition §4: the gap between hours and cost is the message',
  edgeCases: ['In points of share; not measured where either share is not.'],
  reveals: 'pay',
  place: externalShareCost.place,
  compute(cells, context) {
    const cost = externalShareCost.compute(cells, context, null);
    if ('absence' in cost) return cost;
    const priced = cells.filter((cell) => isProductive(cell) && !cell.aggregate);
    const hours = sumOf(priced, 'hours', () => true);
    if (hours === 0) return { absence: 'no_base', missing: [] };
    const gap = cost.numerator / cost.denominator! - sumOf(priced, 'hours', isExternal) / hours;
    return { numerator: gap * cost.denominator!, denominator: cost.denominator, value: gap };
  },
});
