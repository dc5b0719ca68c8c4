import { describe, expect, it } from 'vitest';
import { firstYearSurvival } from '../../../main/analyses/retention/first-year.ts';
import { compareGroups } from '../../../main/analyses/retention/group-survival.ts';
import { serviceTable } from '../../../main/analyses/retention/leaving-months.ts';
import { presencesOf } from '../../../main/analyses/retention/presences.ts';
import { seededRandom } from '../../../main/stats/random.ts';
import { scope, spell } from './spells-by-hand.ts';

const PERIOD = scope(1, 700);

/** So many hired on day 1, of whom some leave after so many days. */
const hired = (people: number, leavers: number, after: number) =>
  presencesOf(
    Array.from({ length: people }, (_, i) => spell({ start: 1, end: i < leavers ? after : undefined })),
    PERIOD,
  );

/** People hired on day 1 who leave at a rate a year. */
function leaving(seed: number, people: number, yearly: number) {
  const random = seededRandom(seed);
  return presencesOf(
    Array.from({ length: people }, () =>
      spell({ start: 1, end: Math.ceil((-Math.log(1 - random.uniform()) * 365) / yearly) }),
    ),
    PERIOD,
  );
}

describe('groups against the others', () => {
  it('are given the leavers there would be if all left alike, by hand: 6 of 10 at day 100, 2 of 10 at day 200', () => {
    const { contrasts, p } = compareGroups([
      { code: 'a', presences: hired(10, 6, 100) },
      { code: 'b', presences: hired(10, 2, 200) },
    ]);
    // Day 100: 6 leave of 20, one after another (Efron): half of them expected in each group while nobody is known to
    // be gone; a's share of those still there falls as its leavers go. Day 200: 2 leave of 4 and 10 there.
    const day100 = [0, 1, 2, 3, 4, 5].reduce((sum, gone) => sum + (10 - gone) / (20 - gone), 0);
    const day200 = [0, 1].reduce((sum, gone) => sum + 4 / (14 - gone), 0);
    expect(contrasts[0]).toMatchObject({ code: 'a', leavers: 6 });
    expect(contrasts[0].expected).toBeCloseTo(day100 + day200, 9);
    expect(contrasts[0].expected + contrasts[1].expected).toBeCloseTo(8, 9);
    // Of two groups each one’s test is the test of both.
    expect(contrasts[0].adjusted).toBeCloseTo(Math.min(1, 2 * p!), 9);
  });

  it('have the difference of the mean days of the first year as its size', () => {
    const { contrasts } = compareGroups([
      { code: 'a', presences: hired(100, 60, 100) },
      { code: 'b', presences: hired(100, 20, 200) },
    ]);
    const [a, b] = [60 * 100 + 40 * 365, 20 * 200 + 80 * 365].map((days) => days / 100);
    expect(contrasts[0].difference!.difference).toBeCloseTo(a - b, 9);
    expect(contrasts[1].difference!.difference).toBeCloseTo(b - a, 9);
    expect(contrasts[0].adjusted).toBeLessThan(0.001);
  });

  it('change places with their names', () => {
    const groups = [0.2, 0.3, 0.8].map((yearly, seed) => ({ code: `g${seed}`, presences: leaving(seed, 200, yearly) }));
    const forth = compareGroups(groups);
    const back = compareGroups([...groups].reverse());
    expect(back.contrasts.map(({ code }) => code)).toEqual(['g2', 'g1', 'g0']);
    back.contrasts.reverse().forEach((contrast, i) => {
      expect(contrast.expected).toBeCloseTo(forth.contrasts[i].expected, 9);
      expect(contrast.adjusted).toBeCloseTo(forth.contrasts[i].adjusted, 9);
    });
    expect(back.p).toBeCloseTo(forth.p!, 12);
  });

  it('are nothing to compare where there is one', () => {
    expect(compareGroups([{ code: 'all', presences: hired(20, 5, 100) }])).toMatchObject({
      p: null,
      contrasts: [{ adjusted: 1, difference: null, leavers: 5, expected: 5 }],
    });
  });
});

describe('first-year survival', () => {
  it('is the share still there after 365 days, with its interval: 30 of 100 leave at day 50', () => {
    const found = firstYearSurvival(serviceTable(hired(100, 30, 50)))!;
    expect(found.survival).toBeCloseTo(0.7, 12);
    // In Python: se = √(0.7 × 0.3 ÷ 100) = 0.0458; log-log bounds 0.7^exp(±1.96 × 0.0458 ÷ (0.7 × ln 0.7)).
    expect(found.lower).toBeCloseTo(0.5998359404356661, 9);
    expect(found.upper).toBeCloseTo(0.7796511452165865, 9);
  });

  it('is told of those there on the first snapshot, where they are seen soon after the hire', () => {
    const seen = (days: number) =>
      serviceTable(
        presencesOf(
          Array.from({ length: 40 }, (_, i) =>
            spell({ start: 1, observedFrom: 1 + days, end: i < 10 ? 200 : undefined }),
          ),
          PERIOD,
        ),
      );
    expect(firstYearSurvival(seen(15))).toMatchObject({ survival: 0.75, from: 15 });
    expect(firstYearSurvival(seen(60))).toBeNull();
  });

  it('is not told where fewer than ten are at risk at a year', () => {
    expect(firstYearSurvival(serviceTable(hired(30, 21, 50)))).toBeNull();
    expect(firstYearSurvival(serviceTable([]))).toBeNull();
  });
});
