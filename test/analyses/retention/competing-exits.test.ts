import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competingExits } from '../../../main/analyses/retention/competing-exits.ts';
import { leavingByMonth, serviceTable } from '../../../main/analyses/retention/leaving-months.ts';
import { presencesOf } from '../../../main/analyses/retention/presences.ts';
import { seededRandom } from '../../../main/stats/random.ts';
import { anySpells, scope, spell } from './spells-by-hand.ts';

describe('competing ways to leave', () => {
  it('share out the first year by hand: 4 of 10 resign at day 100, half of the rest is dismissed at day 200', () => {
    const spells = Array.from({ length: 10 }, (_, i) =>
      i < 4
        ? spell({ start: 1, end: 100 })
        : i < 7
          ? spell({ start: 1, end: 200, exit: 'involuntary' })
          : spell({ start: 1, end: 600, exit: 'other' }),
    );
    const found = competingExits(presencesOf(spells, scope(1, 700)), 365)!;
    expect(found.stayed).toBeCloseTo(0.3, 12);
    expect(found.ways.map(({ way, leavers }) => [way, leavers])).toEqual([
      ['voluntary', 4],
      ['involuntary', 3],
      ['other', 0],
      ['unclassified', 0],
    ]);
    expect(found.ways[0].share).toBeCloseTo(0.4, 12);
    expect(found.ways[1].share).toBeCloseTo(0.6 * 0.5, 12);
    expect(found.ways[0].lower).toBeLessThan(0.4);
    expect(found.ways[2]).toMatchObject({ share: 0, lower: null, upper: null });
  });

  it('are none where everybody was there for longer', () => {
    const spells = Array.from({ length: 10 }, () => spell({ start: 1, end: 600 }));
    const found = competingExits(presencesOf(spells, scope(1, 700)), 365)!;
    expect(found.stayed).toBe(1);
    expect(found.ways.every(({ leavers, share, lower }) => leavers === 0 && share === 0 && lower === null)).toBe(true);
  });

  it('add up to everybody, for any spells', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const found = competingExits(presencesOf(spells, scope(-300, 900)), 365);
        if (found === null) return;
        expect(found.ways.reduce((sum, { share }) => sum + share, found.stayed)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('are not told for a day of service that nobody was observed at', () => {
    expect(competingExits(presencesOf([spell({ start: 1, end: 50 })], scope(1, 365)), 365)).toBeNull();
    expect(competingExits([], 365)).toBeNull();
    const longServed = spell({ start: -4000, observedFrom: 1, end: 500 });
    expect(competingExits(presencesOf([longServed], scope(1, 700)), 365)).toBeNull();
  });
});

describe('months of service in which people leave', () => {
  it('show one level where the rate is one: 2 % a month of 20,000 people', () => {
    const random = seededRandom(3);
    const spells = Array.from({ length: 20_000 }, () =>
      spell({ start: 1, end: Math.ceil((-Math.log(1 - random.uniform()) * 30) / 0.02) }),
    );
    const months = leavingByMonth(serviceTable(presencesOf(spells, scope(1, 700))), { months: 12, atLeast: 10 });
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const { rate, se } of months) expect(Math.abs(rate - 0.02)).toBeLessThan(4 * se);
  });

  it('end where too few are left', () => {
    const spells = Array.from({ length: 12 }, (_, i) => spell({ start: 1, end: i < 3 ? 100 : 300 }));
    const months = leavingByMonth(serviceTable(presencesOf(spells, scope(1, 700))), { months: 12, atLeast: 10 });
    expect(months).toHaveLength(3);
  });
});
