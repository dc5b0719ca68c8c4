import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayText,
  formatDay,
  formatMoney,
  formatMonth,
  formatMonthShort,
  formatNumber,
  formatPeriod,
  formatValue,
  minorPerMajor,
} from '../../main/contract/format.ts';

describe('a number as people read it', () => {
  it('is grouped by thousands with a true minus', () => {
    expect([0, 7, 999, 1_000, 1_234_567, -1_234_567].map((value) => formatNumber(value))).toEqual([
      '0',
      '7',
      '999',
      '1,000',
      '1,234,567',
      '−1,234,567',
    ]);
    expect(formatNumber(1_234_567.891, { decimals: 2 })).toBe('1,234,567.89');
  });

  it('is rounded half away from zero, as a reader does it', () => {
    expect([1.005, 2.675, 1.255, 8.345, -1.005, 0.125].map((value) => formatNumber(value, { decimals: 2 }))).toEqual([
      '1.01',
      '2.68',
      '1.26',
      '8.35',
      '−1.01',
      '0.13',
    ]);
    expect([0.5, 1.5, 2.5, -2.5].map((value) => formatNumber(value))).toEqual(['1', '2', '3', '−3']);
  });

  it('rounds every decimal text as one would on paper', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 99_999 }),
        fc.nat({ max: 99_999 }),
        fc.integer({ min: 0, max: 4 }),
        (whole, fraction, decimals) => {
          const digits = String(fraction).padStart(5, '0');
          const kept = BigInt(`${whole}${digits.slice(0, decimals)}`) + (digits[decimals] >= '5' ? 1n : 0n);
          const text = kept.toString().padStart(decimals + 1, '0');
          const paper = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
          expect(formatNumber(Number(`${whole}.${digits}`), { decimals }).replaceAll(',', '')).toBe(paper);
        },
      ),
    );
  });

  it('has a sign only when it is not zero after rounding', () => {
    expect(formatNumber(0.4, { signed: true })).toBe('0');
    expect(formatNumber(-0.4)).toBe('0');
    expect(formatNumber(-0)).toBe('0');
    expect(formatNumber(3, { signed: true })).toBe('+3');
  });
});

describe('money', () => {
  it('is short by default', () => {
    expect([4_120_000_000, -60_000_000, 123_456_00, 999_49, 0].map((minor) => formatMoney(minor, 'USD'))).toEqual([
      '$41.2M',
      '−$600k',
      '$123k',
      '$999',
      '$0',
    ]);
  });

  it('passes to the next unit before it would show a thousand of one', () => {
    expect([999_499_00, 999_500_00, 999_949_999_00, 999_950_000_00].map((minor) => formatMoney(minor, 'USD'))).toEqual([
      '$999k',
      '$1.0M',
      '$999.9M',
      '$1.0B',
    ]);
  });

  it('is written in full on request', () => {
    expect(formatMoney(4_123_456_789, 'USD', { full: true })).toBe('$41,234,567.89');
    expect(formatMoney(-5, 'GBP', { full: true })).toBe('−£0.05');
  });

  it('has the symbol of its currency, its code, or nothing', () => {
    expect([formatMoney(150_000, 'EUR'), formatMoney(150_000, 'CHF'), formatMoney(150_000, null)]).toEqual([
      '€2k',
      'CHF 2k',
      '2k',
    ]);
  });

  it('has no cents in a currency without minor units', () => {
    expect([minorPerMajor('JPY'), minorPerMajor('USD'), minorPerMajor(null)]).toEqual([1, 100, 100]);
    expect(formatMoney(1_234, 'JPY', { full: true })).toBe('JPY 1,234');
  });

  it('has a sign when asked for, and none when it rounds to nothing', () => {
    expect([250_000, -250_000, 0, 3, -3].map((minor) => formatMoney(minor, 'USD', { signed: true }))).toEqual([
      '+$3k',
      '−$3k',
      '$0',
      '$0',
      '$0',
    ]);
    expect(formatMoney(-3, 'USD')).toBe('$0');
  });
});

describe('a figure', () => {
  it('of shares is a percentage, of their difference points', () => {
    expect(formatValue(0.118, 'share')).toBe('11.8%');
    expect(formatValue(0.0065, 'share', { points: true, signed: true })).toBe('+0.7 pt');
    expect(formatValue(-0.25, 'ratio', { decimals: 0, signed: true })).toBe('−25%');
  });

  it('of shares in hundredths of a percent rounds to tenths as on paper', () => {
    for (let n = 5; n < 9_995; n++) {
      const tenths = Math.floor((n + 5) / 10);
      const paper = `${Math.floor(tenths / 10)}.${tenths % 10}%`;
      if (formatValue(n / 10_000, 'share') !== paper)
        expect.fail(`${n / 10_000} is written ${formatValue(n / 10_000, 'share')}, not ${paper}`);
    }
  });

  it('of a share is nothing or the whole only where it is', () => {
    const texts = [0, 0.00001, 0.00049, 0.0005, 0.9994, 0.9995, 0.99999, 1].map((share) => formatValue(share, 'share'));
    expect(texts).toEqual(['0.0%', '<0.1%', '<0.1%', '0.1%', '99.9%', '>99.9%', '>99.9%', '100.0%']);
    // A sum of parts that misses the whole by rounding is the whole.
    expect(formatValue(0.1 + 0.2 + 0.3 + 0.4 - 2e-16, 'share')).toBe('100.0%');
    expect(formatValue(0.0001, 'share', { points: true, signed: true })).toBe('0.0 pt');
    expect(formatValue(0.00004, 'share', { decimals: 2 })).toBe('0.00%');
  });

  it('without a value is n/a', () => {
    expect(formatValue(null, 'money', { currency: 'USD' })).toBe('n/a');
  });

  it('of hours and counts is short when large, of FTE and hours per unit exact', () => {
    expect([
      formatValue(9_999, 'hours'),
      formatValue(12_345, 'hours'),
      formatValue(12_345, 'hours', { full: true }),
      formatValue(-1_234_567, 'count'),
    ]).toEqual(['9,999', '12k', '12,345', '−1.2M']);
    expect([formatValue(99.96, 'fte'), formatValue(1_234.5, 'fte'), formatValue(3.456, 'hours_per_unit')]).toEqual([
      '100.0',
      '1,235',
      '3.46',
    ]);
    expect(formatValue(-0.3, 'hours')).toBe('0');
  });
});

describe('dates and periods', () => {
  it('are written for people', () => {
    expect([formatMonth('2025-10'), formatMonthShort('2025-10'), formatDay('2026-11-04')]).toEqual([
      'Oct 2025',
      'Oct',
      '4 Nov 2026',
    ]);
    expect([formatPeriod('2025-10', '2026-09'), formatPeriod('2025-10', '2025-10')]).toEqual([
      'Oct 2025 – Sep 2026',
      'Oct 2025',
    ]);
  });
});

describe('text from an extract', () => {
  it('loses what could disguise it, and nothing else', () => {
    expect(displayText('pay\u202Efdp.exe\u200B \u0007Ünit é\u{1F600}\uFEFF')).toBe('payfdp.exe Ünit é\u{1F600}');
    expect(displayText('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });
});
