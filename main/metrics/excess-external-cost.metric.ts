import externalGap from './external-gap.metric.ts';
import { defineMetric } from './metric.ts';

export default defineMetric({
  id: 'excess_external_cost',
  version: 1,
  title: 'Excess external cost',
  formula: 'external cost − external share of hours × all labour cost',
  unit: 'money',
  grain: 'any split of labour lines',
  additivity: 'non-additive',
  source: 'Muster product definition §4: the gap between hours and cost, in money',
  edgeCases: [
    'What external hours cost beyond their share of hours; it does not add up over units, because the share is each unit’s own.',
  ],
  reveals: 'pay',
  place: externalGap.place,
  compute(cells, context) {
    const gap = externalGap.compute(cells, context, null);
    return 'absence' in gap ? gap : { numerator: gap.numerator, denominator: null, value: gap.numerator };
  },
});
