import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jensenShannon } from '../../main/stats/jensen-shannon.ts';

const amounts = fc
  .array(fc.nat({ max: 1000 }), { minLength: 4, maxLength: 4 })
  .filter((list) => list.some((amount) => amount > 0));

describe('Jensen–Shannon distance, base 2', () => {
  // scipy 1.17.1: scipy.spatial.distance.jensenshannon(p, q, base=2)
  it.each([
    [[120, 30, 50], [60, 90, 10], 0.39253623236851154],
    [[10, 10, 0], [5, 0, 5], Math.SQRT1_2],
    [[1, 0], [0, 1], 1],
  ])('of %j and %j equals SciPy', (first, second, expected) => {
    expect(jensenShannon(first, second)).toBeCloseTo(expected, 14);
  });

  it('looks at shares alone: ten times the hours change nothing', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(
          jensenShannon(
            a.map((amount) => amount * 10),
            b,
          ),
        ).toBeCloseTo(jensenShannon(a, b), 12);
      }),
    );
  });

  it('is a metric between 0 and 1', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (a, b, c) => {
        expect(jensenShannon(a, a)).toBe(0);
        expect(jensenShannon(a, b)).toBeCloseTo(jensenShannon(b, a), 12);
        expect(jensenShannon(a, b)).toBeGreaterThanOrEqual(0);
        expect(jensenShannon(a, b)).toBeLessThanOrEqual(1);
        expect(jensenShannon(a, c)).toBeLessThanOrEqual(jensenShannon(a, b) + jensenShannon(b, c) + 1e-7);
      }),
    );
  });

  it('refuses unequal lengths and a side without any amount', () => {
    expect(() => jensenShannon([1], [1, 2])).toThrow(RangeError);
    expect(() => jensenShannon([0, 0], [1, 2])).toThrow(RangeError);
  });
});
