import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'retention_point_value',
  version: 1,
  title: 'What one point of retention is worth',
  formula: 'heads in post × 0.01 × cost of a leaver',
  unit: 'money',
  grain: 'heads at the end of the period',
  additivity: 'additive',
  source: 'Muster product definition, issue "Retention"',
  edge_cases: [
    'A year with one point less of turnover: one leaver fewer per hundred heads.',
    'Has the range and the gaps of turnover_cost.',
  ],
});
