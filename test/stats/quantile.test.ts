import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../main/stats/quantile.ts';

const samples = fc
  .array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 })
  .map((values) => Float64Array.from(values).sort());
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('sample quantile', () => {
  // R 4.2.2: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .5, .9, 1))
  it.each([
    [0, 1],
    [0.1, 1.4],
    [0.25, 2],
    [0.5, 4],
    [0.9, 12.8],
    [1, 16],
  ])('puts %f of five values below %f, as R does', (part, expected) => {
    expect(quantile([1, 2, 4, 8, 16], part)).toBeCloseTo(expected, 12);
  });

  it('is the only value of a sample of one', () => {
    expect(quantile([7], 0.3)).toBe(7);
  });

  it('never falls as the share grows, and stays within the sample', () => {
    fc.assert(
      fc.property(samples, share, share, (sample, one, other) => {
        const low = quantile(sample, Math.min(one, other));
        const high = quantile(sample, Math.max(one, other));
        const slack = 1e-12 * Math.max(Math.abs(low), Math.abs(high));
        expect(low).toBeLessThanOrEqual(high + slack);
        expect(low).toBeGreaterThanOrEqual(sample[0] - slack);
        expect(high).toBeLessThanOrEqual(sample[sample.length - 1] + slack);
      }),
    );
  });

  it('refuses an empty sample and a share outside 0 to 1', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.01)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});
