import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../main/stats/random.ts';
import { randomWeights } from '../../main/stats/random-weights.ts';

describe('random weights', () => {
  it('sum to 1, each with the mean and variance of a Dirichlet distribution', () => {
    const random = seededRandom(9);
    const draws = Array.from({ length: 20_000 }, () => randomWeights(4, random));
    for (const weights of draws) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (let at = 0; at < 4; at++) {
      const mean = draws.reduce((sum, weights) => sum + weights[at], 0) / draws.length;
      const variance = draws.reduce((sum, weights) => sum + (weights[at] - mean) ** 2, 0) / draws.length;
      // Mean 1/4; variance (1/4 · 3/4) ÷ 5 = 0.0375.
      expect(mean).toBeCloseTo(0.25, 2);
      expect(variance).toBeCloseTo(0.0375, 2);
    }
  });

  it('are all there is for one, and refused for none', () => {
    expect(randomWeights(1, seededRandom(1))).toEqual([1]);
    expect(() => randomWeights(0, seededRandom(1))).toThrow(RangeError);
  });
});
