import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFormatNamed, detectDateOrder, parseDay } from '../../../main/extracts/values/day.ts';
import type { DayFormat } from '../../../main/extracts/values/day.ts';
import { dayNumber, formatIsoDay } from '../../../main/model/civil-day.ts';

const NO_ORDER: DayFormat = { order: null, twoDigitYears: false };
const DMY: DayFormat = { order: 'dmy', twoDigitYears: false };
const MDY: DayFormat = { order: 'mdy', twoDigitYears: false };
const iso = (text: string, format: DayFormat = NO_ORDER) => {
  const parsed = parseDay(text, format);
  return 'day' in parsed ? formatIsoDay(parsed.day) : parsed.problem;
};

describe('a date in an extract', () => {
  it('that names its parts needs no order', () => {
    for (const text of [
      '2026-03-04',
      '2026/3/4',
      '20260304',
      '4 Mar 2026',
      '04-Mar-2026',
      'March 4, 2026',
      'Mar 4 2026',
      '4.3.2026',
      '2026-03-04T23:59:59Z',
      '2026-03-04 00:00',
    ])
      expect(iso(text), text).toBe('2026-03-04');
  });

  it('in three numbers is read in the order of its column, and never guessed', () => {
    expect([iso('03/04/2026', DMY), iso('03/04/2026', MDY), iso('03/04/2026')]).toEqual([
      '2026-04-03',
      '2026-03-04',
      'invalid_date',
    ]);
  });

  it('does not exist on 29 February 2027, 31 April or 29 February 1900', () => {
    expect([
      iso('2027-02-29'),
      iso('31/04/2026', DMY),
      iso('1900-02-29'),
      iso('13/45/2024', MDY),
      iso('0000-00-00'),
      iso('00.00.0000'),
    ]).toEqual(Array.from({ length: 6 }, () => 'invalid_date'));
    expect(iso('2028-02-29')).toBe('2028-02-29');
  });

  it('in the year 202 or 9999 is out of range', () => {
    expect([iso('0202-01-01'), iso('9999-12-31'), iso('1899-12-31'), iso('1900-01-01'), iso('2100-12-31')]).toEqual([
      'out_of_range',
      'out_of_range',
      'out_of_range',
      '1900-01-01',
      '2100-12-31',
    ]);
  });

  it('with a time of day that does not exist is none', () => {
    expect([iso('2026-03-04 24:00'), iso('2026-03-04 25:00'), iso('2026-03-04 12:60')]).toEqual([
      'invalid_date',
      'invalid_date',
      'invalid_date',
    ]);
  });

  it('takes two digits of a year only where the recipe says so', () => {
    expect(iso('03/04/26', MDY)).toBe('invalid_date');
    expect([
      iso('03/04/26', { order: 'mdy', twoDigitYears: true }),
      iso('03/04/87', { order: 'dmy', twoDigitYears: true }),
    ]).toEqual(['2026-03-04', '1987-04-03']);
  });

  it('is no other text', () => {
    for (const text of ['PENDING', 'week 14', 'n/a', '', '2026-3', '1/2', '4 Foo 2026', '46000'])
      expect(iso(text, MDY), text).toBe('invalid_date');
  });

  it('of any day is read back from every way of writing it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const expected = { day: dayNumber(year, month, day) };
          expect(parseDay(`${year}-${month}-${day}`, NO_ORDER)).toEqual(expected);
          expect(parseDay(`${day}/${month}/${year}`, DMY)).toEqual(expected);
          expect(parseDay(`${month}-${day}-${year}`, MDY)).toEqual(expected);
          expect(parseDay(`${day}.${month}.${year}`, NO_ORDER)).toEqual(expected);
        },
      ),
    );
  });
});

describe('the order of a column of dates', () => {
  it('shows in a day beyond the twelfth', () => {
    expect(detectDateOrder(['03/04/2026', '13/04/2026'])).toBe('dmy');
    expect(detectDateOrder(['03/04/2026', '04/13/2026'])).toBe('mdy');
  });

  it('is asked for when every date could be read both ways', () => {
    expect(detectDateOrder(['03/04/2026', '12/12/2026', ''])).toBe('ambiguous');
  });

  it('is not needed where dates name their parts', () => {
    expect(detectDateOrder(['2026-03-04', '4 Mar 2026', '3.4.2026', 'n/a'])).toBe('none_needed');
  });
});

describe('a recipe’s date format', () => {
  it('names day, month and year in some order', () => {
    expect(dayFormatNamed('M/D/YYYY')).toEqual(MDY);
    expect(dayFormatNamed('DD.MM.YY')).toEqual({ order: 'dmy', twoDigitYears: true });
    expect([dayFormatNamed('YYYY-MM-DD'), dayFormatNamed('YYYYMMDD')]).toEqual([NO_ORDER, NO_ORDER]);
  });

  it('is none without all three', () => {
    for (const text of ['M/YYYY', 'YY', '', 'week']) expect(dayFormatNamed(text), text).toBeNull();
  });

  it('reads a quarter as its last day where a format says that the column has quarters', () => {
    const quarters = dayFormatNamed('YYYYQN')!;
    expect(['2025Q1', '2025Q2', '2024-Q3', '2024 q4'].map((text) => iso(text, quarters))).toEqual([
      '2025-03-31',
      '2025-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
    expect(['2025Q5', '2025', '2025-03-31'].map((text) => parseDay(text, quarters))).toEqual(
      Array.from({ length: 3 }, () => ({ problem: 'invalid_date' })),
    );
    expect(parseDay('2025Q1', NO_ORDER)).toEqual({ problem: 'invalid_date' });
  });

  it('reads a month or a year as its last day where a format says that the column has them', () => {
    const [months, years] = [dayFormatNamed('YYYY-MM')!, dayFormatNamed('YYYY')!];
    expect(['2024-02', '2025/2', '2025-13', '2025-02-01'].map((text) => iso(text, months))).toEqual([
      '2024-02-29',
      '2025-02-28',
      'invalid_date',
      'invalid_date',
    ]);
    expect(['2017', '2017.0', '1017'].map((text) => iso(text, years))).toEqual([
      '2017-12-31',
      'invalid_date',
      'out_of_range',
    ]);
  });
});
