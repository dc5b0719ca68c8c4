import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'alignment_index',
  version: 1,
  title: 'Alignment index',
  formula: 'geometric mean of the scores of the dimensions that are measured and not kept apart, none counted below 1',
  unit: 'count',
  grain: 'entity and target model, 0 to 100',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'No index below 70 % of the dimensions not kept apart, or below four of them.',
    'The worst dimension stands beside it; 1,000 random weightings give a range; the interval resamples whole sites.',
    'Months are compared on one version of the crosswalk only.',
  ],
});
