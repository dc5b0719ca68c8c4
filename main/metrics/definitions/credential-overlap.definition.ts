import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'credential_overlap',
  version: 1,
  title: 'Credential overlap',
  formula: 'Jaccard index of the controls that both require',
  unit: 'share',
  grain: 'control required by a policy of area "credentials"',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Score: 100·overlap. A fact, without a noise band.',
    'Who would fail the other’s rule: people in the jobs concerned without a current credential; needs credentials.',
    'Best of both: both require what either does.',
  ],
});
