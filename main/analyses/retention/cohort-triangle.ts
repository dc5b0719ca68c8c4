import { hideGroups } from '../../metrics/suppression.ts';
import { lastDayOfMonth, monthOfDay } from '../../model/civil-day.ts';
import { periodsOf } from '../../model/period.ts';
import type { Period, PeriodCalendar } from '../../model/period.ts';
import { kaplanMeier } from '../../stats/kaplan-meier.ts';
import { lastAtMost } from '../../stats/last-at-most.ts';
import { riskTables } from '../../stats/risk-tables.ts';
import { isSeparation } from './stays.ts';
import type { Arrival, Stay } from './stays.ts';

/** Days after the hire at which a cohort is looked at. */
export const COHORT_AGES: readonly { label: string; days: number }[] = [
  { label: '3 months', days: 91 },
  { label: '6 months', days: 182 },
  { label: '9 months', days: 273 },
  { label: '1 year', days: 365 },
  { label: '1½ years', days: 547 },
  { label: '2 years', days: 730 },
  { label: '3 years', days: 1095 },
];

export type CohortCell = { share: number } | { absence: 'not_reached' | 'too_few' };

/** Those hired in one quarter, and the share of them still in post at each age. */
export type Cohort = {
  quarter: Period;
  /** Null where the cohort is too small to be shown. */
  hired: number | null;
  /** One per age of `COHORT_AGES`. */
  cells: CohortCell[];
};

const HIRED: ReadonlySet<Arrival | null> = new Set<Arrival>(['hire', 'rehire', 'conversion']);

/**
 * The triangle of hire cohorts by quarter. A cell is filled once everybody of the cohort has been observed to that
 * age; those who moved out of scope or went with a divested unit count for as long as they were there (Kaplan–Meier).
 * Acquired people are no hires. Cohorts of few people are hidden, and at least one more with them.
 *
 * In: stays cut to days that were observed, `to` the last of them; months first to last of the cohorts.
 */
export function cohortTriangle(
  stays: readonly Stay[],
  { first, last, to, calendar }: { first: number; last: number; to: number; calendar: PeriodCalendar },
): Cohort[] {
  const quarters = periodsOf(first, last, 'quarter', calendar);
  const members = quarters.map((): Stay[] => []);
  for (const stay of stays) {
    if (!HIRED.has(stay.arrival)) continue;
    const month = monthOfDay(stay.first);
    const at = quarters.findIndex((quarter) => month >= quarter.first && month <= quarter.last);
    if (at >= 0) members[at].push(stay);
  }
  const hidden = hideGroups(
    quarters.map(({ label }) => [label]),
    members.map((stays) => [{ count: stays.length, cost: 0, largest: 0, second: 0 }]),
  ).map(([isHidden]) => isHidden);
  return quarters.map((quarter, index): Cohort => {
    const cohort = members[index];
    if (hidden[index] || cohort.length === 0) {
      const cells = COHORT_AGES.map((): CohortCell => ({ absence: 'too_few' }));
      return { quarter, hired: cohort.length === 0 ? 0 : null, cells };
    }
    const seen = to + 1 - lastDayOfMonth(quarter.last);
    return { quarter, hired: cohort.length, cells: cellsOf(cohort, seen) };
  });
}

function cellsOf(cohort: readonly Stay[], seen: number): CohortCell[] {
  const [table] = riskTables({
    entry: new Uint8Array(cohort.length),
    exit: cohort.map(({ first, last }) => last + 1 - first),
    left: cohort.map(({ departure }) => (isSeparation(departure) ? 1 : 0)),
    group: new Uint8Array(cohort.length),
    groupCount: 1,
  });
  const { time, survival } = kaplanMeier(table, { interval: 'log-log', confidence: 0.95 });
  return COHORT_AGES.map(({ days }): CohortCell => {
    if (days > seen) return { absence: 'not_reached' };
    const step = lastAtMost(time, days);
    return { share: step < 0 ? 1 : survival[step] };
  });
}
