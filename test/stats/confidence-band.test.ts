import { describe, expect, it } from 'vitest';
import { confidenceBand } from '../../main/stats/confidence-band.ts';
import type { IntervalKind } from '../../main/stats/confidence-band.ts';

const bounds = (probability: number, se: number, interval: IntervalKind) => {
  const band = confidenceBand(Float64Array.of(probability), Float64Array.of(se), {
    interval,
    confidence: 0.95,
  });
  return [band.lower[0], band.upper[0]];
};
const z = 1.959963984540054;

describe('confidence band', () => {
  it('reaches as far as the error on the scale chosen', () => {
    const [plain, log, logLog] = (['plain', 'log', 'log-log'] as const).map((interval) => bounds(0.6, 0.05, interval));
    expect(plain[0]).toBeCloseTo(0.6 - z * 0.05, 14);
    expect(log[1]).toBeCloseTo(0.6 * Math.exp((z * 0.05) / 0.6), 14);
    const reach = (z * 0.05) / (0.6 * Math.log(0.6));
    expect(logLog[0]).toBeCloseTo(0.6 ** Math.exp(-reach), 14);
    expect(logLog[1]).toBeCloseTo(0.6 ** Math.exp(reach), 14);
  });

  it('never leaves 0 to 1', () => {
    expect(bounds(0.02, 0.05, 'plain')[0]).toBe(0);
    expect(bounds(0.99, 0.05, 'plain')[1]).toBe(1);
    expect(bounds(0.99, 0.05, 'log')[1]).toBe(1);
  });

  it('has no bounds where the scale has none', () => {
    expect(bounds(1, 0, 'log-log')).toEqual([Number.NaN, Number.NaN]);
    expect(bounds(1, 1e-17, 'log-log')).toEqual([Number.NaN, Number.NaN]);
    expect(bounds(1, 0, 'log')).toEqual([1, 1]);
    expect(bounds(1, 0, 'plain')).toEqual([1, 1]);
    for (const interval of ['plain', 'log', 'log-log'] as const) {
      expect(bounds(0, Number.NaN, interval)).toEqual([Number.NaN, Number.NaN]);
    }
  });

  it('widens with confidence', () => {
    const share = Float64Array.of(0.4);
    const se = Float64Array.of(0.1);
    const wide = confidenceBand(share, se, { interval: 'log-log', confidence: 0.99 });
    expect(wide.lower[0]).toBeLessThan(bounds(0.4, 0.1, 'log-log')[0]);
    expect(wide.upper[0]).toBeGreaterThan(bounds(0.4, 0.1, 'log-log')[1]);
  });

  it.each([0, 1, Number.NaN])('refuses a confidence of %d', (confidence) => {
    const none = new Float64Array();
    expect(() => confidenceBand(none, none, { interval: 'log', confidence })).toThrow(RangeError);
  });
});
