import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'hot_spots',
  version: 1,
  title: 'Units that people leave earlier than comparable peers',
  formula:
    'leavers − Σ over strata of person-days of the unit × leavers ÷ person-days of the other units there; strata are job family × band of service × entity',
  unit: 'count',
  grain: 'unit and period',
  additivity: 'non-additive',
  source:
    'Muster product definition, issue "Retention"; Breslow and Day (1987), sections 2.3 and 3.4; Benjamini and Hochberg (1995)',
  edge_cases: [
    'One-sided exact test: given the leavers of a stratum, those of a unit are binomial in its share of the person-days; mid-p (Lancaster 1961).',
    'Benjamini–Hochberg over all units tested at 10 %: of the units named, one in ten is expected to be named by chance.',
    'Units of fewer than ten people in the period are not tested, nor those that have comparable peers for less than half of their days.',
    'The job stands for its family where no attribute job_family is known.',
  ],
});
