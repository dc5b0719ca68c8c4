import { UsageError } from '../contract/errors.ts';
import { firstDayOfMonth, formatIsoMonth, lastDayOfMonth, parseIsoMonth } from './civil-day.ts';

export type Grain = 'month' | 'quarter' | 'year' | 'all';

/** Months first to last, inclusive, with the label that `--json` prints. */
export type Period = { label: string; first: number; last: number };

/** Calendar in which years and quarters begin with `startMonth` (1 is January, the calendar year). */
export type PeriodCalendar = { startMonth: number };

export const CALENDAR_YEAR: PeriodCalendar = { startMonth: 1 };

/** Splits a range of months into periods; the first and last are cut at the range. */
export function periodsOf(
  first: number,
  last: number,
  grain: Grain,
  calendar: PeriodCalendar = CALENDAR_YEAR,
): Period[] {
  if (grain === 'all') return [{ label: 'all', first, last }];
  const length = grain === 'month' ? 1 : grain === 'quarter' ? 3 : 12;
  const offset = calendar.startMonth - 1;
  const periods: Period[] = [];
  for (let start = first - ((((first - offset) % length) + length) % length); start <= last; start += length) {
    periods.push({
      label: periodLabel(start, grain, offset),
      first: Math.max(start, first),
      last: Math.min(start + length - 1, last),
    });
  }
  return periods;
}

function periodLabel(start: number, grain: Grain, offset: number): string {
  if (grain === 'month') return formatIsoMonth(start);
  // A fiscal year is named after the calendar year in which it ends.
  const named = offset === 0 ? start : start - offset + 12;
  const year = String(Math.floor(named / 12)).padStart(4, '0');
  return grain === 'year' ? year : `${year}-Q${Math.floor((named % 12) / 3) + 1}`;
}

/** Reads `2025-01`, `2025-Q1` or `2025`; throws a UsageError naming anything else. */
export function parsePeriod(text: string, calendar: PeriodCalendar = CALENDAR_YEAR): Period {
  const month = parseIsoMonth(text);
  if (month !== null) return { label: text, first: month, last: month };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  const year = /^(\d{4})$/.exec(text);
  const offset = calendar.startMonth - 1;
  const shift = offset === 0 ? 0 : offset - 12;
  if (quarter) {
    const start = Number(quarter[1]) * 12 + (Number(quarter[2]) - 1) * 3 + shift;
    return { label: text, first: start, last: start + 2 };
  }
  if (year) {
    const start = Number(year[1]) * 12 + shift;
    return { label: text, first: start, last: start + 11 };
  }
  throw new UsageError(`"${text}" is not a period; write 2025-01, 2025-Q1 or 2025.`);
}

/** Civil days of a period, both inclusive. */
export function daysOfPeriod(period: Pick<Period, 'first' | 'last'>): { first: number; last: number } {
  return { first: firstDayOfMonth(period.first), last: lastDayOfMonth(period.last) };
}
