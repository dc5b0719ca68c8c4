import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biasCorrectedInterval } from '../../main/stats/bias-corrected-interval.ts';

const sorted = (values: number[]) => Float64Array.from(values).sort();

describe('bias-corrected bootstrap interval', () => {
  it('equals the formula worked out with SciPy', () => {
    // numpy.quantile(r, norm.cdf(2*z0 ± norm.ppf(.95))), z0 = norm.ppf(mean(r < 3.6)); scipy 1.17.1
    const replicates = sorted([2, 3, 3.5, 4, 4.4, 5, 5.1, 6, 7, 9]);
    const { lower, upper } = biasCorrectedInterval(3.6, replicates, 0.9);
    expect(lower).toBeCloseTo(2.031803007436215, 9);
    expect(upper).toBeCloseTo(5.567882647394758, 9);
  });

  it('holds the estimate, even where every replicate is larger', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 60 }),
        fc.nat({ max: 90 }),
        (all, estimate) => {
          const { lower, upper } = biasCorrectedInterval(estimate, sorted(all), 0.95);
          expect(lower).toBeLessThanOrEqual(estimate);
          expect(upper).toBeGreaterThanOrEqual(estimate);
        },
      ),
    );
  });

  it('refuses no replicates and an impossible confidence', () => {
    expect(() => biasCorrectedInterval(1, new Float64Array(0), 0.95)).toThrow(RangeError);
    expect(() => biasCorrectedInterval(1, sorted([1]), 1)).toThrow(RangeError);
  });
});
