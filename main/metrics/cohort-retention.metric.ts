import { CALENDAR_DAYS_A_YEAR } from '../model/year.ts';
import { effectiveEnd } from '../workforce/spell-times.ts';
import type { Stay } from '../workforce/stays.ts';
import { isOfCohort } from './hire-cohort.ts';
import { ratio } from './metric.ts';
import { definePeopleMetric } from './people-metric.ts';
import type { PeopleContext } from './people-metric.ts';
import { partialNote } from './stay-tests.ts';

const DAYS_A_MONTH = CALENDAR_DAYS_A_YEAR / 12;

/** Ages of a cohort in months at which it is looked at. */
export const COHORT_MONTHS = [1, 2, 3, 6, 9, 12, 18, 24, 36] as const;

const daysOf = (variant: string | null) => Math.round(Number(variant) * DAYS_A_MONTH);

/** Still here so many days after the first one: the spell has not ended by then. */
function isHere({ first, spell }: Stay, days: number): boolean {
  return spell.end === null || effectiveEnd(spell) >= first + days;
}

const isMature = ({ observed, asOf }: PeopleContext, days: number) => observed.last + days <= asOf;

export default definePeopleMetric({
  id: 'cohort_retention',
  version: 1,
  title: 'Cohort retention',
  formula: 'hires of the period still in post so many months after their hire ÷ hires of the period',
  unit: 'share',
  grain: 'period of hire and age in months',
  additivity: 'non-additive',
  source: 'Muster product definition §4',
  edgeCases: [
    'A cell is blank until the last one hired in the period could have been here for so long.',
    'A month is 30.4 days. A rehire within 90 days goes on with the first hire.',
    'Acquired staff are no hires; per diem and outside workers are left out.',
  ],
  variants: COHORT_MONTHS.map(String),
  reveals: 'stay',
  isFlow: true,
  place: (stay, context) => (isOfCohort(stay, context) ? 'base' : null),
  compute(stays, context, variant) {
    const days = daysOf(variant);
    const cohort = stays.filter((stay) => isOfCohort(stay, context));
    if (cohort.length > 0 && !isMature(context, days))
      return { absence: 'not_measured', missing: [], note: 'not yet reached' };
    const note = context.unobserved > 0 ? { note: partialNote(context) } : {};
    return ratio(cohort.filter((stay) => isHere(stay, days)).length, cohort.length, note);
  },
});
