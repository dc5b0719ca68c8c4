import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDecimal, factorOf, parseDecimal } from '../../../main/extracts/values/decimal.ts';
import type { DecimalFormat } from '../../../main/extracts/values/decimal.ts';

const POINT: DecimalFormat = { decimal: '.', grouped: false };
const GROUPED_POINT: DecimalFormat = { decimal: '.', grouped: true };
const COMMA: DecimalFormat = { decimal: ',', grouped: false };
const GROUPED_COMMA: DecimalFormat = { decimal: ',', grouped: true };
const cents = (text: string, format: DecimalFormat = POINT) => {
  const parsed = parseDecimal(text, 2, format);
  return 'value' in parsed ? parsed.value : parsed.problem;
};

describe('a number in an extract', () => {
  it('becomes whole cents, rounded once and half away from zero', () => {
    expect(
      ['12.34', '12.345', '-12.345', '0.005', '12', '12.', '.5', '+7.10', '1234567.899'].map((text) => cents(text)),
    ).toEqual([1234, 1235, -1235, 1, 1200, 1200, 50, 710, 123456790]);
  });

  it('is negative in parentheses or with a minus, of either kind, and never both', () => {
    expect(['(1234.56)', '−5.20', '-5.20', '(5', '(-5)'].map((text) => cents(text))).toEqual([
      -123456,
      -520,
      -520,
      'invalid_number',
      'invalid_number',
    ]);
  });

  it('may have a currency mark', () => {
    expect(['$1.50', '-$1.50', '£ 2', '€3', '$$$'].map((text) => cents(text))).toEqual([
      150,
      -150,
      200,
      300,
      'invalid_number',
    ]);
  });

  it('may group thousands in a column whose decimal mark was declared, and nowhere else', () => {
    expect(cents('1.234,56', GROUPED_COMMA)).toBe(123456);
    for (const text of [
      '1,234.56',
      "1'234.56",
      '1’234.56',
      '1 234.56',
      '1\u00a0234.56',
      '1\u202f234.56',
      '12,34,567.89',
    ])
      expect(cents(text, GROUPED_POINT), text).toBeGreaterThan(100_000);
    for (const text of ['1,234.56', "1'234.56", '1 234.56']) expect(cents(text, POINT), text).toBe('invalid_number');
    expect(cents('1.234,56', COMMA)).toBe('invalid_number');
  });

  it('never mixes marks between groups', () => {
    expect(["1,234'567.89", '1,234.567.89', '1,23.45'].map((text) => cents(text, GROUPED_POINT))).toEqual([
      'invalid_number',
      'invalid_number',
      'invalid_number',
    ]);
  });

  it('is not a number when a spreadsheet broke it', () => {
    for (const text of [
      'NaN',
      'Infinity',
      '-0',
      '#REF!',
      'n/a',
      '1e309',
      '1E5',
      '',
      '-',
      '1.2.3',
      '7:30h',
      'seventy',
      'TBC',
      '٣',
    ])
      expect(cents(text), text).toBe('invalid_number');
  });

  it('overflows rather than being rounded', () => {
    expect([`1${'0'.repeat(17)}`, '90071992547409.92', '90071992547409.91'].map((text) => cents(text))).toEqual([
      'overflow',
      'overflow',
      9007199254740991,
    ]);
  });

  it('is multiplied by a recipe’s factor before it is rounded: a year’s salary over 2,080 hours', () => {
    const hourly = (text: string) => parseDecimal(text, 2, POINT, factorOf(1, 2080));
    expect([hourly('93600'), hourly('100000'), hourly('0.01')]).toEqual([
      { value: 4500 },
      { value: 4808 },
      { value: 0 },
    ]);
    expect(parseDecimal('7.5', 6, POINT, factorOf(0.1, 1))).toEqual({ value: 750_000 });
  });

  it('of plain digits is exact: what is written is what is stored', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e12, max: 9e12 }), (value) => {
        fc.pre(value !== 0);
        const digits = String(Math.abs(value)).padStart(3, '0');
        const text = `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(cents(text)).toBe(value);
        expect(cents(text.replace('.', ','), COMMA)).toBe(value);
      }),
    );
  });
});

describe('the decimal mark of a column', () => {
  it('is a point or a comma when the numbers say so', () => {
    expect(detectDecimal(['7.5', '12', '100.25'])).toEqual(POINT);
    expect(detectDecimal(['7,5', '12', '-0,25', '(3,00)'])).toEqual(COMMA);
    expect(detectDecimal(['12', '', 'n/a'])).toEqual(POINT);
  });

  it('is asked for when "1.234" or "1,234" is all there is', () => {
    expect(detectDecimal(['1.234', '12.345'])).toEqual({ question: 'three_digits' });
    expect(detectDecimal(['1,234'])).toEqual({ question: 'three_digits' });
  });

  it('is asked for when thousands are grouped in any way', () => {
    for (const text of ['1.234,56', '1,234.56', "1'234.56", '1 234,56', '(1,234.56)'])
      expect(detectDecimal([text]), text).toEqual({ question: 'grouped' });
    expect(detectDecimal(['1,234', '5.50'])).toEqual({ question: 'grouped' });
  });

  it('is plain when a lone number cannot be a thousand', () => {
    expect(detectDecimal(['0.125', '1.234'])).toEqual(POINT);
    expect(detectDecimal(['1234.567'])).toEqual(POINT);
  });
});
