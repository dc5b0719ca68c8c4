import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StaysBySite, staysOf } from '../../../main/analyses/alignment/stays.ts';
import { kaplanMeier } from '../../../main/stats/kaplan-meier.ts';
import { restrictedMean } from '../../../main/stats/restricted-mean.ts';
import { firstDayOfMonth } from '../../../main/model/civil-day.ts';
import { tableOf } from '../../stats/any-spells.ts';
import { AS_OF, factsOf, sites, spellAt, WINDOW } from './facts-of.ts';

const FROM = firstDayOfMonth(WINDOW.first);

describe('stays of the window', () => {
  it('run from the start of the window or from joining, to leaving or the day looked at', () => {
    const facts = factsOf(sites(1, 1), {
      spells: [
        { place: 0, spell: spellAt(FROM - 900, FROM + 9) },
        { place: 0, spell: spellAt(AS_OF - 4, null) },
        { place: 1, spell: spellAt(FROM - 900, FROM - 1) },
        { place: 1, spell: { ...spellAt(FROM - 10, null), observedFrom: FROM + 1 } },
      ],
    });
    expect(staysOf(facts)).toEqual([
      { place: 0, days: 10, left: true },
      { place: 0, days: 5, left: false },
    ]);
  });

  it('have the mean that Kaplan–Meier gives, whatever the sites', () => {
    const stay = fc.record({ days: fc.integer({ min: 1, max: 60 }), left: fc.boolean(), place: fc.nat({ max: 2 }) });
    fc.assert(
      fc.property(fc.array(stay, { minLength: 12, maxLength: 40 }), (some) => {
        const stays = [...some, ...Array.from({ length: 12 }, () => ({ days: 70, left: false, place: 0 }))];
        const table = new StaysBySite(3, stays);
        const everybody = Float64Array.from([1, 1, 1]);
        const curve = kaplanMeier(
          tableOf(stays.map(({ days, left }) => ({ entry: 0, exit: days, left: left ? 1 : 0 }))),
          { interval: 'log', confidence: 0.95 },
        );
        const expected = restrictedMean(curve, { upTo: 60, confidence: 0.95 }).mean;
        expect(table.meanStay(everybody, 60)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('reach as far as ten people are at risk on both sides', () => {
    const leaving = (place: number, count: number) =>
      Array.from({ length: count }, (_, k) => ({ place, days: 10 * (k + 1), left: true }));
    const table = new StaysBySite(2, [...leaving(0, 12), ...leaving(1, 15)]);
    const weights = { own: Float64Array.from([1, 0]), model: Float64Array.from([0, 1]) };
    // Twelve leave on days 10, 20, …: ten are still at risk on day 30, the other side has more.
    expect(table.horizon(weights)).toBe(30);
    expect(new StaysBySite(2, [...leaving(0, 9), ...leaving(1, 15)]).horizon(weights)).toBeNull();
  });
});
