/**
 * Civil days as integers since 1970-01-01 and months as integers since year 0 (year × 12 + month − 1).
 * No `Date`, so that no time zone can move a shift to another day. Days follow the Gregorian calendar.
 */

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(month: number): number {
  const inYear = month % 12;
  return inYear === 1 && isLeapYear(Math.floor(month / 12)) ? 29 : DAYS_IN[inYear];
}

/** Day number of a civil date; null when there is no such day (31 April, 29 February 2027). */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1) return null;
  if (day > daysInMonth(year * 12 + month - 1)) return null;
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const passedLeapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leaps + DAYS_BEFORE[month - 1] + passedLeapDay + day - 1 - 719162;
}

export function firstDayOfMonth(month: number): number {
  return dayNumber(Math.floor(month / 12), (month % 12) + 1, 1)!;
}

export function lastDayOfMonth(month: number): number {
  return firstDayOfMonth(month) + daysInMonth(month) - 1;
}

/** Month in which a day lies. */
export function monthOfDay(day: number): number {
  // A first guess from the mean month length is at most one month off.
  let month = 1970 * 12 + Math.floor(day / 30.436875);
  while (firstDayOfMonth(month) > day) month--;
  while (firstDayOfMonth(month + 1) <= day) month++;
  return month;
}

export function formatIsoDay(day: number): string {
  const month = monthOfDay(day);
  return `${formatIsoMonth(month)}-${String(day - firstDayOfMonth(month) + 1).padStart(2, '0')}`;
}

export function formatIsoMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** "2026-09" as a month number; null when it is not one. */
export function parseIsoMonth(text: string): number | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match) return null;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : null;
}

/** "2026-09-30" as a day number; null when there is no such day. */
export function parseIsoDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
