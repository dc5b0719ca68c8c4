import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  daysInMonth,
  firstDayOfMonth,
  formatIsoDay,
  formatIsoMonth,
  isLeapYear,
  lastDayOfMonth,
  monthOfDay,
  parseIsoDay,
  parseIsoMonth,
} from '../../main/model/civil-day.ts';
import { MonthCache } from '../../main/model/month-cache.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1) / DAY_MS;
const LAST = Date.UTC(2100, 11, 31) / DAY_MS;
const anyDay = fc.integer({ min: FIRST, max: LAST });
/** The calendar of the platform, which the domain does not use. */
const platform = (day: number) => new Date(day * DAY_MS);

describe('a civil day', () => {
  it('agrees with the platform’s calendar on every day from 1900 to 2100', () => {
    for (let day = FIRST; day <= LAST; day++) {
      const date = platform(day);
      if (dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) !== day)
        expect.fail(`${date.toISOString()} is not day ${day}`);
    }
  });

  it('is written and read as the ISO date', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(formatIsoDay(day)).toBe(platform(day).toISOString().slice(0, 10));
        expect(parseIsoDay(formatIsoDay(day))).toBe(day);
      }),
    );
  });

  it('lies in its month, between the first and the last day of it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = platform(day);
        const month = monthOfDay(day);
        expect(month).toBe(date.getUTCFullYear() * 12 + date.getUTCMonth());
        expect(firstDayOfMonth(month)).toBeLessThanOrEqual(day);
        expect(lastDayOfMonth(month)).toBeGreaterThanOrEqual(day);
        expect(lastDayOfMonth(month) - firstDayOfMonth(month) + 1).toBe(daysInMonth(month));
        expect(firstDayOfMonth(month + 1)).toBe(lastDayOfMonth(month) + 1);
      }),
    );
  });

  it('is in the same month whether or not the month is remembered, in any order of days', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 20 }), (days) => {
        const cache = new MonthCache();
        for (const day of days) expect(cache.of(day)).toBe(monthOfDay(day));
      }),
    );
  });

  it('is none on 31 April, 29 February of a common year, or in a thirteenth month', () => {
    for (const [year, month, day] of [
      [2025, 4, 31],
      [2027, 2, 29],
      [1900, 2, 29],
      [2100, 2, 29],
      [2025, 13, 1],
      [2025, 0, 1],
      [2025, 1, 0],
      [2025, 1, 32],
    ])
      expect(dayNumber(year, month, day)).toBeNull();
    expect(dayNumber(2000, 2, 29)).toBe(Date.UTC(2000, 1, 29) / DAY_MS);
  });

  it('knows leap years by the Gregorian rule', () => {
    expect([1900, 1996, 2000, 2024, 2025, 2100].filter(isLeapYear)).toEqual([1996, 2000, 2024]);
  });

  it('is read from ISO text only', () => {
    for (const text of ['2025-1-5', '2025/01/05', '2025-01-05T00:00', '25-01-05', '', '2025-02-30'])
      expect(parseIsoDay(text), text).toBeNull();
  });
});

describe('a month', () => {
  it('is written and read as YYYY-MM', () => {
    expect(parseIsoMonth('2025-01')).toBe(2025 * 12);
    expect(formatIsoMonth(2025 * 12 + 11)).toBe('2025-12');
    for (const text of ['2025-00', '2025-13', '2025-1', '2025', '2025-01-01'])
      expect(parseIsoMonth(text), text).toBeNull();
  });
});
