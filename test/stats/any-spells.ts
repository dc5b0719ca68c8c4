import fc from 'fast-check';
import { riskTables } from '../../main/stats/risk-tables.ts';
import type { RiskTable } from '../../main/stats/risk-table.ts';

export interface Spell {
  entry: number;
  exit: number;
  left: 0 | 1;
  group: number;
}

export const GROUPS = 3;

/** Spells of whole days, many of them tied, in three groups of which some may be empty. */
export const anySpells: fc.Arbitrary<Spell[]> = fc.array(
  fc
    .record({
      entry: fc.oneof(fc.constant(0), fc.nat({ max: 25 })),
      length: fc.integer({ min: 1, max: 40 }),
      left: fc.constantFrom(0 as const, 1 as const),
      group: fc.nat({ max: GROUPS - 1 }),
    })
    .map(({ entry, length, left, group }) => ({ entry, exit: entry + length, left, group })),
  { minLength: 1, maxLength: 60 },
);

/** One risk table per group. */
export function tablesOf(spells: readonly Spell[]): RiskTable[] {
  return riskTables({
    entry: spells.map(({ entry }) => entry),
    exit: spells.map(({ exit }) => exit),
    left: spells.map(({ left }) => left),
    group: spells.map(({ group }) => group),
    groupCount: GROUPS,
  });
}

/** One risk table over all groups. */
export function tableOf(spells: readonly Omit<Spell, 'group'>[]): RiskTable {
  return tablesOf(spells.map((spell) => ({ ...spell, group: 0 })))[0];
}

/** The rows of a table or curve at which someone left, without those at which all were censored. */
export function atEvents(curve: { events: ArrayLike<number> }) {
  const kept = Array.from(curve.events, (count, index) => (count > 0 ? index : -1)).filter((index) => index >= 0);
  return (column: ArrayLike<number>) => kept.map((index) => column[index]);
}
