import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'retention',
  version: 1,
  title: 'Retention difference',
  formula: 'restricted mean time in post at the entity − in the target model',
  unit: 'days',
  grain: 'employees in post at the start of the window or joining in it; per diem out',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Up to 365 days, or the latest time with ten at risk on both sides; days since the start of the window or since joining. Fewer than 30 tell nothing.',
    'Ends between two snapshots are placed midway; whoever could be seen to leave only from a later day on is at risk from then.',
    'In the trend, and at close, only where the horizon is the whole 365 days: over a month after the close nearly everybody is still there on both sides.',
    'Score: 100·(1 − |difference| ÷ a quarter of the horizon), not below 0.',
    'Best of both: whose people stay longer is where it should be and scores 100.',
  ],
});
