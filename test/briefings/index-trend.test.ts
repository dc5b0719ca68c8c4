import { describe, expect, it } from 'vitest';
import type { Alignment } from '../../main/analyses/alignment/align.ts';
import type { Trend } from '../../main/analyses/alignment/trend.ts';
import { indexTrendChart } from '../../main/briefings/index-trend.ts';

const DECEMBER = 2025 * 12 + 11;
const indexed = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const alignment = { dimensions: Array.from({ length: 10 }) } as unknown as Alignment;

function trend(indices: (number | null)[], change: Trend['change'] = null): Trend {
  return { months: indices.map((index, i) => ({ month: DECEMBER + i, scores: new Map(), index })), indexed, change };
}

describe('the course of the alignment index', () => {
  it('is drawn on the whole scale, month by month, and says how many dimensions it is of', () => {
    const chart = indexTrendChart(trend([40, 45.5, 50]), alignment)!;
    expect(chart).toMatchObject({ months: ['2025-12', '2026-01', '2026-02'], scale: { from: 0, to: 100 } });
    expect(chart.series).toMatchObject([{ actual: [40, 45.5, 50], query: null }]);
    expect(chart.subtitle).toBe('7 dimensions known throughout');
    expect(chart.description).toContain('3 more are not known in every month or kept apart');
  });

  it('is called a movement only where the interval excludes none', () => {
    const subtitle = (change: NonNullable<Trend['change']>) =>
      indexTrendChart(trend([40, 45, 50], change), alignment)!.subtitle;
    expect(subtitle({ value: 10, lower: 2, upper: 15 })).toBe(
      '7 dimensions known throughout · +10 points (95 %: +2 to +15)',
    );
    expect(subtitle({ value: 10, lower: -3, upper: 15 })).toBe(
      '7 dimensions known throughout · flat within noise (95 %: −3 to +15)',
    );
  });

  it('is not drawn where months lack an index or there are too few', () => {
    expect(indexTrendChart(trend([null, null, null]), alignment)).toBeNull();
    expect(indexTrendChart(trend([40, 50]), alignment)).toBeNull();
    expect(indexTrendChart(trend([]), alignment)).toBeNull();
  });
});
