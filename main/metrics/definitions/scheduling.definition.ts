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
    'The service line of a unit is that which the crosswalk maps it to, else that of its attribute service_line.',
    'A characteristic that one side’s extract lacks is left out and named.',
    'Lead time is the time from publishing the schedule to the shift, in bands of weeks.',
    'Money: excess of outside over loaded own cost, job by job (numerator of agency_premium), × share of outside shifts in patterns that the model has less of × (ratio − 1). The ratio is Mantel–Haenszel: outside share of shifts in the other patterns ÷ in these, within units and jobs of the entity that have worked both.',
    'No money where no unit has worked both ways in eight weeks or more, or where a jackknife interval by week does not exclude a ratio of 1. Of several characteristics the one with most money counts: they do not add up.',
  ],
});
