import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'deployment',
  version: 1,
  title: 'Deployment distance',
  formula:
    'Jensen–Shannon distance, base 2, of the shares of productive hours in the home unit, floated within the site and at another site',
  unit: 'distance',
  grain: 'hours of workers with a home unit',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: ['Score: 100·(1 − distance).', 'Needs labour extracts with home units on both sides.'],
});
