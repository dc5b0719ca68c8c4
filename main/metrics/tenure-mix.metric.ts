import { CALENDAR_DAYS_A_YEAR } from '../model/year.ts';
import type { Stay } from '../workforce/stays.ts';
import type { Placement } from './metric.ts';
import { ratio } from './metric.ts';
import { definePeopleMetric } from './people-metric.ts';
import type { PeopleContext } from './people-metric.ts';
import { atEnd, isHeadline, isInPost, serviceDays } from './stay-tests.ts';

/** Bands by years of service, from the lower bound up to the next. */
export const TENURE_BANDS = [
  { id: 'under_1_year', from: 0, label: 'under 1 year' },
  { id: '1_to_2_years', from: 1, label: '1 to 2 years' },
  { id: '2_to_5_years', from: 2, label: '2 to 5 years' },
  { id: '5_to_10_years', from: 5, label: '5 to 10 years' },
  { id: '10_years_or_more', from: 10, label: '10 years or more' },
] as const;

/** Band of a length of service in days, the first day included: a year is over on its anniversary. */
export function tenureBand(days: number): (typeof TENURE_BANDS)[number]['id'] {
  return TENURE_BANDS.findLast(({ from }) => days - 1 >= Math.floor(from * CALENDAR_DAYS_A_YEAR))!.id;
}

function bandOf(stay: Stay, { closingDay }: PeopleContext): string | null {
  const days = serviceDays(stay, closingDay(stay.entity)!);
  return days === null ? null : tenureBand(days);
}

function place(stay: Stay, context: PeopleContext): Placement {
  if (!isHeadline(stay) || !isInPost(stay, context.closingDay(stay.entity))) return null;
  return bandOf(stay, context) === null ? { excluded: 'length of service not known' } : 'base';
}

export default definePeopleMetric({
  id: 'tenure_mix',
  version: 1,
  title: 'Tenure mix',
  formula: 'heads with a length of service in the band ÷ heads whose service is known, on the last day',
  unit: 'share',
  grain: 'any split of employees',
  additivity: 'non-additive',
  source: 'Muster product definition §4',
  edgeCases: [
    'Service counts from the original hire, also for acquired staff and after a rehire.',
    'Who was there on a first snapshot without a hire date is left out and shown.',
    'Per diem and outside workers are left out.',
  ],
  variants: TENURE_BANDS.map(({ id }) => id),
  reveals: 'stay',
  looksAt: atEnd,
  place,
  compute(stays, context, variant) {
    const known = stays.filter((stay) => place(stay, context) === 'base');
    return ratio(known.filter((stay) => bandOf(stay, context) === variant).length, known.length);
  },
});
