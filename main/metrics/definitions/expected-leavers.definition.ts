import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'expected_leavers',
  version: 1,
  title: 'Expected leavers in the next twelve months',
  formula: 'Σ over people in post of 1 − exp(−cumulated hazard of the next 365 days of their service)',
  unit: 'count',
  grain: 'person in post at the end of the period',
  additivity: 'additive',
  source: 'Muster product definition, issue "Retention"; Davison and Hinkley (1997), section 3.8',
  edge_cases: [
    'Assumes that people go on leaving at the rates of the period shown; those hired later are not among them.',
    'Hazard: leavers ÷ person-days in each band of service, all jobs together; a job family with at least ten leavers to be expected scales it by its own level, the others together by theirs.',
    'The 95 % interval holds the number that will leave: chance, and rates from whole sites drawn again (fewer than five sites: units; fewer than five units: workers), widened for few clusters; 999 draws from a fixed seed.',
  ],
});
