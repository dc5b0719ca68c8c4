import { describe, expect, it } from 'vitest';
import { exposuresOf } from '../../../main/analyses/retention/exposures.ts';
import { FALSE_DISCOVERY, findHotSpots } from '../../../main/analyses/retention/hot-spots.ts';
import { presencesOf } from '../../../main/analyses/retention/presences.ts';
import { seededRandom } from '../../../main/stats/random.ts';
import type { Spell } from '../../../main/workforce/spell.ts';
import { scope, spell } from './spells-by-hand.ts';

const PERIOD = scope(1, 365);
/** So long ago that everybody stays in the last band of service. */
const LONG_AGO = -9000;

/** People of one unit and job over days 1 to 100, of whom some leave on day 100. */
const people = (unit: string, job: string, count: number, leavers: number): Spell[] =>
  Array.from({ length: count }, (_, i) =>
    spell({
      start: 1,
      serviceFrom: LONG_AGO,
      end: 100,
      exit: i < leavers ? 'voluntary' : 'divested',
      codes: { unit, job },
    }),
  );

const find = (spells: readonly Spell[]) => findHotSpots(exposuresOf(presencesOf(spells, PERIOD)));

describe('hot spots', () => {
  it('hold the leavers of a unit against the rate of its peers: 6 in 1,000 days against 4 in 3,000', () => {
    const { tested } = find([...people('ICU', 'RN', 10, 6), ...people('ED', 'RN', 30, 4)]);
    expect(tested[0]).toMatchObject({ unit: 'ICU', people: 10, leavers: 6, comparable: 1, isHot: true });
    expect(tested[0].expected).toBeCloseTo(1000 * (4 / 3000), 12);
    // SciPy: binom.sf(6, 10, .25) + binom.pmf(6, 10, .25) / 2; Benjamini–Hochberg doubles the smaller of two.
    expect(tested[0].p).toBeCloseTo(0.011616706848144523, 12);
    expect(tested[0].adjusted).toBeCloseTo(2 * 0.011616706848144523, 12);
  });

  it('add up strata without letting a unit’s mix of jobs count for or against it', () => {
    const { tested } = find([
      ...people('ICU', 'RN', 10, 6),
      ...people('ED', 'RN', 30, 4),
      ...people('ICU', 'CNA', 5, 5),
      ...people('ED', 'CNA', 5, 1),
    ]);
    // SciPy: binom.pmf(·, 10, .25) convolved with binom.pmf(·, 6, .5), above 11 and half of 11.
    expect(tested.map(({ unit }) => unit)).toEqual(['ICU', 'ED']);
    expect(tested[0].p).toBeCloseTo(0.0023863166570663443, 12);
    expect(tested[0].expected).toBeCloseTo(1000 * (4 / 3000) + 500 * (1 / 500), 12);
    expect(tested[1].p).toBeCloseTo(0.9976136833429335, 12);
  });

  it('leave out units of fewer than ten people and units without peers, and count them', () => {
    const found = find([
      ...people('ICU', 'RN', 9, 9),
      ...people('ED', 'RN', 30, 4),
      ...people('Lab', 'MLS', 20, 15),
      ...people('Ward', 'RN', 12, 1),
    ]);
    expect(found.tested.map(({ unit }) => unit).sort()).toEqual(['ED', 'Ward']);
    expect([found.tooSmall, found.withoutPeers]).toEqual([1, 1]);
  });

  it('count the people of a hidden unit as peers without naming it', () => {
    const spells = [...people('ED', 'RN', 30, 4), ...people('Ward', 'RN', 12, 1), ...people('ICU', 'RN', 3, 1)];
    const found = findHotSpots(exposuresOf(presencesOf(spells, PERIOD)), new Set(['ICU', 'Ward']));
    expect(found.tested.map(({ unit }) => unit)).toEqual(['ED']);
    expect([found.tooSmall, found.withoutPeers, found.hidden]).toEqual([1, 0, 1]);
    // Ward and ICU: 2 leavers in 1,500 days; ED has 3,000.
    expect(found.tested[0].expected).toBeCloseTo((3000 * 2) / 1500, 12);
  });

  it('compare within an entity and a band of service only', () => {
    const bayside = people('Bay ICU', 'RN', 12, 12).map((one) => ({
      ...one,
      segments: one.segments.map((segment) => ({ ...segment, codes: { ...segment.codes, entity: 'Bayside' } })),
    }));
    expect(find([...bayside, ...people('ED', 'RN', 30, 4)])).toMatchObject({ tested: [], withoutPeers: 2 });
    const recent = people('ICU', 'RN', 12, 12).map((one) => ({ ...one, serviceFrom: 1 }));
    expect(find([...recent, ...people('ED', 'RN', 30, 4)])).toMatchObject({ tested: [], withoutPeers: 2 });
  });

  it('are the same under other names and in any order', () => {
    const spells = [...people('a', 'RN', 12, 6), ...people('b', 'RN', 30, 4), ...people('c', 'RN', 20, 3)];
    const names: Record<string, string> = { a: 'z', b: 'y', c: 'x' };
    const renamed = [...spells].reverse().map((one) => ({
      ...one,
      segments: one.segments.map((segment) => ({
        ...segment,
        codes: { ...segment.codes, unit: names[segment.codes['unit']] },
      })),
    }));
    const numbers = (found: ReturnType<typeof find>) =>
      found.tested.map(({ unit, p, expected }) => ({ unit, p, expected }));
    expect(numbers(find(renamed))).toEqual(
      numbers(find(spells)).map(({ unit, ...rest }) => ({ unit: names[unit], ...rest })),
    );
  });

  it('name a unit without cause in at most so many of 200 workforces drawn from one population', () => {
    let workforces = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = seededRandom(seed);
      const spells = Array.from({ length: 600 }, () => {
        // Leaving at 30 % a year, higher in the first year, in 24 units of different sizes and mixes.
        const unit = Math.floor(24 * random.uniform() ** 1.5);
        const served = Math.floor(3000 * random.uniform() ** 2);
        const rate = (served < 365 ? 0.6 : 0.25) / 365;
        const days = Math.ceil(-Math.log(1 - random.uniform()) / rate);
        return spell({
          start: 1,
          serviceFrom: 1 - served,
          end: days < 365 ? days : undefined,
          codes: { unit: `U${unit}`, job: random.uniform() < 0.2 + 0.02 * unit ? 'RN' : 'CNA' },
        });
      });
      if (find(spells).tested.some(({ isHot }) => isHot)) workforces++;
    }
    // With no true hot spot any one named is false: the rate is the share of workforces with one. Two errors above.
    expect(workforces / 200).toBeLessThan(
      FALSE_DISCOVERY + 2 * Math.sqrt((FALSE_DISCOVERY * (1 - FALSE_DISCOVERY)) / 200),
    );
    expect(workforces).toBeGreaterThan(0);
  });

  it('find the one unit where people leave twice as fast', () => {
    const hot = find([
      ...people('Hot', 'RN', 60, 30),
      ...Array.from({ length: 9 }, (_, i) => people(`U${i}`, 'RN', 60, 12)).flat(),
    ]);
    expect(hot.tested.filter(({ isHot }) => isHot).map(({ unit }) => unit)).toEqual(['Hot']);
  });
});
