import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../main/stats/chi-square.ts';

describe('upper tail of chi-square', () => {
  // R 4.2.2: pchisq(value, df, lower.tail = FALSE)
  it.each([
    [0.01, 1, 0.92034432544594202],
    [3.841458820694124, 1, 0.049999999999999975],
    [10.327, 1, 0.0013109812172633515],
    [30, 4, 4.8944371280292126e-6],
    [250, 199, 0.0082301130447247611],
    [18.3, 10, 0.050109061411462472],
  ])('exceeds %f on %i degrees of freedom as often as in R', (value, df, expected) => {
    expect(Math.abs(chiSquareUpperTail(value, df) / expected - 1)).toBeLessThan(1e-11);
  });

  it('is certain to exceed nought and never exceeds infinity', () => {
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(chiSquareUpperTail(Infinity, 3)).toBe(0);
  });

  it('refuses negative values and no degrees of freedom', () => {
    expect(() => chiSquareUpperTail(-1, 3)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(1, 0)).toThrow(RangeError);
  });
});
