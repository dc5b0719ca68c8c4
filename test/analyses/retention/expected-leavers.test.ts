import { describe, expect, it } from 'vitest';
import { forecastLeavers } from '../../../main/analyses/retention/expected-leavers.ts';
import { exposuresOf } from '../../../main/analyses/retention/exposures.ts';
import { presencesOf } from '../../../main/analyses/retention/presences.ts';
import { seededRandom } from '../../../main/stats/random.ts';
import type { Spell } from '../../../main/workforce/spell.ts';
import { scope, spell } from './spells-by-hand.ts';

const DRAWS = 400;

function forecast(spells: readonly Spell[], { from = 1, to = 365, seed = 7 } = {}) {
  const presences = presencesOf(spells, scope(from, to));
  return forecastLeavers(
    exposuresOf(presences),
    presences.filter(({ departure }) => departure === null),
    { random: seededRandom(seed), draws: DRAWS, confidence: 0.95 },
  );
}

/** A workforce of one job in steady state: everybody leaves at the same rate a day. */
function workforce(random: ReturnType<typeof seededRandom>, people: number, yearly: number): Spell[] {
  return Array.from({ length: people }, (_, i) => {
    const end = Math.ceil((-Math.log(1 - random.uniform()) * 365) / yearly);
    return spell({
      start: 1,
      serviceFrom: -4000 + 5 * i,
      end: end <= 365 ? end : undefined,
      codes: { site: `S${i % 8}`, job: 'RN' },
    });
  });
}

describe('expected leavers', () => {
  it('are the sum of everybody’s chance to leave within a year of further service, by hand', () => {
    // Band 2–3 years: 40 people × 100 days from day 780 of service, 8 leave: 0.002 a day. Band 10 years and more: 100
    // people × 365 days, 10 of them leave on the last day: 10 ÷ 36,500 a day. Present are 32 at 880 days and 90 beyond
    // ten years. Of 365 days, 215 lie in the band and 150 in the next, where nobody was: the overall rate 18 ÷ 40,500.
    const spells = [
      ...Array.from({ length: 40 }, (_, i) =>
        spell({ start: 266, serviceFrom: 266 - 780, end: i < 8 ? 365 : undefined, codes: { job: 'RN' } }),
      ),
      ...Array.from({ length: 100 }, (_, i) =>
        spell({ start: 1, serviceFrom: -9000, end: i < 10 ? 365 : undefined, codes: { job: 'RN' } }),
      ),
    ];
    const found = forecast(spells)!;
    const expected =
      32 * (1 - Math.exp(-(215 * 0.002 + (150 * 18) / 40_500))) + 90 * (1 - Math.exp((-365 * 10) / 36_500));
    expect(found.expected).toBeCloseTo(expected, 9);
    expect(found).toMatchObject({ present: 122, clusters: 'worker', families: 1 });
  });

  it('give a job family with enough leavers a level of its own, and the others theirs together', () => {
    const of = (job: string, count: number, leavers: number) =>
      Array.from({ length: count }, (_, i) =>
        spell({ start: 1, serviceFrom: -9000, end: i < leavers ? 365 : undefined, codes: { job } }),
      );
    const found = forecast([...of('RN', 100, 30), ...of('CNA', 100, 10), ...of('MD', 12, 0)])!;
    // RN 100 × 365 days and CNA the same are expected to have 18.9 leavers each, MD 2.3: the others, whose level is 0.
    expect(found.families).toBe(2);
    expect(found.expected).toBeCloseTo(70 * -Math.expm1(-0.3) + 90 * -Math.expm1(-0.1), 9);
  });

  it('have an interval that does not depend on the run, contains the number, and resamples sites where there are enough', () => {
    const spells = workforce(seededRandom(1), 400, 0.25);
    const found = forecast(spells)!;
    expect(forecast(spells)).toEqual(found);
    expect(forecast(spells, { seed: 8 })!.lower).not.toBe(found.lower);
    expect(found.clusters).toBe('site');
    expect(found.lower).toBeLessThan(found.expected);
    expect(found.upper).toBeGreaterThan(found.expected);
  });

  it('hold the number that then leaves in about 95 of 100 years', () => {
    let held = 0;
    const years = 150;
    for (let seed = 0; seed < years; seed++) {
      const random = seededRandom(1000 + seed);
      const found = forecast(workforce(random, 300, 0.25), { seed })!;
      let left = 0;
      for (let person = 0; person < found.present; person++) if (random.uniform() < -Math.expm1(-0.25)) left++;
      if (left >= found.lower && left <= found.upper) held++;
    }

    expect(held / years).toBeGreaterThan(0.95 - 2 * Math.sqrt((0.95 * 0.05) / years));
    expect(held / years).toBeLessThan(1);
  });

  it('are not foreseen where nobody is present or nobody left', () => {
    expect(forecast([spell({ start: 1, end: 10 })])).toBeNull();
    expect(forecast([spell({ start: 1 })])).toBeNull();
    expect(forecast([])).toBeNull();
  });
});
