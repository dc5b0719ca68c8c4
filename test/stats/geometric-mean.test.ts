import { describe, expect, it } from 'vitest';
import { geometricMean } from '../../main/stats/geometric-mean.ts';

describe('geometric mean', () => {
  it('equals SciPy, with and without weights', () => {
    // scipy 1.17.1: gmean([90, 48, 66, 81]), gmean([90, 1, 66], weights=[1, 2, 1])
    expect(geometricMean([90, 48, 66, 81], { floor: 1 })).toBeCloseTo(69.32313192317548, 10);
    expect(geometricMean([90, 0, 66], { floor: 1, weights: [1, 2, 1] })).toBeCloseTo(8.779031579393639, 10);
  });

  it('does not depend on the size of the weights, only on their proportions', () => {
    const mean = (weights: number[]) => geometricMean([20, 50, 80], { floor: 1, weights });
    expect(mean([1, 2, 3])).toBeCloseTo(mean([10, 20, 30]), 12);
  });

  it('refuses no weight, unequal lengths and a floor that is not above 0', () => {
    expect(() => geometricMean([], { floor: 1 })).toThrow(RangeError);
    expect(() => geometricMean([1], { floor: 0 })).toThrow(RangeError);
    expect(() => geometricMean([1, 2], { floor: 1, weights: [1] })).toThrow(RangeError);
  });
});
