import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'post_close_retention',
  version: 1,
  title: 'Retention after the close',
  formula:
    'restricted mean days in post of acquired people − that of regular hires of the same period, job and pay band',
  unit: 'days',
  grain: 'acquisition',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Retention"; Royston and Parmar (2013)',
  edge_cases: [
    'Days since the close for the acquired, since the hire for the others, without delayed entry.',
    'Hires of the other entities within 182 days of the close; as many of each side in every job and pay band, evenly spaced over their pay. Who has no counterpart is counted and left out.',
    'Pay bands are those of the extract "bands" where there is one, else thirds of the pay of both sides within the job.',
    'Up to 365 days, or to the latest day with ten people at risk on both sides; without such a day nothing is compared.',
    'Curves that cross for more than noise are said to cross: then the difference depends on how far one looks.',
  ],
});
