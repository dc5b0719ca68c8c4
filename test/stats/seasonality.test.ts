import { describe, expect, it } from 'vitest';
import { detectSeasonality } from '../../main/stats/seasonality.ts';
import { standardNormals } from './standard-normals.ts';

const season = (month: number) => Math.sin((month * Math.PI) / 6);
const walk = (steps: number[]) => {
  let level = 0;
  return steps.map((step) => (level += step));
};
const shareFound = (seed: number, series: (noise: number[]) => number[], length: number) => {
  const noise = standardNormals(seed);
  let found = 0;
  for (let round = 0; round < 1_000; round++) {
    if (detectSeasonality(series(noise(length))) === 'seasonal') found++;
  }
  return found / 1_000;
};

describe('seasonality of a monthly series', () => {
  it('is found in a plain yearly swing on a trend', () => {
    const months = Array.from({ length: 36 }, (_, month) => 2 * month + 5 * season(month));
    expect(detectSeasonality(months)).toBe('seasonal');
  });

  it('is found in one busy month a year, months missing', () => {
    const months = Array.from({ length: 40 }, (_, month) => (month % 12 === 11 ? 9 : (month % 3) / 2));
    const withGaps = months.map((value, month) => (month === 5 || month === 20 ? null : value));
    expect(detectSeasonality(withGaps)).toBe('seasonal');
  });

  it.each([
    ['a straight trend', (month: number) => 3 * month + 1],
    ['a constant', () => 0.1],
    ['a step half way', (month: number) => (month < 18 ? 1 : 4)],
  ])('is not found in %s', (_, value) => {
    const months = Array.from({ length: 36 }, (__, month) => value(month));
    expect(detectSeasonality(months)).toBe('not_seasonal');
  });

  it('is not tested below 24 known months', () => {
    expect(detectSeasonality(Array.from({ length: 23 }, (_, month) => season(month)))).toBe('untested');
    expect(detectSeasonality([...new Array<number>(23).fill(1), null])).toBe('untested');
  });

  it.each([
    ['pure noise', (noise: number[]) => noise],
    ['a random walk', walk],
    ['a late step', (noise: number[]) => noise.map((value, month) => value + (month > 29 ? 3 : 0))],
  ])('is seen by chance in at most one in 15 series of %s', (_, series) => {
    expect(shareFound(5, series, 36)).toBeLessThan(1 / 15);
  });

  it('is seen in nine of ten series that swing by twice the noise', () => {
    const swinging = (noise: number[]) => noise.map((value, month) => value + 2 * season(month));
    expect(shareFound(6, swinging, 36)).toBeGreaterThan(0.9);
  });
});
