import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'scheduling',
  version: 1,
  title: 'Scheduling distance',
  formula:
    'mean over shift length, start, rotation and lead time of the Jensen–Shannon distances of shift shares, within job (and service line where both sides give it)',
  unit: 'distance',
  grain: 'job × service line, shifts weighted by what was worked, else scheduled, else required',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Score: 100·(1 − distance).',
    'A characteristic that one side’s extract lacks is left out and named.',
    'Lead time is the time from publishing the schedule to the shift, in bands of weeks.',
  ],
});
