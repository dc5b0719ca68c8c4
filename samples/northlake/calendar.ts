/** Days count from 1970-01-01; months count from the first month of the sample, April 2024, which is 0. */

const MILLISECONDS = 86_400_000;
const FIRST = { year: 2024, month: 3 };

export const MONTHS = 30;
/** The last twelve months are 18 to 29, the twelve before are 6 to 17. */
export const RECENT = { first: 18, last: 29 };
export const PRIOR = { first: 6, last: 17 };

/** A run of days inside one month. */
export type Slice = { month: number; start: number; end: number };

/** Day number of an ISO date. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS;
}

export function isoDay(day: number): string {
  return ISO_DAYS[day - START] ?? isoFromDate(day);
}

function isoFromDate(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export function firstDay(month: number): number {
  return Date.UTC(FIRST.year, FIRST.month + month, 1) / MILLISECONDS;
}

export function lastDay(month: number): number {
  return firstDay(month + 1) - 1;
}

export function isoMonth(month: number): string {
  return isoDay(firstDay(month)).slice(0, 7);
}

/** Month of a day; negative before the sample begins. */
export function monthOf(day: number): number {
  return MONTH_OF_DAY[day - START] ?? monthFromDate(day);
}

function monthFromDate(day: number): number {
  const date = new Date(day * MILLISECONDS);
  return (date.getUTCFullYear() - FIRST.year) * 12 + date.getUTCMonth() - FIRST.month;
}

export const START = firstDay(0);
export const END = lastDay(MONTHS - 1);

/** Every day of the sample, because half a million lines ask for a few hundred dates. */
const ISO_DAYS: readonly string[] = Array.from({ length: END - START + 1 }, (_, i) => isoFromDate(START + i));
const MONTH_OF_DAY: readonly number[] = Array.from({ length: END - START + 1 }, (_, i) => monthFromDate(START + i));

/** The two pay periods of a month: the 1st to the 15th, and the rest. */
export function payPeriods(month: number): [Slice, Slice] {
  const start = firstDay(month);
  return [
    { month, start, end: start + 14 },
    { month, start: start + 15, end: lastDay(month) },
  ];
}

/** A timesheet week from Monday to Sunday, cut at month ends; the last one of the sample ends early, on a Wednesday. */
export type Week = { start: number; end: number; slices: Slice[] };

/** All weeks; the sample begins on a Monday. */
export function weeks(): Week[] {
  const list: Week[] = [];
  for (let start = START; start <= END; start += 7) {
    const end = Math.min(start + 6, END);
    const cut = Math.min(end, lastDay(monthOf(start)));
    const slices = [{ month: monthOf(start), start, end: cut }];
    if (cut < end) slices.push({ month: monthOf(end), start: cut + 1, end });
    list.push({ start, end, slices });
  }
  return list;
}

/** First Monday on or after a day. */
export function mondayFrom(day: number): number {
  return day + ((4 - (day % 7) + 7) % 7);
}

/** Days that two inclusive ranges share. */
export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start) + 1);
}
