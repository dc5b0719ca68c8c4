import { describe, expect, it } from 'vitest';
import { logGamma } from '../../main/stats/log-gamma.ts';

describe('logarithm of the gamma function', () => {
  // R 4.2.2: lgamma(x)
  it.each([
    [1e-5, 11.512919692895826],
    [0.3, 1.0957979948180756],
    [0.5, 0.57236494292470008],
    [1, 0],
    [2.5, 0.28468287047291918],
    [10, 12.801827480081469],
    [171, 706.57306224578747],
    [1000, 5905.2204232091808],
  ])('at %f equals R', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-14 * Math.max(1, expected));
  });

  it('refuses nought and less', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => logGamma(-0.5)).toThrow(RangeError);
  });
});
