import { describe, expect, it } from 'vitest';
import { distinctTimes, mergedTimes } from '../../main/stats/distinct-times.ts';

const of = (...times: number[]) => Float64Array.from(times);

describe('distinct times', () => {
  it('come in ascending order, once each, and leave the input alone', () => {
    const times = of(3, 1, 3, 2);
    expect([...distinctTimes(times)]).toEqual([1, 2, 3]);
    expect([...times]).toEqual([3, 1, 3, 2]);
  });

  it('merge where only rounding keeps them apart, to the smallest', () => {
    expect([...mergedTimes(of(0.1 + 0.2, 0.3, 1.1 + 2.2, 3.3))]).toEqual([0.3, 3.3]);
  });

  it('merge relative to their size', () => {
    expect([...mergedTimes(of(1e9, 1e9 + 1))]).toEqual([1e9]);
    expect([...mergedTimes(of(1, 1.0001))]).toEqual([1, 1.0001]);
  });

  it('are none of none', () => {
    expect([...mergedTimes(of())]).toEqual([]);
  });
});
