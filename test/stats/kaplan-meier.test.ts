import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../main/stats/kaplan-meier.ts';
import type { RiskTable } from '../../main/stats/risk-table.ts';
import { survivalMedian } from '../../main/stats/survival-median.ts';
import { anySpells, atEvents, GROUPS, tableOf, tablesOf } from './any-spells.ts';

const options = { interval: 'log-log', confidence: 0.95 } as const;
const curveOf = (table: RiskTable) => kaplanMeier(table, options);
/** What a curve says at each event, which is all it says. */
const statements = (table: RiskTable) => {
  const curve = curveOf(table);
  const pick = atEvents(curve);
  return [curve.time, curve.atRisk, curve.survival, curve.se, curve.lower, curve.upper].map(pick);
};

describe('Kaplan–Meier curve', () => {
  it('multiplies the shares that stay, with the error of Greenwood', () => {
    const curve = curveOf(
      tableOf([
        { entry: 0, exit: 2, left: 1 },
        { entry: 0, exit: 3, left: 0 },
        { entry: 0, exit: 4, left: 1 },
        { entry: 0, exit: 4, left: 1 },
        { entry: 0, exit: 9, left: 0 },
      ]),
    );
    const expected = [4 / 5, 4 / 5, (4 / 5) * (1 / 3), (4 / 5) * (1 / 3)];
    expected.forEach((share, index) => expect(curve.survival[index]).toBeCloseTo(share, 14));
    expect(curve.se[0]).toBeCloseTo(0.8 * Math.sqrt(1 / 20), 14);
    expect(curve.se[2]).toBeCloseTo((4 / 15) * Math.sqrt(1 / 20 + 2 / 3), 14);
  });

  it('counts people only while they are observed, so late entrants do not flatter it', () => {
    const early = [
      { entry: 0, exit: 10, left: 1 as const },
      { entry: 0, exit: 20, left: 1 as const },
    ];
    const survivors = Array.from({ length: 8 }, () => ({ entry: 50, exit: 60, left: 0 as const }));
    expect(curveOf(tableOf([...early, ...survivors])).survival[0]).toBe(0.5);
  });

  it('never rises and stays between 0 and 1, within its bounds', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const curve = curveOf(tableOf(spells));
        curve.survival.forEach((share, index) => {
          expect(share).toBeLessThanOrEqual(index > 0 ? curve.survival[index - 1] : 1);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(curve.lower[index]).not.toBeGreaterThan(share);
          expect(curve.upper[index]).not.toBeLessThan(share);
        });
      }),
    );
  });

  it('is the plain share still there while nobody is censored or enters late', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const complete = spells.map((spell) => ({ ...spell, entry: 0, left: 1 as const }));
        const curve = curveOf(tableOf(complete));
        curve.time.forEach((time, index) => {
          const there = complete.filter(({ exit }) => exit > time).length;
          expect(curve.survival[index]).toBeCloseTo(there / complete.length, 12);
        });
      }),
    );
  });

  it('changes by delayed entry through the numbers at risk only', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const delayed = tableOf(spells);
        const undelayed = tableOf(spells.map((spell) => ({ ...spell, entry: 0 })));
        expect(delayed.time).toEqual(undelayed.time);
        expect(delayed.events).toEqual(undelayed.events);
        expect(delayed.censored).toEqual(undelayed.censored);
        delayed.atRisk.forEach((count, index) => {
          expect(count).toBeLessThanOrEqual(undelayed.atRisk[index]);
        });
        expect(curveOf({ ...delayed, atRisk: undelayed.atRisk }).survival).toEqual(curveOf(undelayed).survival);
      }),
    );
  });

  it('changes nothing when a spell is split at any day', () => {
    fc.assert(
      fc.property(anySpells, fc.nat(), fc.nat(), (spells, which, cut) => {
        const chosen = spells[which % spells.length];
        const day = chosen.entry + 1 + (cut % Math.max(1, chosen.exit - chosen.entry - 1));
        fc.pre(day < chosen.exit);
        const parts = [
          { ...chosen, exit: day, left: 0 as const },
          { ...chosen, entry: day },
        ];
        const split = [...spells.filter((spell) => spell !== chosen), ...parts];
        expect(statements(tableOf(split))).toEqual(statements(tableOf(spells)));
      }),
    );
  });

  it('goes with its group when groups are relabelled', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const relabelled = spells.map((spell) => ({ ...spell, group: (spell.group + 1) % GROUPS }));
        const curves = tablesOf(spells).map(curveOf);
        tablesOf(relabelled).forEach((table, group) => {
          expect(curveOf(table)).toEqual(curves[(group + GROUPS - 1) % GROUPS]);
        });
      }),
    );
  });

  it('does not depend on the order of the spells', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        expect(curveOf(tableOf(spells.toReversed()))).toEqual(curveOf(tableOf(spells)));
      }),
    );
  });

  it('keeps its shares and stretches its median when the unit changes', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const days = curveOf(tableOf(spells));
        const eighths = curveOf(
          tableOf(spells.map((spell) => ({ ...spell, entry: spell.entry / 8, exit: spell.exit / 8 }))),
        );
        expect(eighths.survival).toEqual(days.survival);
        expect(eighths.lower).toEqual(days.lower);
        const { median } = survivalMedian(eighths);
        expect(median === null ? null : median * 8).toBe(survivalMedian(days).median);
      }),
    );
  });

  it('is empty without spells', () => {
    const curve = curveOf(tableOf([]));
    expect(curve.time).toHaveLength(0);
    expect(survivalMedian(curve)).toEqual({ median: null, lower: null, upper: null });
  });
});
