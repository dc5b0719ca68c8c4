import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskTables } from '../../main/stats/risk-tables.ts';
import { anySpells, tableOf, tablesOf } from './any-spells.ts';
import type { Spell } from './any-spells.ts';

const single = (entry: number, exit: number, left: number, group = 0) => ({
  entry: [entry],
  exit: [exit],
  left: [left],
  group: [group],
  groupCount: 1,
});
const inUnits = (spells: Spell[], unit: number) =>
  tablesOf(spells.map((spell) => ({ ...spell, entry: spell.entry * unit, exit: spell.exit * unit })));
/** At risk by the definition, spell by spell. */
const countAtRisk = (spells: Spell[], group: number, time: number) =>
  spells.filter((spell) => spell.group === group && spell.entry < time && time <= spell.exit).length;

describe('risk table', () => {
  it('counts those who leave and those still in post at the times they were last seen', () => {
    const table = tableOf([
      { entry: 0, exit: 5, left: 1 },
      { entry: 0, exit: 5, left: 0 },
      { entry: 2, exit: 9, left: 1 },
      { entry: 0, exit: 9, left: 1 },
    ]);
    expect([...table.time]).toEqual([5, 9]);
    expect([...table.atRisk]).toEqual([4, 2]);
    expect([...table.events]).toEqual([1, 2]);
    expect([...table.censored]).toEqual([1, 0]);
    expect([...table.entryTime]).toEqual([0, 2]);
    expect([...table.entered]).toEqual([3, 1]);
  });

  it('leaves out of the risk set who enters on the day another leaves', () => {
    const table = tableOf([
      { entry: 0, exit: 5, left: 1 },
      { entry: 5, exit: 8, left: 1 },
    ]);
    expect([...table.atRisk]).toEqual([1, 1]);
  });

  it('has an empty table for a group without spells', () => {
    const [, empty] = tablesOf([{ entry: 0, exit: 3, left: 1, group: 0 }]);
    expect(empty.spells).toBe(0);
    expect([...empty.time, ...empty.entryTime]).toEqual([]);
  });

  it('counts at risk whoever has entered before and not left before', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        tablesOf(spells).forEach((table, group) => {
          table.time.forEach((time, index) => {
            expect(table.atRisk[index]).toBe(countAtRisk(spells, group, time));
          });
        });
      }),
    );
  });

  it('is the same whether times are counted as days or numbered as fractions', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        inUnits(spells, 1 / 8).forEach((eighths, group) => {
          const days = tablesOf(spells)[group];
          expect(eighths.time.map((time) => time * 8)).toEqual(days.time);
          expect(eighths.entryTime.map((time) => time * 8)).toEqual(days.entryTime);
          expect({ ...eighths, time: null, entryTime: null }).toEqual({
            ...days,
            time: null,
            entryTime: null,
          });
        });
      }),
    );
  });

  it('is the same for whole times too large to be counted one by one', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const million = 1_000_000;
        inUnits(spells, million).forEach((large, group) => {
          const days = tablesOf(spells)[group];
          expect(large.time.map((time) => time / million)).toEqual(days.time);
          expect(large.atRisk).toEqual(days.atRisk);
        });
      }),
    );
  });

  it('takes times that differ by rounding for the same time', () => {
    const table = tableOf([
      { entry: 0, exit: 0.1 + 0.2, left: 1 },
      { entry: 0, exit: 0.3, left: 1 },
      { entry: 0.3, exit: 2.5, left: 0 },
      { entry: 0.1 + 0.2, exit: 2.5, left: 0 },
    ]);
    expect([...table.time]).toEqual([0.3, 2.5]);
    expect([...table.atRisk]).toEqual([2, 2]);
  });

  it('does not depend on the order of the spells', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        expect(tablesOf(spells.toReversed())).toEqual(tablesOf(spells));
      }),
    );
  });

  it.each([
    ['no length', single(5, 5, 1)],
    ['a negative length', single(6, 5, 1)],
    ['a negative entry', single(-1, 5, 1)],
    ['a fraction of no length', single(2.5, 2.5, 0)],
    ['a length of rounding only', single(0.3, 0.1 + 0.2, 0)],
    ['no exit', single(0, Number.NaN, 1)],
    ['no end', single(0, Infinity, 1)],
    ['half an event', single(0, 5, 0.5)],
    ['half an event in fractions', single(0, 5.5, 2)],
    ['an unknown group', single(0, 5, 1, 1)],
    ['half a group', single(0, 5, 1, 0.5)],
    ['an unknown group in fractions', single(0, 5.5, 1, -1)],
  ])('refuses a spell with %s, by name', (_, spells) => {
    expect(() => riskTables(spells)).toThrow(/Spell 0/);
  });

  it('names a spell by its place among all spells, not in its group', () => {
    const spells = { entry: [0, 0, 0.3], exit: [4, 5, 0.1 + 0.2], left: [1, 1, 1], group: [0, 1, 1], groupCount: 2 };
    expect(() => riskTables(spells)).toThrow(/Spell 2/);
  });

  it('refuses columns of unequal length', () => {
    expect(() => riskTables({ ...single(0, 5, 1), left: [] })).toThrow(RangeError);
  });
});
