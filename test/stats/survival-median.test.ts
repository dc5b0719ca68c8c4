import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../main/stats/kaplan-meier.ts';
import { survivalMedian } from '../../main/stats/survival-median.ts';
import { tableOf } from './any-spells.ts';

const medianOf = (exits: number[], stillThere: number[] = []) => {
  const spells = [
    ...exits.map((exit) => ({ entry: 0, exit, left: 1 as const })),
    ...stillThere.map((exit) => ({ entry: 0, exit, left: 0 as const })),
  ];
  return survivalMedian(kaplanMeier(tableOf(spells), { interval: 'log-log', confidence: 0.95 }));
};

describe('median time in post', () => {
  it('is the first time at which no more than half are left', () => {
    expect(medianOf([3, 8, 20]).median).toBe(8);
  });

  it('is the midpoint to the next exit where exactly half are left', () => {
    expect(medianOf([10, 20, 35, 50]).median).toBe(27.5);
  });

  it('takes half for half though rounding has crept in', () => {
    // 7/10 × 5/7 is 0.5 but for rounding.
    expect(medianOf([1, 1, 1, 2, 2, 5, 6, 7, 8, 9]).median).toBe(3.5);
  });

  it('is the time itself where half are left to the end', () => {
    expect(medianOf([10, 20], [35, 50]).median).toBe(20);
  });

  it('is not reached while more than half are left', () => {
    expect(medianOf([10], [35, 50]).median).toBeNull();
  });

  it('lies between its bounds, the upper of which may not be reached', () => {
    const { median, lower, upper } = medianOf([2, 3, 5, 8, 13, 21, 34], [40, 50]);
    expect(lower).toBeLessThan(median!);
    expect(upper).toBeNull();
  });
});
