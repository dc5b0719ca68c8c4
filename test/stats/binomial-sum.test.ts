import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialSumMidP } from '../../main/stats/binomial-sum.ts';

const parts = (...pairs: [trials: number, probability: number][]) =>
  pairs.map(([trials, probability]) => ({ trials, probability }));

describe('the mid-p of a sum of binomial counts', () => {
  it('is that of one binomial by hand: two tosses, one head, 1/4 + 1/2 × 1/2', () => {
    expect(binomialSumMidP(parts([2, 0.5]), 1)).toBe(0.5);
    expect(binomialSumMidP(parts([2, 0.5]), 2)).toBe(0.125);
  });

  it('equals SciPy: `binom.pmf` of each part convolved by `numpy.convolve`', () => {
    const relative = (found: number, expected: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(1e-10);
    relative(binomialSumMidP(parts([10, 0.2]), 5), 0.01958144);
    relative(binomialSumMidP(parts([10, 0.2], [4, 0.5], [30, 0.05]), 9), 0.05069274022248817);
    relative(binomialSumMidP(parts([1500, 0.02], [400, 0.03]), 80), 5.97518532274461e-8);
    relative(binomialSumMidP(parts([60, 0.1], [25, 0.3]), 30), 2.964529840307942e-6);
  });

  it('knows certain counts, and nothing to count', () => {
    expect(binomialSumMidP(parts([7, 1], [3, 0]), 7)).toBe(0.5);
    expect(binomialSumMidP(parts([7, 1], [3, 0]), 6)).toBe(1);
    expect(binomialSumMidP([], 0)).toBe(0.5);
    expect(binomialSumMidP(parts([5, 0.3]), 6)).toBe(0);
  });

  it('falls with the count observed, and a part split in two changes nothing', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, two, p) => {
          const whole = Array.from({ length: one + two + 1 }, (_, x) => binomialSumMidP(parts([one + two, p]), x));
          whole.forEach((value, x) => {
            expect(binomialSumMidP(parts([one, p], [two, p]), x)).toBeCloseTo(value, 10);
            if (x > 0) expect(value).toBeLessThanOrEqual(whole[x - 1] + 1e-12);
          });
        },
      ),
    );
  });

  it('refuses what is no count and no probability, by name', () => {
    expect(() => binomialSumMidP(parts([2.5, 0.5]), 1)).toThrow('2.5');
    expect(() => binomialSumMidP(parts([2, 1.5]), 1)).toThrow('1.5');
    expect(() => binomialSumMidP(parts([2, 0.5]), Number.NaN)).toThrow('NaN');
  });
});
