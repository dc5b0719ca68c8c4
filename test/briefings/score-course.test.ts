import { describe, expect, it } from 'vitest';
import type { Alignment } from '../../main/analyses/alignment/align.ts';
import { DIMENSIONS } from '../../main/analyses/alignment/registry.ts';
import type { Trend } from '../../main/analyses/alignment/trend.ts';
import { courseChart, coursesOf, movedPoints, movementOf } from '../../main/briefings/score-course.ts';

const DECEMBER = 2025 * 12 + 11;
const indexed = DIMENSIONS.slice(0, 7).map(({ definition }) => definition.metric);
const alignment = { dimensions: DIMENSIONS.map((dimension) => ({ dimension })) } as unknown as Alignment;

/** Every dimension goes up by its place among them; the fourth goes down by ten times that. */
function trend(indices: (number | null)[], change: Trend['change'] = null): Trend {
  return {
    months: indices.map((index, i) => ({
      month: DECEMBER + i,
      scores: new Map(indexed.map((id, at) => [id, at === 3 ? 60 - 40 * i : 20 + at * i])),
      index,
    })),
    indexed,
    change,
  };
}

describe('the course of scores since the close', () => {
  it('is the index on the whole scale with what moved most, up or down', () => {
    const known = trend([40, 45.5]);
    const courses = coursesOf(known, alignment);
    expect(courses.map(({ atClose, now }) => now - atClose)).toEqual([-40, 6, 5, 4, 2, 1, 0]);
    const chart = courseChart(known, courses);
    expect(chart).toMatchObject({ months: ['2025-12', '2026-01'], scale: { from: 0, to: 100 } });
    expect(chart.series.map(({ label, actual }) => [label, actual])).toEqual([
      ['Index of 7', [40, 45.5]],
      ['Scheduling', [60, 20]],
      ['Policies', [20, 26]],
      ['Span of control', [20, 25]],
    ]);
    expect(chart.subtitle).toBe('Index of 7 dimensions known throughout');
  });

  it('has no index where too few dimensions are known throughout, and says so', () => {
    const known = trend([null, null]);
    const chart = courseChart(known, coursesOf(known, alignment));
    expect(chart.series.map(({ id }) => id)).not.toContain('index');
    expect(chart.subtitle).toBe('Too few dimensions are known throughout for an index');
  });

  it('moves by what a reader gets who subtracts the scores as printed', () => {
    expect(movedPoints(42.6, 57.4)).toBe(14);
    expect(movedPoints(90.6, 90.4)).toBe(-1);
    expect(movedPoints(80.4, 79.6)).toBe(0);
  });

  it('is called a movement only where the interval excludes none', () => {
    expect(movementOf({ value: 10, lower: 2, upper: 15 })).toBe('+10 points (95 %: +2 to +15)');
    expect(movementOf({ value: -10, lower: -15, upper: 3 })).toBe('flat within noise (95 %: −15 to +3)');
    expect(movementOf(null)).toBeNull();
  });
});
