import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'job_alignment',
  version: 1,
  title: 'Job alignment',
  formula: 'heads in jobs mapped one to one ÷ heads',
  unit: 'share',
  grain: 'entity and target model, heads in post',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Split, merged and unmapped jobs are listed with their heads; a job that was decided to have no counterpart is not aligned.',
    'A fact of the crosswalk, so it carries no noise band; the version used is named.',
    'Without a crosswalk it is not measured.',
  ],
});
