import { presencesOf } from '../analyses/retention/presences.ts';
import type { Presence, PresenceScope } from '../analyses/retention/presences.ts';
import type { Filter } from '../contract/figure.ts';
import { formatDay, formatNumber } from '../contract/format.ts';
import { SMALLEST_GROUP } from '../metrics/suppression.ts';
import { formatIsoDay } from '../model/civil-day.ts';
import { daysOfPeriod } from '../model/period.ts';
import type { Workforce } from '../workforce/spell.ts';
import { readWorkforce } from '../workforce/workforce.ts';
import type { PageContext } from './page.ts';
import trust from './trust.page.ts';

/** The figure from which one group's part of a page would follow by subtraction. */
const REVEALING = 'separations';

/** The people that a page about retention is about. */
export type PeopleScope = {
  workforce: Workforce;
  /** Days of the period on which leaving would have been seen, inclusive. */
  days: { first: number; last: number };
  /** Days of the period that were not. */
  unobserved: number;
  presences: Presence[];
  /** The same days with another filter, or with per diem workers. */
  again(more: Partial<PresenceScope>): Presence[];
};

/** Why there is nothing to say, in a sentence. */
export type NoPeople = { absence: string };

/** Own people of the page's filter over its period, or why they cannot be shown. */
export function peopleScope(context: PageContext): PeopleScope | NoPeople {
  const { workforce, observedOf } = readWorkforce(context.view);
  const { observed } = workforce;
  if (observed === null)
    return { absence: 'Who came and who left needs rosters (extract kind "roster"), which are not in this workspace.' };
  const period = daysOfPeriod({ first: context.period.from, last: context.period.to });
  const days = { first: Math.max(period.first, observed.first), last: Math.min(period.last, observed.last) };
  if (days.first > days.last)
    return {
      absence: `The rosters tell who left from ${isoDay(observed.first)} to ${isoDay(observed.last)}, which is not in this period.`,
    };
  const again = (more: Partial<PresenceScope>) =>
    presencesOf(workforce.spells, {
      from: days.first,
      to: days.last,
      where: context.where,
      perDiem: false,
      observedOf,
      ...more,
    });
  const presences = again({});
  const people = new Set(presences.map(({ spell }) => spell.person)).size;
  if (people === 0) return { absence: 'Nobody in this scope was in post in this period.' };
  if (people < SMALLEST_GROUP)
    return { absence: 'Hidden: fewer than five people, of whom each could be told by these figures.' };
  const separations = context.figure(REVEALING, context.period, 'all');
  if (separations.absence === 'not_measured')
    return { absence: `Who came and who left is not known: ${separations.note ?? 'not measured'}.` };
  if (separations.suppressed)
    return { absence: 'Hidden: beside the figures of all, these would tell of fewer than five people elsewhere.' };
  return {
    workforce,
    days,
    unobserved: period.last - period.first - (days.last - days.first),
    presences,
    again,
  };
}

/** Codes of a dimension whose people are hidden in a table by it, as few or beside few. */
export function hiddenCodes(context: PageContext, dimension: string): Set<string> {
  const [figures] = context.figures([{ metric: REVEALING, variants: ['all'], by: [dimension], ...context.period }]);
  return new Set(figures.flatMap(({ by, suppressed }) => (suppressed ? [by[dimension]] : [])));
}

/** What must be known to read a page about people: days not observed, and what the extracts cannot tell before all else. */
export function peopleNotices({ workforce, days, unobserved }: PeopleScope): string[] {
  const [first, ...others] = workforce.limits;
  return [
    ...(unobserved > 0
      ? [`Partial period: leaving was observed from ${isoDay(days.first)} to ${isoDay(days.last)} only.`]
      : []),
    ...(first === undefined ? [] : [others.length === 0 ? first : `${first} ${moreLimits(others.length)}`]),
  ];
}

function moreLimits(count: number): string {
  return `${count === 1 ? 'One more limit of the rosters is' : `${formatNumber(count)} more limits of the rosters are`} on the page “${trust.label}”.`;
}

/** Codes of a dimension with their people, most people first; people without a code are left out. */
export function codesAmong(presences: readonly Presence[], dimension: string): { code: string; people: number }[] {
  const people = new Map<string, Set<string>>();
  for (const { spell, segments } of presences) {
    for (const { codes } of segments) {
      const code = codes[dimension];
      if (code === undefined) continue;
      let known = people.get(code);
      if (!known) people.set(code, (known = new Set()));
      known.add(spell.person);
    }
  }
  return [...people]
    .map(([code, known]) => ({ code, people: known.size }))
    .sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1));
}

/** A filter narrowed to one code. */
export function narrowed(where: Filter, dimension: string, code: string): Filter {
  return { ...where, [dimension]: [code] };
}

function isoDay(day: number): string {
  return formatDay(formatIsoDay(day));
}
