import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeSurvival } from '../../main/analyses/survival/survival.ts';
import type { SurvivalSpells } from '../../main/analyses/survival/survival.ts';
import { anySpells } from './any-spells.ts';
import type { Spell } from './any-spells.ts';
import { expectAlike, readExpectedCurves, readRows, spellsOf } from './survival-case.ts';

const options = { conf: 'log-log', at: null, unit: 'days' } as const;
const groups = [{ site: 'A' }, { site: 'B' }, { site: 'C' }];
const inputOf = (spells: Omit<Spell, 'group'>[], names = [{}]): SurvivalSpells => ({
  entry: spells.map(({ entry }) => entry),
  exit: spells.map(({ exit }) => exit),
  left: spells.map(({ left }) => left),
  group: spells.map((spell) => ('group' in spell ? (spell.group as number) : 0)),
  groups: names,
});
const five = inputOf([
  { entry: 0, exit: 2, left: 1 },
  { entry: 0, exit: 3, left: 0 },
  { entry: 0, exit: 4, left: 1 },
  { entry: 0, exit: 4, left: 1 },
  { entry: 0, exit: 9, left: 0 },
]);

describe('survival analysis', () => {
  it('gives every distinct time with its numbers at risk', () => {
    const [curve] = computeSurvival(five, options).curves;
    expect(curve).toMatchObject({ by: {}, n: 5, events: 3, censored: 2, unit: 'days', conf: 'log-log' });
    expect(curve.points.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [2, 5, 1],
      [3, 4, 0],
      [4, 3, 2],
      [9, 1, 0],
    ]);
    expect(curve.points[0].survival).toBe(0.8);
    expect(curve.median).toBe(4);
  });

  it('answers for the times asked for, in order, counting exits since the one before', () => {
    const { points } = computeSurvival(five, { ...options, conf: 'plain', at: [5, 0, 3, 5] }).curves[0];
    expect(points.map(({ time, atRisk, events, survival }) => [time, atRisk, events, survival])).toEqual([
      [0, 5, 0, 1],
      [3, 4, 1, 0.8],
      [5, 1, 2, expect.closeTo(0.8 / 3, 14)],
    ]);
    expect(points[0]).toMatchObject({ se: 0, lower: 1, upper: 1 });
  });

  it('has no log-log bounds while everybody is there, nor an error once nobody is', () => {
    const everyone = inputOf([
      { entry: 0, exit: 2, left: 1 },
      { entry: 0, exit: 6, left: 1 },
    ]);
    const { points } = computeSurvival(everyone, { ...options, at: [1, 6, 7] }).curves[0];
    expect(points[0]).toEqual({ time: 1, atRisk: 2, events: 0, survival: 1, se: 0, lower: null, upper: null });
    expect(points[1]).toMatchObject({ survival: 0, se: null, lower: null, upper: null });
    expect(points[2]).toMatchObject({ atRisk: 0, survival: 0 });
  });

  it('does not guess what happens after the last exit observed', () => {
    const [point] = computeSurvival(five, { ...options, at: [10] }).curves[0].points;
    expect(point).toEqual({
      time: 10,
      atRisk: 0,
      events: 3,
      survival: null,
      se: null,
      lower: null,
      upper: null,
    });
  });

  it('names each curve by its group and keeps an empty one', () => {
    const spells = inputOf([{ entry: 0, exit: 2, left: 1 }], groups);
    const { curves, logrank } = computeSurvival(spells, { ...options, at: [1] });
    expect(curves.map(({ by, n }) => [by, n])).toEqual([
      [{ site: 'A' }, 1],
      [{ site: 'B' }, 0],
      [{ site: 'C' }, 0],
    ]);
    expect(curves[1].points).toEqual([
      { time: 1, atRisk: 0, events: 0, survival: null, se: null, lower: null, upper: null },
    ]);
    expect(logrank).toBeNull();
  });

  it('reads off at given times what the whole curve says', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const input = inputOf(spells, groups);
        const whole = computeSurvival(input, options);
        const at = [...new Set(spells.map(({ exit }) => exit))];
        const asked = computeSurvival(input, { ...options, at });
        whole.curves.forEach((curve, index) => {
          for (const point of curve.points) {
            expect(asked.curves[index].points).toContainEqual({ ...point, events: expect.any(Number) });
          }
          expect(curve.n).toBe(curve.events + curve.censored);
        });
        expect(asked.logrank).toEqual(whole.logrank);
      }),
    );
  });

  it('tests by log-rank, and with delayed entry by the Cox score, as R does', () => {
    for (const [name, test] of [
      ['survival-ties', 'log_rank'],
      ['survival-delayed-entry', 'cox_score'],
    ] as const) {
      const { names, ...spells } = spellsOf(readRows(name));
      const named = names.map((group) => ({ group }));
      const { logrank } = computeSurvival({ ...spells, groups: named }, options);
      const { chi2, df, p } = readExpectedCurves(name)[test];
      expectAlike([logrank!.chi2, logrank!.df, logrank!.p], [chi2, df, p]);
    }
  });

  it.each([-1, Number.NaN, Infinity])('refuses to answer for time %d', (time) => {
    expect(() => computeSurvival(five, { ...options, at: [time] })).toThrow(RangeError);
  });
});
