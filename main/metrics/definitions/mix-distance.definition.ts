import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'mix_distance',
  version: 1,
  title: 'Worker mix distance',
  formula: 'Jensen–Shannon distance, base 2, of the shares of productive hours by worker type',
  unit: 'distance',
  grain: 'worker type, where extracts give it, else internal and external',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Score: 100·(1 − distance).',
    'Worker types and pay codes are what the crosswalk maps them to.',
    'Aggregate staffing extracts have no worker types: both sides are then compared by worker class.',
    'Digital workers do no hours; the distance by care setting is shown beside and not scored.',
  ],
});
