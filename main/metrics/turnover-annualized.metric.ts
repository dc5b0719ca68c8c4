import { ratio } from './metric.ts';
import { definePeopleMetric } from './people-metric.ts';
import { isHeadline, personDays, placeHeadline, separationNote } from './stay-tests.ts';
import { SEPARATION_RULES, SEPARATION_VARIANTS, separationsAmong } from './turnover.ts';

const DAYS_A_YEAR = 365;

export default definePeopleMetric({
  id: 'turnover_annualized',
  version: 1,
  title: 'Turnover a year',
  formula: 'separations ÷ (person-days ÷ 365)',
  unit: 'ratio',
  grain: 'any split of employees',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Retention"',
  edgeCases: [...SEPARATION_RULES, 'Person-days are those observed in the period.'],
  variants: SEPARATION_VARIANTS,
  reveals: 'stay',
  isFlow: true,
  place: placeHeadline,
  compute(stays, context, variant) {
    const separations = separationsAmong(stays, context, variant);
    const years = personDays(stays.filter(isHeadline), context.observed) / DAYS_A_YEAR;
    return ratio(separations.length, years, separationNote(separations, context));
  },
});
