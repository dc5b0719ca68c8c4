import { definePeopleMetric } from './people-metric.ts';
import { isHeadline, isSeparation, placeHeadline, separationNote } from './stay-tests.ts';
import { SEPARATION_RULES, SEPARATION_VARIANTS, separationsAmong } from './turnover.ts';

export default definePeopleMetric({
  id: 'separations',
  version: 1,
  title: 'Separations',
  formula: 'spells of employment that ended in the period',
  unit: 'count',
  grain: 'any split of employees',
  additivity: 'additive',
  source: 'Muster product definition §2 and exact rules, "Retention"',
  edgeCases: SEPARATION_RULES,
  variants: SEPARATION_VARIANTS,
  reveals: 'stay',
  isFlow: true,
  place(stay, context, variant) {
    const placement = placeHeadline(stay, context);
    if (placement !== 'base') return isSeparation(stay, context.observed) ? placement : null;
    return separationsAmong([stay], context, variant).length > 0 ? 'base' : null;
  },
  about: (stay, context) => placeHeadline(stay, context) === 'base',
  compute(stays, context, variant) {
    if (!stays.some((stay) => isHeadline(stay))) return { absence: 'no_base', missing: [] };
    const separations = separationsAmong(stays, context, variant);
    return {
      numerator: separations.length,
      denominator: null,
      value: separations.length,
      ...separationNote(separations, context),
    };
  },
});
