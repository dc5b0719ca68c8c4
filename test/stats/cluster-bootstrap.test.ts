import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterBootstrapRatio } from '../../main/stats/cluster-bootstrap.ts';
import { normalQuantile } from '../../main/stats/normal.ts';
import { seededRandom } from '../../main/stats/random.ts';

const options = (seed: number, draws = 199) => ({
  random: seededRandom(seed),
  draws,
  confidence: 0.95,
});

const sites = fc.array(fc.record({ external: fc.nat({ max: 500 }), internal: fc.integer({ min: 1, max: 500 }) }), {
  minLength: 2,
  maxLength: 15,
});
const sumsOf = (all: { external: number; internal: number }[]) => ({
  numerators: all.map(({ external }) => external),
  denominators: all.map(({ external, internal }) => external + internal),
});

describe('cluster bootstrap of a ratio of sums', () => {
  it('lies within the ratios of the single sites', () => {
    fc.assert(
      fc.property(sites, fc.nat(), (all, seed) => {
        const sums = sumsOf(all);
        const single = sums.numerators.map((value, index) => value / sums.denominators[index]);
        const interval = clusterBootstrapRatio(sums, options(seed));
        if (interval.kind !== 'interval') throw new Error(interval.reason);
        expect(interval.lower).toBeGreaterThanOrEqual(Math.min(...single) - 1e-12);
        expect(interval.upper).toBeLessThanOrEqual(Math.max(...single) + 1e-12);
        expect(interval.lower).toBeLessThanOrEqual(interval.upper);
      }),
    );
  });

  it('pools hours before dividing, so a large site weighs more than a small one', () => {
    const sums = { numerators: [1, 900], denominators: [10, 1000] };
    const interval = clusterBootstrapRatio(sums, { ...options(1, 4_999), confidence: 0.2 });
    expect(interval).toMatchObject({ lower: 901 / 1010, upper: 901 / 1010 });
  });

  it('is a point where all sites have the same ratio', () => {
    const sums = { numerators: [1, 20, 300], denominators: [4, 80, 1200] };
    expect(clusterBootstrapRatio(sums, options(2))).toMatchObject({ lower: 0.25, upper: 0.25 });
  });

  it('covers the true ratio about 19 times in 20', () => {
    const random = seededRandom(11);
    let covered = 0;
    for (let round = 0; round < 400; round++) {
      const denominators = Array.from({ length: 40 }, () => 50 + random.integer(100));
      const numerators = denominators.map((hours) => hours * (0.3 + 0.05 * normalQuantile(random.uniform() || 0.5)));
      const interval = clusterBootstrapRatio({ numerators, denominators }, { random, draws: 399, confidence: 0.95 });
      if (interval.kind === 'interval' && interval.lower <= 0.3 && interval.upper >= 0.3) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.9);
    expect(covered / 400).toBeLessThan(0.98);
  });

  it('repeats itself for the same seed', () => {
    const sums = { numerators: [1, 5, 9, 4], denominators: [10, 20, 30, 40] };
    expect(clusterBootstrapRatio(sums, options(8))).toEqual(clusterBootstrapRatio(sums, options(8)));
  });

  it('draws again where a resample has no base', () => {
    const interval = clusterBootstrapRatio({ numerators: [0, 3], denominators: [0, 6] }, options(9));
    expect(interval).toEqual({ kind: 'interval', lower: 0.5, upper: 0.5, clusters: 2 });
  });

  it('has no interval for a single site, or without a base', () => {
    expect(clusterBootstrapRatio({ numerators: [1], denominators: [2] }, options(1))).toEqual({
      kind: 'no_interval',
      reason: 'too_few_clusters',
      clusters: 1,
    });
    expect(clusterBootstrapRatio({ numerators: [0, 0], denominators: [0, 0] }, options(1))).toEqual({
      kind: 'no_interval',
      reason: 'no_base',
      clusters: 2,
    });
  });

  it('refuses unequal lengths, negative bases, no draws and impossible confidence', () => {
    const sums = { numerators: [1, 2], denominators: [3, 4] };
    const attempts = [
      () => clusterBootstrapRatio({ ...sums, numerators: [1] }, options(1)),
      () => clusterBootstrapRatio({ ...sums, denominators: [3, -4] }, options(1)),
      () => clusterBootstrapRatio(sums, options(1, 0)),
      () => clusterBootstrapRatio(sums, { ...options(1), confidence: 1 }),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(RangeError);
  });
});
