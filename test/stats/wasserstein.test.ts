import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wasserstein } from '../../main/stats/wasserstein.ts';

type Weighted = { value: number; weight: number };

function distance(first: Weighted[], second: Weighted[]): number {
  const all = [...first.map((one) => ({ ...one, side: 0 })), ...second.map((one) => ({ ...one, side: 1 }))];
  all.sort((a, b) => a.value - b.value);
  const weightsOf = (side: number) => all.map((one) => (one.side === side ? one.weight : 0));
  return wasserstein(
    all.map(({ value }) => value),
    weightsOf(0),
    weightsOf(1),
  );
}

const even = (...values: number[]) => values.map((value) => ({ value, weight: 1 }));
const sample = fc.array(
  fc.record({ value: fc.integer({ min: -500, max: 500 }), weight: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 12 },
);

describe('Wasserstein-1 distance', () => {
  it('equals SciPy on two samples of unequal size', () => {
    // scipy 1.17.1: wasserstein_distance([31.5, 36, 42.25, 50], [30, 34, 36, 41, 47.5])
    expect(distance(even(31.5, 36, 42.25, 50), even(30, 34, 36, 41, 47.5))).toBeCloseTo(2.4875, 12);
  });

  it('equals SciPy on weighted samples', () => {
    // scipy 1.17.1: wasserstein_distance([10, 12, 20], [11, 15], [2, 3, 1], [1, 4])
    const first = [
      { value: 10, weight: 2 },
      { value: 12, weight: 3 },
      { value: 20, weight: 1 },
    ];
    const second = [
      { value: 11, weight: 1 },
      { value: 15, weight: 4 },
    ];
    expect(distance(first, second)).toBeCloseTo(3.2, 12);
  });

  it('is the shift where everybody is paid the same amount less', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 90 }), (all, shift) => {
        const lower = all.map(({ value, weight }) => ({ value: value - shift, weight }));
        expect(distance(all, lower)).toBeCloseTo(shift, 9);
      }),
    );
  });

  it('is symmetric, 0 to itself, and never longer than the way round', () => {
    fc.assert(
      fc.property(sample, sample, sample, (a, b, c) => {
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 9);
        expect(distance(a, a)).toBeCloseTo(0, 9);
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c) + 1e-9);
      }),
    );
  });

  it('refuses a sample without weight', () => {
    expect(() => wasserstein([1, 2], [0, 0], [1, 1])).toThrow(RangeError);
    expect(() => wasserstein([], [], [])).toThrow(RangeError);
  });
});
