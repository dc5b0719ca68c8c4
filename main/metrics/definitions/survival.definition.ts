import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'survival',
  version: 1,
  title: 'Share still in post',
  formula: 'Kaplan–Meier: Π (1 − leavers ÷ at risk) over days of service; 95 % interval log-log with Greenwood’s error',
  unit: 'share',
  grain: 'spell, by day of service',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Retention"; Kaplan and Meier (1958)',
  edge_cases: [
    'Delayed entry: nobody is at risk before the first day on which leaving would have been seen. Pages ask at what rate people leave in the period shown: everybody counts from the service they had when it began.',
    'The clock runs from the original hire; the last day in post counts. Who enters on a day is at risk from the next; exits come before the end of observation.',
    'Separations only: moves, leave and divestiture end observation, not the stay. Per diem is out.',
    'Drawings start at the first day with ten people at risk, given being there on that day, and stop below ten.',
    'Differences between groups: restricted mean days in post up to a year, or to the latest day with ten at risk in every group.',
  ],
});
