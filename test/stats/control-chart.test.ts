import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlChart } from '../../main/stats/control-chart.ts';
import type { ChartSignal } from '../../main/stats/control-chart.ts';
import { standardNormals } from './standard-normals.ts';

const chartOf = (months: (number | null)[]) => {
  const chart = controlChart(months);
  if (chart.kind !== 'chart') throw new Error(`No chart from ${months.length} months`);
  return chart;
};
const firedAt = (months: (number | null)[], month: number) =>
  chartOf(months).signals[month].map(({ rule, direction }) => `${rule} ${direction}`);
const mirrored = ({ rule, direction }: ChartSignal): ChartSignal => ({
  rule,
  direction: direction === 'rise' ? 'fall' : 'rise',
});

const months = fc.array(fc.option(fc.integer({ min: -50, max: 50 })), {
  minLength: 3,
  maxLength: 40,
});
/** Unequal swings about 10, so that no rule fires of itself. */
const quiet = [9, 11, 8, 12, 9.5, 10.5, 8, 12, 9, 11];

describe('XmR control chart', () => {
  it('draws limits at 2.66 mean moving ranges from the mean', () => {
    const chart = chartOf([10, 14, 11, 17]);
    expect(chart.mean).toBe(13);
    expect(chart.upper).toBeCloseTo(13 + (2.66 * (4 + 3 + 6)) / 3, 12);
    expect(chart.lower).toBeCloseTo(13 - (2.66 * (4 + 3 + 6)) / 3, 12);
    expect(chart.n).toBe(4);
  });

  it('takes no moving range across a missing month', () => {
    const chart = chartOf([10, 12, null, 40, 44]);
    expect(chart.upper - chart.mean).toBeCloseTo((2.66 * (2 + 4)) / 2, 12);
    expect(chart).toMatchObject({ n: 4, mean: 26.5 });
  });

  it('is quiet on swings within the limits', () => {
    expect(chartOf(quiet).signals.flat()).toEqual([]);
  });

  it('signals a point beyond a limit, in its direction', () => {
    expect(firedAt([...quiet, ...quiet, 30], 20)).toEqual(['beyond_limit rise']);
    expect(firedAt([...quiet, ...quiet, -10], 20)).toEqual(['beyond_limit fall']);
  });

  it('signals eight in a row on one side of the mean, not seven', () => {
    const low = [9, 8, 9, 8, 9, 8, 9];
    const high = [11, 12, 11, 12, 11, 12, 11, 12];
    expect(firedAt([...low, ...high], 13)).toEqual([]);
    expect(firedAt([...low, ...high], 14)).toEqual(['eight_on_one_side rise']);
  });

  it('signals six months in a row rising, not five', () => {
    const series = [5, 9, 4, 8, 3, 4, 5, 6, 7, 8, 4, 9];
    expect(firedAt(series, 8)).toEqual([]);
    expect(firedAt(series, 9)).toEqual(['six_in_a_row rise']);
  });

  it('does not call level months rising', () => {
    const series = [5, 9, 4, 8, 3, 4, 5, 5, 7, 8, 4, 9];
    expect(firedAt(series, 9)).toEqual([]);
  });

  it('signals two of three beyond two thirds of the way to the same limit', () => {
    const calm = [...quiet, ...quiet];
    expect(firedAt([...calm, 16], 20)).toEqual([]);
    expect(firedAt([...calm, 16, 10.8, 16], 22)).toEqual(['two_of_three rise']);
    expect(firedAt([...calm, 16, 6.5, 9, 16], 23)).toEqual([]);
    expect(firedAt([...calm, 4, 10, 16], 22)).toEqual([]);
  });

  it('does not signal two of three once the latest is back on the other side of the mean', () => {
    const calm = [...quiet, ...quiet];
    expect(firedAt([...calm, 16, 16, 9], 22)).toEqual([]);
    expect(firedAt([...calm, 16, 16, 11], 22)).toEqual(['two_of_three rise']);
  });

  it('breaks a run at a missing month', () => {
    const high = [11, 12, 11, 12, null, 11, 12, 11, 12];
    const rules = chartOf([8, 9, 8, 9, 8, 9, 8, ...high]).signals.flat();
    expect(rules).not.toContainEqual({ rule: 'eight_on_one_side', direction: 'rise' });
    expect(firedAt([8, 9, 8, 9, 8, 9, 8, ...high.filter((value) => value !== null)], 14)).toContain(
      'eight_on_one_side rise',
    );
  });

  it('finds nothing in a flat series, whatever its rounding', () => {
    expect(chartOf(new Array<number>(10).fill(0.1)).signals.flat()).toEqual([]);
    const dusty = Array.from({ length: 30 }, (_, month) => 0.7 + month * 1e-16);
    expect(chartOf(dusty).signals.flat()).toEqual([]);
  });

  it('has no chart without two neighbouring months', () => {
    expect(controlChart([])).toEqual({ kind: 'no_chart', n: 0 });
    expect(controlChart([3, null, 4])).toEqual({ kind: 'no_chart', n: 2 });
  });

  it('mirrors every signal when the series is mirrored', () => {
    fc.assert(
      fc.property(months, (series) => {
        const chart = controlChart(series);
        const turned = controlChart(series.map((value) => (value === null ? null : -value)));
        if (chart.kind !== 'chart' || turned.kind !== 'chart') return;
        const sorted = (signals: ChartSignal[]) => signals.map((signal) => signal.rule).sort();
        chart.signals.forEach((signals, month) => {
          expect(sorted(turned.signals[month])).toEqual(sorted(signals));
          for (const signal of signals) expect(turned.signals[month]).toContainEqual(mirrored(signal));
        });
        expect(turned.mean).toBeCloseTo(-chart.mean, 10);
      }),
    );
  });

  it('signals alike in any unit', () => {
    fc.assert(
      fc.property(months, (series) => {
        const chart = controlChart(series);
        const scaled = controlChart(series.map((value) => (value === null ? null : value * 1024)));
        if (chart.kind !== 'chart' || scaled.kind !== 'chart') return;
        expect(scaled.signals).toEqual(chart.signals);
      }),
    );
  });

  it('signals somewhere in about a fifth of pure noise, at the latest month in under 2%', () => {
    const noise = standardNormals(20_261);
    const rounds = 5_000;
    let somewhere = 0;
    let atTheEnd = 0;
    for (let round = 0; round < rounds; round++) {
      const { signals } = chartOf(noise(30));
      if (signals.some((fired) => fired.length > 0)) somewhere++;
      if (signals[29].length > 0) atTheEnd++;
    }
    expect(somewhere / rounds).toBeGreaterThan(0.18);
    expect(somewhere / rounds).toBeLessThan(0.22);
    expect(atTheEnd / rounds).toBeGreaterThan(0.01);
    expect(atTheEnd / rounds).toBeLessThan(0.02);
  });

  it('refuses a month that is no number', () => {
    expect(() => controlChart([1, Number.NaN])).toThrow(RangeError);
    expect(() => controlChart([1, Infinity])).toThrow(RangeError);
  });
});
