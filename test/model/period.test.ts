import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIsoDay, formatIsoMonth, parseIsoMonth } from '../../main/model/civil-day.ts';
import { daysOfPeriod, parsePeriod, periodsOf } from '../../main/model/period.ts';
import type { Grain } from '../../main/model/period.ts';

const month = (text: string) => parseIsoMonth(text)!;
const named = (from: string, to: string, grain: Grain, startMonth = 1) =>
  periodsOf(month(from), month(to), grain, { startMonth }).map(
    ({ label, first, last }) => `${label} ${formatIsoMonth(first)} ${formatIsoMonth(last)}`,
  );

describe('periods of a range of months', () => {
  it('are the whole range, or its months', () => {
    expect(named('2025-11', '2026-01', 'all')).toEqual(['all 2025-11 2026-01']);
    expect(named('2025-11', '2026-01', 'month')).toEqual([
      '2025-11 2025-11 2025-11',
      '2025-12 2025-12 2025-12',
      '2026-01 2026-01 2026-01',
    ]);
  });

  it('are calendar quarters and years, cut at the range', () => {
    expect(named('2025-02', '2025-07', 'quarter')).toEqual([
      '2025-Q1 2025-02 2025-03',
      '2025-Q2 2025-04 2025-06',
      '2025-Q3 2025-07 2025-07',
    ]);
    expect(named('2024-12', '2026-01', 'year')).toEqual([
      '2024 2024-12 2024-12',
      '2025 2025-01 2025-12',
      '2026 2026-01 2026-01',
    ]);
  });

  it('are fiscal years named after the year in which they end', () => {
    expect(named('2025-06', '2026-07', 'year', 7)).toEqual([
      '2025 2025-06 2025-06',
      '2026 2025-07 2026-06',
      '2027 2026-07 2026-07',
    ]);
    expect(named('2025-09', '2025-10', 'year', 10)).toEqual(['2025 2025-09 2025-09', '2026 2025-10 2025-10']);
  });

  it('are fiscal quarters counted from the first month of the fiscal year', () => {
    expect(named('2025-04', '2026-03', 'quarter', 4)).toEqual([
      '2026-Q1 2025-04 2025-06',
      '2026-Q2 2025-07 2025-09',
      '2026-Q3 2025-10 2025-12',
      '2026-Q4 2026-01 2026-03',
    ]);
    expect(named('2025-12', '2026-02', 'quarter', 2)).toEqual(['2026-Q4 2025-12 2026-01', '2027-Q1 2026-02 2026-02']);
  });

  it('cover every month once and in order, whatever the grain and calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 23_000, max: 25_000 }),
        fc.nat({ max: 60 }),
        fc.constantFrom<Grain>('month', 'quarter', 'year', 'all'),
        fc.integer({ min: 1, max: 12 }),
        (first, length, grain, startMonth) => {
          const periods = periodsOf(first, first + length, grain, { startMonth });
          const months = periods.flatMap((period) =>
            Array.from({ length: period.last - period.first + 1 }, (_, i) => period.first + i),
          );
          expect(months).toEqual(Array.from({ length: length + 1 }, (_, i) => first + i));
          expect(new Set(periods.map(({ label }) => label)).size).toBe(periods.length);
        },
      ),
    );
  });

  it('are none where the range is empty, but for the whole', () => {
    expect(periodsOf(5, 4, 'month')).toEqual([]);
  });
});

describe('a period by name', () => {
  it('is a month, a quarter or a year', () => {
    const spans = (text: string, startMonth = 1) =>
      [parsePeriod(text, { startMonth })].map(
        ({ first, last }) => `${formatIsoMonth(first)} ${formatIsoMonth(last)}`,
      )[0];
    expect(spans('2025-03')).toBe('2025-03 2025-03');
    expect(spans('2025-Q3')).toBe('2025-07 2025-09');
    expect(spans('2025')).toBe('2025-01 2025-12');
    expect(spans('2026', 7)).toBe('2025-07 2026-06');
    expect(spans('2026-Q2', 10)).toBe('2026-01 2026-03');
  });

  it('means the same as in a list of periods', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom<Grain>('quarter', 'year'),
        (year, startMonth, grain) => {
          for (const period of periodsOf(year * 12 + startMonth - 1, year * 12 + startMonth + 10, grain, {
            startMonth,
          }))
            expect(parsePeriod(period.label, { startMonth })).toEqual(period);
        },
      ),
    );
  });

  it('is refused by name when it is none', () => {
    for (const text of ['2025-Q5', '2025-13', '25', 'Q1', 'last year'])
      expect(() => parsePeriod(text), text).toThrow(`"${text}" is not a period`);
  });

  it('has all days of its months', () => {
    const { first, last } = daysOfPeriod(parsePeriod('2024-Q1'));
    expect([formatIsoDay(first), formatIsoDay(last)]).toEqual(['2024-01-01', '2024-03-31']);
  });
});
