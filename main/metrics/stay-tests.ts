import { isEmployed, isHeadline as isHeadlineCodes } from '../workforce/employment.ts';
import { isSeparated, serviceStart } from '../workforce/spell-times.ts';
import type { Stay } from '../workforce/stays.ts';
import type { Placement } from './metric.ts';
import type { Days, PeopleContext } from './people-metric.ts';

/** Separations of the last days may still be bridged by a rehire. */
const PROVISIONAL_DAYS = 90;

/** Whether a stay is one of employment; its worker type is the same throughout. */
export function isEmployee({ segments: [{ codes }] }: Stay): boolean {
  return isEmployed(codes);
}

/** Whom headline turnover is about: employees other than per diem workers. */
export function isHeadline({ segments: [{ codes }] }: Stay): boolean {
  return isHeadlineCodes(codes);
}

/** Headline stays with days in the period are its base; per diem workers are left out and shown. */
export function placeHeadline(stay: Stay, { observed }: PeopleContext): Placement {
  if (!isEmployee(stay) || daysWithin(stay, observed) === 0) return null;
  return isHeadline(stay) ? 'base' : { excluded: 'per diem workers are out of headline turnover' };
}

/** Days of a stay under observation within some days. */
export function daysWithin({ seenFrom, last }: Stay, days: Days): number {
  return Math.max(0, Math.min(last, days.last) - Math.max(seenFrom, days.first) + 1);
}

/** One day, or all those of the period where it is not known. */
export function dayOnly(day: number | null, { period }: PeopleContext): Days {
  return day === null ? period : { first: day, last: day };
}

/** The day on which the end of the period is seen. */
export function atEnd({ entity }: Stay, context: PeopleContext): Days {
  return dayOnly(context.closingDay(entity), context);
}

export function personDays(stays: readonly Stay[], days: Days): number {
  return stays.reduce((sum, stay) => sum + daysWithin(stay, days), 0);
}

/** Whether somebody was in post on a day. */
export function isInPost({ seenFrom, last }: Stay, day: number | null): boolean {
  return day !== null && seenFrom <= day && day <= last;
}

/** Whether the spell ended here within some days, under observation. */
function endsWithin(stay: Stay, days: Days): boolean {
  return stay.ends && stay.last >= days.first && stay.last <= days.last && stay.last >= stay.seenFrom;
}

/** A separation that ended the stay within some days. */
export function isSeparation(stay: Stay, days: Days): boolean {
  return endsWithin(stay, days) && isSeparated(stay.spell);
}

/** Days that a worker has served on a day, the first and the last included; null where the beginning is not known. */
export function serviceDays({ spell }: Stay, day: number): number | null {
  const from = serviceStart(spell);
  return from === null ? null : day - from + 1;
}

/** Said beside counts of separations: what may still change, what nobody has classified, what was not observed. */
export function separationNote(leavers: readonly Stay[], context: PeopleContext): { note?: string } {
  const parts: string[] = [];
  const recent = leavers.filter(({ last }) => last > context.asOf - PROVISIONAL_DAYS).length;
  if (recent > 0)
    parts.push(`${recent} of the last ${PROVISIONAL_DAYS} days are provisional: a rehire may bridge them`);
  const unclassified = leavers.filter(({ spell }) => spell.exit === 'unclassified').length;
  if (unclassified > 0) parts.push(`${unclassified} unclassified`);
  if (context.unobserved > 0) parts.push(partialNote(context));
  if (context.snapshotGap !== 0) parts.push('dates between snapshots are placed midway');
  return parts.length > 0 ? { note: parts.join('; ') } : {};
}

/** "90 of 365 days observed". */
export function partialNote({ observed, period }: PeopleContext): string {
  return `${observed.last - observed.first + 1} of ${period.last - period.first + 1} days observed`;
}
