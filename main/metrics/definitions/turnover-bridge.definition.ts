import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'turnover_bridge',
  version: 1,
  title: 'The forms of turnover, bridged',
  formula:
    'voluntary separations ÷ mean heads → all separations ÷ mean heads → separations ÷ (person-days ÷ 365) → the same with per diem',
  unit: 'share',
  grain: 'period',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "turnover"',
  edge_cases: [
    'Each step is the difference between two forms, so that the steps add up exactly.',
    'The last 90 days are provisional: somebody rehired within 90 days will not have left.',
  ],
});
