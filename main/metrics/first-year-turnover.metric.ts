import { INTERVAL } from '../analyses/survival/defaults.ts';
import type { Stay } from '../workforce/stays.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { lastAtMost } from '../stats/last-at-most.ts';
import { riskTables } from '../stats/risk-tables.ts';
import { cohortSpells, isOfCohort } from './hire-cohort.ts';
import { ratio } from './metric.ts';
import type { Outcome, Placement } from './metric.ts';
import { definePeopleMetric } from './people-metric.ts';
import type { PeopleContext } from './people-metric.ts';
import { placeHeadline, serviceDays } from './stay-tests.ts';
import { SEPARATION_RULES, separationsAmong } from './turnover.ts';
import { DAYS_A_YEAR } from '../model/year.ts';

function place(stay: Stay, context: PeopleContext, variant: string | null): Placement {
  if (variant === 'survival') return isOfCohort(stay, context) ? 'base' : null;
  if (separationsAmong([stay], context, 'all').length === 0) return null;
  return serviceDays(stay, stay.last) === null ? { excluded: 'length of service not known' } : 'base';
}

/** 1 − S(365) of those hired in the period, as far as the extracts follow them. */
function fromSurvival(cohort: readonly Stay[]): Outcome {
  if (cohort.length === 0) return { absence: 'no_base', missing: [] };
  const spells = cohortSpells(cohort);
  const [table] = riskTables({ ...spells, group: cohort.map(() => 0), groupCount: 1 });
  const curve = kaplanMeier(table, INTERVAL);
  const step = lastAtMost(curve.time, DAYS_A_YEAR);
  const survival = step < 0 ? 1 : curve.survival[step];
  const followed = Array.from(spells.exit).filter((exit) => exit >= DAYS_A_YEAR).length;
  if (followed === 0 && survival > 0)
    return { absence: 'not_measured', missing: [], note: 'nobody hired in the period has been followed for a year' };
  let left = 0;
  for (let i = 0; i <= step; i++) left += curve.events[i];
  return {
    numerator: left,
    denominator: cohort.length,
    value: 1 - survival,
    note: `Kaplan–Meier: ${left} of ${cohort.length} hires left within a year, ${followed} were followed for one`,
  };
}

export default definePeopleMetric({
  id: 'first_year_turnover',
  version: 1,
  title: 'First-year turnover',
  formula: 'survival: 1 − S(365) of the hires of the period; leavers: leavers within 365 days of service ÷ leavers',
  unit: 'share',
  grain: 'any split of employees',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Retention"',
  edgeCases: [
    'The two forms answer different questions and are never mixed: of those hired, how many leave; of those leaving, how many were new.',
    'survival follows the hires of the period as far as the extracts reach; whoever has not been here a year is censored, and the numerator counts who left so far.',
    'Service counts from the original hire; acquired staff are no hires.',
    ...SEPARATION_RULES,
  ],
  variants: ['survival', 'leavers'],
  reveals: 'stay',
  isFlow: true,
  place,
  about: (stay, context, variant) =>
    variant === 'survival' ? isOfCohort(stay, context) : placeHeadline(stay, context) === 'base',
  compute(stays, context, variant) {
    const base = stays.filter((stay) => place(stay, context, variant) === 'base');
    if (variant === 'survival') return fromSurvival(base);
    const early = base.filter((stay) => serviceDays(stay, stay.last)! <= DAYS_A_YEAR);
    return ratio(early.length, base.length);
  },
});
