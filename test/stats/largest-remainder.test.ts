import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder } from '../../main/stats/largest-remainder.ts';

const totals = fc.maxSafeInteger();
const anyWeight = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }));
const weights = fc.array(anyWeight, { minLength: 1, maxLength: 12 }).filter((all) => all.some((weight) => weight > 0));

describe('spreading a total by largest remainder', () => {
  it('spreads a week of 100.00 over seven days, the odd cents on the first', () => {
    expect(largestRemainder(10_000, [1, 1, 1, 1, 1, 1, 1])).toEqual([1429, 1429, 1429, 1429, 1428, 1428, 1428]);
  });

  it('gives the last unit to the largest remainder, not the largest weight', () => {
    expect(largestRemainder(10, [6, 3, 2])).toEqual([5, 3, 2]);
    expect(largestRemainder(7, [5, 3, 1])).toEqual([4, 2, 1]);
  });

  it('takes hours with fractions', () => {
    expect(largestRemainder(1000, [7.5, 0, 2.5])).toEqual([750, 0, 250]);
  });

  it('spreads a credit as the mirror image of a charge', () => {
    fc.assert(
      fc.property(totals, weights, (total, all) => {
        const credit = largestRemainder(-total, all).map((part) => 0 - part);
        expect(credit).toEqual(largestRemainder(total, all));
      }),
    );
  });

  it('sums to the total exactly, with every part within one of its quota', () => {
    fc.assert(
      fc.property(totals, weights, (total, all) => {
        const parts = largestRemainder(total, all);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
        expect(parts.every(Number.isSafeInteger)).toBe(true);
        const sum = all.reduce((whole, weight) => whole + weight, 0);
        parts.forEach((part, index) => {
          const quota = (total * all[index]) / sum;
          expect(Math.abs(part - quota)).toBeLessThanOrEqual(1 + Math.abs(quota) * 1e-12);
        });
      }),
    );
  });

  it('gives nothing where there is no weight', () => {
    fc.assert(
      fc.property(totals, weights, (total, all) => {
        const parts = largestRemainder(total, [...all, 0]);
        expect(parts.at(-1)).toBe(0);
      }),
    );
  });

  it('spreads alike whatever the unit of the weights', () => {
    fc.assert(
      fc.property(totals, fc.array(fc.nat(), { minLength: 1 }), (total, all) => {
        fc.pre(all.some((weight) => weight > 0));
        const inHalves = all.map((weight) => weight / 2);
        expect(largestRemainder(total, inHalves)).toEqual(largestRemainder(total, all));
      }),
    );
  });

  it('spreads nothing over nothing', () => {
    expect(largestRemainder(0, [])).toEqual([]);
    expect(largestRemainder(0, [0, 0])).toEqual([0, 0]);
  });

  it.each<[string, number, number[]]>([
    ['money over no weights', 5, []],
    ['money over weights of nothing', 5, [0, 0]],
    ['a negative weight', 5, [1, -1]],
    ['an unknown weight', 5, [1, Number.NaN]],
    ['an endless weight', 5, [1, Infinity]],
    ['a fraction of a cent', 0.5, [1]],
  ])('refuses %s', (_, total, all) => {
    expect(() => largestRemainder(total, all)).toThrow(RangeError);
  });
});
