import { definePeopleMetric } from './people-metric.ts';
import { isHeadline, personDays, placeHeadline } from './stay-tests.ts';
import { REASON_RULE, SEPARATION_RULES, SEPARATION_VARIANTS, separationRate } from './turnover.ts';

export default definePeopleMetric({
  id: 'turnover',
  version: 1,
  title: 'Turnover',
  formula: 'separations ÷ mean of the daily headcounts',
  unit: 'ratio',
  grain: 'any split of employees',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Retention"',
  edgeCases: [
    ...SEPARATION_RULES,
    REASON_RULE,
    'The mean is over the days observed; a period observed in part is labelled so and not annualized.',
  ],
  variants: SEPARATION_VARIANTS,
  reveals: 'stay',
  isFlow: true,
  place: placeHeadline,
  compute(stays, context, variant) {
    const days = context.observed.last - context.observed.first + 1;
    const base = personDays(stays.filter(isHeadline), context.observed) / days;
    return separationRate(stays, context, { variant, base });
  },
});
