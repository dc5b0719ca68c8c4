import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coxScoreTest } from '../../main/stats/cox-score-test.ts';
import { logRank } from '../../main/stats/log-rank.ts';
import type { RiskTable } from '../../main/stats/risk-table.ts';
import { seededRandom } from '../../main/stats/random.ts';
import type { ScoreTest } from '../../main/stats/score-test.ts';
import { anySpells, GROUPS, tableOf, tablesOf } from './any-spells.ts';
import type { Spell } from './any-spells.ts';

type Test = (strata: RiskTable[][]) => ScoreTest;
const tests: [string, Test][] = [
  ['log-rank test', logRank],
  ['Cox score test', coxScoreTest],
];

const valueOf = (test: ScoreTest) => (test.kind === 'test' ? test : { chiSquare: 0, df: 0, p: 1 });
const expectSame = (one: ScoreTest, other: ScoreTest) => {
  expect(valueOf(one).df).toBe(valueOf(other).df);
  expect(valueOf(one).chiSquare).toBeCloseTo(valueOf(other).chiSquare, 8);
};

describe.each(tests)('%s', (_, test) => {
  it('expects as many exits as there were, over all groups', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const result = test([tablesOf(spells)]);
        if (result.kind !== 'test') return;
        const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
        expect(sum(result.expected)).toBeCloseTo(sum(result.observed), 9);
        expect(result.chiSquare).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not change when groups are relabelled', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const relabelled = spells.map((spell) => ({ ...spell, group: (spell.group + 1) % GROUPS }));
        expectSame(test([tablesOf(relabelled)]), test([tablesOf(spells)]));
      }),
    );
  });

  it('does not change when a spell is split, or when the unit changes', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const halves = spells.flatMap((spell): Spell[] => {
          const middle = (spell.entry + spell.exit) / 2;
          return [
            { ...spell, exit: middle, left: 0 },
            { ...spell, entry: middle },
          ];
        });
        expectSame(test([tablesOf(halves)]), test([tablesOf(spells)]));
      }),
    );
  });

  it('finds nothing to compare in a single group, in none, or in groups never seen together', () => {
    const alone = tableOf([{ entry: 0, exit: 5, left: 1 }]);
    const later = tableOf([{ entry: 10, exit: 15, left: 1 }]);
    expect(test([[alone]])).toEqual({ kind: 'no_test' });
    expect(test([])).toEqual({ kind: 'no_test' });
    expect(test([[alone, later]])).toEqual({ kind: 'no_test' });
  });

  it('gives an empty group no degree of freedom', () => {
    const spells: Spell[] = [4, 6, 9, 11].map((exit, index) => ({
      entry: 0,
      exit,
      left: 1,
      group: index % 2,
    }));
    expect(test([tablesOf(spells)])).toMatchObject({ df: 1 });
  });

  it('adds evidence over strata rather than mixing them', () => {
    const slow = tablesOf([20, 30, 40, 25, 35, 45].map((exit, i) => ({ entry: 0, exit, left: 1, group: i % 2 })));
    const fast = tablesOf([2, 3, 4, 5, 6, 7].map((exit, i) => ({ entry: 0, exit, left: 1, group: i % 2 })));
    const once = test([slow]);
    const both = test([slow, fast]);
    if (once.kind !== 'test' || both.kind !== 'test') throw new Error('Nothing was compared');
    expect(both.observed[0]).toBe(6);
    expect(test([slow, slow])).toMatchObject({ chiSquare: expect.closeTo(2 * once.chiSquare, 9) });
  });

  it('refuses strata with different groups', () => {
    const alone = tableOf([{ entry: 0, exit: 5, left: 1 }]);
    expect(() => test([[alone, alone], [alone]])).toThrow(RangeError);
  });

  it('has p below 5% in about one of 20 comparisons of like groups', () => {
    const random = seededRandom(17);
    let alarms = 0;
    for (let round = 0; round < 600; round++) {
      const spells = Array.from({ length: 120 }, (__, index): Spell => {
        const entry = random.integer(20);
        const life = 1 + Math.floor(-60 * Math.log(1 - random.uniform()));
        const observed = 1 + random.integer(100);
        return {
          entry,
          exit: entry + Math.min(life, observed),
          left: life <= observed ? 1 : 0,
          group: index % GROUPS,
        };
      });
      if (valueOf(test([tablesOf(spells)])).p < 0.05) alarms++;
    }
    expect(alarms / 600).toBeGreaterThan(0.025);
    expect(alarms / 600).toBeLessThan(0.08);
  });
});

describe('log-rank test and Cox score test', () => {
  it('agree where nobody leaves on the same day as another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 30, max: 500 }), { minLength: 4 }), (exits) => {
        const spells = exits.map((exit, index): Spell => ({
          entry: (index * 7) % 30,
          exit,
          left: index % 5 === 0 ? 0 : 1,
          group: index % GROUPS,
        }));
        expectSame(logRank([tablesOf(spells)]), coxScoreTest([tablesOf(spells)]));
      }),
    );
  });
});
