import { describe, expect, it } from 'vitest';
import { curvesCross } from '../../main/stats/curves-cross.ts';
import { kaplanMeier } from '../../main/stats/kaplan-meier.ts';
import { tableOf } from './any-spells.ts';

const curveOf = (...waves: [exit: number, leavers: number][]) =>
  kaplanMeier(
    tableOf([
      ...waves.flatMap(([exit, leavers]) =>
        Array.from({ length: leavers }, () => ({ entry: 0, exit, left: 1 as const })),
      ),
      ...Array.from({ length: 20 }, () => ({ entry: 0, exit: 100, left: 0 as const })),
    ]),
    { interval: 'log-log', confidence: 0.95 },
  );
const early = curveOf([10, 40], [60, 1]);
const late = curveOf([10, 2], [60, 180]);

describe('crossing of survival curves', () => {
  it('is said where one loses people early and the other late', () => {
    expect(curvesCross(early, late, 0.95)).toBe(true);
    expect(curvesCross(late, early, 0.95)).toBe(true);
  });

  it('is not said where one stays above the other', () => {
    expect(curvesCross(early, curveOf([10, 4], [60, 1]), 0.95)).toBe(false);
  });

  it('is not said of curves that cross within noise', () => {
    const one = curveOf([10, 6], [60, 4]);
    const other = curveOf([10, 4], [60, 8]);
    expect(one.survival[0] < other.survival[0] && one.survival[1] > other.survival[1]).toBe(true);
    expect(curvesCross(one, other, 0.95)).toBe(false);
  });

  it('is not said where only one of the two orders is more than noise', () => {
    const lower = curveOf([10, 2], [60, 80]);
    expect(lower.survival[0]).toBeGreaterThan(early.survival[0]);
    expect(lower.survival[1]).toBeLessThan(early.survival[1]);
    expect(curvesCross(lower, early, 0.95)).toBe(false);
    expect(curvesCross(early, lower, 0.95)).toBe(false);
  });

  it('is not said of a curve and itself, or of nothing', () => {
    expect(curvesCross(early, early, 0.95)).toBe(false);
    const nothing = kaplanMeier(tableOf([]), { interval: 'log', confidence: 0.95 });
    expect(curvesCross(early, nothing, 0.95)).toBe(false);
  });

  it('refuses an impossible confidence', () => {
    expect(() => curvesCross(early, late, 1)).toThrow(RangeError);
  });
});
