import { describe, expect, it } from 'vitest';
import { jackknifeInterval } from '../../main/stats/jackknife.ts';

const values = [3.1, 4.7, 2.2, 5.9, 4.4];
const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
const without = (cluster: number) => mean(values.filter((_, at) => at !== cluster));

describe('the jackknife interval', () => {
  it('of a mean is Student’s', () => {
    // Python 3: statistics.stdev ÷ √5 and the 0.975 quantile of t with 4 degrees of freedom, 2.7764451051977987.
    const interval = jackknifeInterval(mean(values), { clusters: 5, without, confidence: 0.95 })!;
    expect(interval.lower).toBeCloseTo(2.272262541301294, 10);
    expect(interval.upper).toBeCloseTo(5.847737458698707, 10);
  });

  it('is not there where leaving one out leaves nothing to estimate, and needs two clusters', () => {
    const options = { clusters: 3, without: (at: number) => (at === 1 ? null : 1), confidence: 0.95 };
    expect(jackknifeInterval(1, options)).toBeNull();
    expect(() => jackknifeInterval(1, { ...options, clusters: 1 })).toThrow(RangeError);
  });
});
