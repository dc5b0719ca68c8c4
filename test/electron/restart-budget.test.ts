import { describe, expect, it } from 'vitest';
import { RestartBudget } from '../../electron/processes/restart-budget.ts';

describe('restarts', () => {
  it('are three in any minute, and free again when the first is a minute old', () => {
    let now = 0;
    const budget = new RestartBudget(() => now);
    const taken = [0, 10_000, 20_000, 30_000, 59_999, 60_000, 65_000, 70_000].map((moment) => {
      now = moment;
      return budget.take();
    });
    expect(taken).toEqual([true, true, true, false, false, true, false, true]);
  });
});
