import { definePeopleMetric } from './people-metric.ts';
import { isHeadline, personDays, placeHeadline } from './stay-tests.ts';
import { REASON_RULE, SEPARATION_RULES, SEPARATION_VARIANTS, separationRate } from './turnover.ts';
import { DAYS_A_YEAR } from '../model/year.ts';

export default definePeopleMetric({
  id: 'turnover_annualized',
  version: 1,
  title: 'Turnover a year',
  formula: 'separations ÷ (person-days ÷ 365)',
  unit: 'ratio',
  grain: 'any split of employees',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Retention"',
  edgeCases: [...SEPARATION_RULES, REASON_RULE, 'Person-days are those observed in the period.'],
  variants: SEPARATION_VARIANTS,
  reveals: 'stay',
  isFlow: true,
  place: placeHeadline,
  compute(stays, context, variant) {
    const base = personDays(stays.filter(isHeadline), context.observed) / DAYS_A_YEAR;
    return separationRate(stays, context, { variant, base });
  },
});
