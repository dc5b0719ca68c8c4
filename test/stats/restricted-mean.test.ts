import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../main/stats/kaplan-meier.ts';
import { restrictedMeanDifference } from '../../main/stats/restricted-mean-difference.ts';
import { restrictedMean } from '../../main/stats/restricted-mean.ts';
import { anySpells, tableOf } from './any-spells.ts';
import type { Spell } from './any-spells.ts';

const confidence = 0.95;
const meanOf = (spells: Omit<Spell, 'group'>[], upTo: number) =>
  restrictedMean(kaplanMeier(tableOf(spells), { interval: 'log', confidence }), { upTo, confidence });
const everyone = (...exits: number[]) => exits.map((exit) => ({ entry: 0, exit, left: 1 as const }));
const staying = (...exits: number[]) => exits.map((exit) => ({ entry: 0, exit, left: 0 as const }));

describe('restricted mean time in post', () => {
  it('is the plain mean of times cut at the horizon when everybody leaves', () => {
    fc.assert(
      fc.property(anySpells, fc.integer({ min: 1, max: 80 }), (spells, upTo) => {
        const lengths = spells.map(({ exit }) => Math.min(exit, upTo));
        const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
        expect(meanOf(everyone(...spells.map(({ exit }) => exit)), upTo).mean).toBeCloseTo(mean, 9);
      }),
    );
  });

  it('has the error of a mean, over n, when everybody leaves before the horizon', () => {
    const lengths = [2, 4, 9];
    const squares = lengths.reduce((sum, length) => sum + (length - 5) ** 2, 0);
    expect(meanOf(everyone(...lengths), 10).se).toBeCloseTo(Math.sqrt(squares) / 3, 12);
  });

  it('has an interval about it, and none where nobody left', () => {
    const some = meanOf([...everyone(3, 8), ...staying(20, 20)], 20);
    expect(some.upper - some.mean).toBeCloseTo(1.959963984540054 * some.se, 12);
    expect(some.mean - some.lower).toBeCloseTo(1.959963984540054 * some.se, 12);
    expect(meanOf(staying(20, 30), 20)).toEqual({ mean: 20, se: 0, lower: 20, upper: 20, upTo: 20 });
  });

  it('is not told beyond what was observed', () => {
    expect(() => meanOf([...everyone(3), ...staying(20)], 21)).toThrow(/ends at 20/);
    expect(() => meanOf([], 5)).toThrow(RangeError);
    expect(() => meanOf(everyone(3), 0)).toThrow(RangeError);
    expect(meanOf(everyone(3), 21).mean).toBe(3);
  });
});

describe('difference of restricted means', () => {
  const long = meanOf([...everyone(5, 30), ...staying(50, 60)], 40);
  const short = meanOf([...everyone(3, 8, 12), ...staying(45)], 40);

  it('adds the errors of both groups in squares', () => {
    const { difference, se, lower, upper } = restrictedMeanDifference(long, short, confidence);
    expect(difference).toBeCloseTo(long.mean - short.mean, 12);
    expect(se ** 2).toBeCloseTo(long.se ** 2 + short.se ** 2, 10);
    expect((lower + upper) / 2).toBeCloseTo(difference, 10);
  });

  it('turns about when the groups change places', () => {
    const forth = restrictedMeanDifference(long, short, confidence);
    const back = restrictedMeanDifference(short, long, confidence);
    expect(back.difference).toBeCloseTo(-forth.difference, 12);
    expect(back.lower).toBeCloseTo(-forth.upper, 12);
    expect(back.p).toBe(forth.p);
  });

  it('has p below 5% just where its interval leaves out nought', () => {
    const { lower, upper, p } = restrictedMeanDifference(long, short, confidence);
    expect(p < 0.05).toBe(lower > 0 || upper < 0);
    expect(restrictedMeanDifference(long, long, confidence).p).toBe(1);
  });

  it('refuses means up to different horizons', () => {
    const other = meanOf(everyone(5, 30), 30);
    expect(() => restrictedMeanDifference(long, other, confidence)).toThrow(RangeError);
  });
});
