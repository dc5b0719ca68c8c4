import { describe, expect, it } from 'vitest';
import { formatLike, formatsOf } from '../../main/exports/slides/charts/number-format.ts';
import { valueAxis } from '../../main/exports/slides/charts/value-axis.ts';

describe('the format of a label on a slide', () => {
  it.each([
    ['$41.2M', '"$"#,##0.0,,"M";-"$"#,##0.0,,"M"'],
    ['−$600k', '"$"#,##0,"k";-"$"#,##0,"k"'],
    ['SEK 1.2B', '"SEK "#,##0.0,,,"B";-"SEK "#,##0.0,,,"B"'],
    ['11.8%', '#,##0.0%'],
    ['1,234', '#,##0'],
    ['9.75', '#,##0.00'],
    ['13k', '#,##0,"k"'],
    ['<0.1%', '"<0.1%"'],
    ['n/a', '"n/a"'],
  ])('shows a number as %s is printed', (text, format) => {
    expect(formatLike(text)).toBe(format);
  });

  it('is that of its own value, however large the others are', () => {
    expect(formatsOf([240_000_000, 4_100_000], { unit: 'money', currency: 'USD' })).toEqual(
      ['$2.4M', '$41k'].map(formatLike),
    );
    expect(formatsOf([20_000, 300], { unit: 'count', currency: null })).toEqual(['20k', '300'].map(formatLike));
  });
});

describe('the format of an axis on a slide', () => {
  const formatOf = (ticks: number[], unit: 'money' | 'count' | 'share') =>
    valueAxis({ min: ticks[0], max: ticks.at(-1)!, ticks }, { unit, currency: 'USD' }).format;

  it('is as short as no line is rounded', () => {
    expect(formatOf([0, 0.1, 0.2], 'share')).toBe('#,##0%');
    expect(formatOf([0, 0.125, 0.25], 'share')).toBe('#,##0.0%');
    expect(formatOf([0, 200_000_000, 400_000_000], 'money')).toBe(formatLike('$2.0M'));
  });

  it('is in full where short ones would differ from line to line, or be the same', () => {
    expect(formatOf([0, 50_000, 100_000, 150_000], 'money')).toBe('"$"#,##0.00;-"$"#,##0.00');
    expect(formatOf([12_000, 12_100, 12_200], 'count')).toBe('#,##0');
  });
});
