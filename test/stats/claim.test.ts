import { describe, expect, it } from 'vitest';
import { claimChange } from '../../main/stats/claim.ts';
import { standardNormals } from './standard-normals.ts';

const quiet = [9, 11, 8, 12, 9.5, 10.5, 8, 12, 9, 11];
/** Three years of quiet months on a yearly swing far larger than they are. */
const seasonal = Array.from({ length: 36 }, (_, month) => quiet[month % 10] + 40 * Math.sin((month * Math.PI) / 6));
const withLatest = (months: number[], change: number) => [...months.slice(0, -1), months[months.length - 1] + change];

describe('claim that the latest month changed', () => {
  it('is a rise where a rule fires upwards at the latest month', () => {
    expect(claimChange([...quiet, ...quiet, 30])).toEqual({ claim: 'rise', basis: 'level' });
  });

  it('is a fall where a rule fires downwards at the latest month', () => {
    expect(claimChange([...quiet, ...quiet, -10])).toEqual({ claim: 'fall', basis: 'level' });
  });

  it('is not made for a signal of an earlier month', () => {
    expect(claimChange([...quiet, 30, ...quiet])).toEqual({ claim: null, basis: 'level' });
  });

  it('is not made where the rules point both ways', () => {
    const turning = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 11, 20, 19, 18, 17, 16, 15];
    expect(claimChange(turning, { seasonal: false })).toEqual({ claim: null, basis: 'level' });
  });

  it('needs 12 known months', () => {
    const eleven = [...quiet, 60];
    expect(claimChange(eleven)).toEqual({ claim: null, basis: 'too_few_months' });
    expect(claimChange([null, ...eleven])).toEqual({ claim: null, basis: 'too_few_months' });
    expect(claimChange([10, ...eleven])).toEqual({ claim: 'rise', basis: 'level' });
  });

  it('is not made of a latest month that is missing', () => {
    expect(claimChange([...quiet, ...quiet, null])).toEqual({
      claim: null,
      basis: 'latest_month_missing',
    });
  });

  it('takes no swing of the calendar for a change', () => {
    for (let end = 30; end <= 36; end++) {
      expect(claimChange(seasonal.slice(0, end))).toEqual({
        claim: null,
        basis: 'same_month_last_year',
      });
    }
  });

  it('compares a seasonal series with the same month of last year', () => {
    expect(claimChange(withLatest(seasonal, 15)).claim).toBe('rise');
    expect(claimChange(withLatest(seasonal, -15)).claim).toBe('fall');
  });

  it('does not call a smaller rise on last year a fall', () => {
    const growing = seasonal.map((value, month) => value + (month < 12 ? 0 : 10 * (month - 11)));
    const slowing = withLatest(growing, -60);
    expect(slowing[35]).toBeGreaterThan(slowing[23]);
    expect(claimChange(slowing, { seasonal: true })).toEqual({
      claim: null,
      basis: 'same_month_last_year',
    });
  });

  it('is not made of a series known to be seasonal before two years', () => {
    const atTwoYears = withLatest(seasonal.slice(0, 24), 99);
    expect(claimChange(atTwoYears.slice(1), { seasonal: true })).toEqual({
      claim: null,
      basis: 'seasonal_below_two_years',
    });
    expect(claimChange(atTwoYears, { seasonal: true }).claim).toBe('rise');
  });

  it('is made of pure noise in fewer than 2 of 100 series', () => {
    const noise = standardNormals(99);
    let claims = 0;
    for (let round = 0; round < 4_000; round++) if (claimChange(noise(30)).claim) claims++;
    expect(claims / 4_000).toBeLessThan(0.02);
    expect(claims / 4_000).toBeGreaterThan(0.008);
  });
});
