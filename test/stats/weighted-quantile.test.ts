import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedQuantile } from '../../main/stats/weighted-quantile.ts';

describe('weighted quantile', () => {
  // numpy 2.4.6: quantile(repeat([3, 5, 8, 13], [2, 3, 1, 4]), share, method='averaged_inverted_cdf')
  it.each([
    [0.5, 6.5],
    [0.9, 13],
    [0.25, 5],
  ])('puts %f of the weight below what numpy puts below', (share, expected) => {
    expect(weightedQuantile([3, 5, 8, 13], [2, 3, 1, 4], share)).toBe(expected);
  });

  it('is the same whether a value has a weight or is repeated, and passes over values without weight', () => {
    const values = fc.array(fc.record({ value: fc.nat({ max: 30 }), weight: fc.nat({ max: 4 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, fc.constantFrom(0.1, 0.25, 0.5, 0.9), (all, share) => {
        const ordered = [...all, { value: 31, weight: 1 }].sort((a, b) => a.value - b.value);
        const repeated = ordered.flatMap(({ value, weight }) => Array.from({ length: weight }, () => value));
        const ones = repeated.map(() => 1);
        const values = ordered.map(({ value }) => value);
        const weights = ordered.map(({ weight }) => weight);
        expect(weightedQuantile(values, weights, share)).toBe(weightedQuantile(repeated, ones, share));
      }),
    );
  });

  it('refuses no weight and a share outside 0 to 1', () => {
    expect(() => weightedQuantile([1, 2], [0, 0], 0.5)).toThrow(RangeError);
    expect(() => weightedQuantile([1], [1], 1.1)).toThrow(RangeError);
  });
});
