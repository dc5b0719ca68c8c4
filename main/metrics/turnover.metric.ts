import { ratio } from './metric.ts';
import { definePeopleMetric } from './people-metric.ts';
import { isHeadline, personDays, placeHeadline, separationNote } from './stay-tests.ts';
import { SEPARATION_RULES, SEPARATION_VARIANTS, separationsAmong } from './turnover.ts';

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
    'The mean is over the days observed; a period observed in part is labelled so and not annualized.',
  ],
  variants: SEPARATION_VARIANTS,
  reveals: 'stay',
  isFlow: true,
  place: placeHeadline,
  compute(stays, context, variant) {
    const separations = separationsAmong(stays, context, variant);
    const days = context.observed.last - context.observed.first + 1;
    const mean = personDays(stays.filter(isHeadline), context.observed) / days;
    return ratio(separations.length, mean, separationNote(separations, context));
  },
});
