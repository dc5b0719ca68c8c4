import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../main/stats/random.ts';

const seeds = fc.maxSafeNat();

describe('seeded random numbers', () => {
  it.each([
    [0, 0.31748144353787644, 0.18830282972553158],
    [42, 0.29439390788554998, 0.91256557622037993],
    [9007199254740991, 0.76098433588376979, 0.76052388580549901],
  ])('starts seed %i as the C reference of sfc32 does', (seed, first, second) => {
    const random = seededRandom(seed);
    expect([random.uniform(), random.uniform()]).toEqual([first, second]);
  });

  it('gives the same stream for the same seed, whatever another stream draws', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [one, other, disturbing] = [seededRandom(seed), seededRandom(seed), seededRandom(1)];
        for (let draw = 0; draw < 20; draw++) {
          const drawn = one.uniform();
          disturbing.integer(7);
          expect(other.uniform()).toBe(drawn);
        }
      }),
    );
  });

  it('draws whole numbers below the bound, each about as often', () => {
    const random = seededRandom(3);
    const counts = new Array<number>(6).fill(0);
    for (let draw = 0; draw < 60_000; draw++) counts[random.integer(6)]++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(20.5);
  });

  it('favours no remainder when the bound does not divide the range of its bits', () => {
    const random = seededRandom(4);
    const bound = 3 * 2 ** 30;
    let inFirstThird = 0;
    for (let draw = 0; draw < 30_000; draw++) if (random.integer(bound) < 2 ** 30) inFirstThird++;
    expect(inFirstThird / 30_000).toBeCloseTo(1 / 3, 1);
  });

  it('shuffles in place, losing and adding nothing', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer()), (seed, items) => {
        const shuffled = seededRandom(seed).shuffle([...items]);
        const ascending = (one: number, other: number) => one - other;
        expect(shuffled.sort(ascending)).toEqual([...items].sort(ascending));
      }),
    );
  });

  it('shuffles every order of three items about as often', () => {
    const random = seededRandom(5);
    const seen = new Map<string, number>();
    for (let round = 0; round < 12_000; round++) {
      const order = random.shuffle(['a', 'b', 'c']).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses the seed %d', (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });

  it.each([0, 1.5, -2, 2 ** 32 + 1])('refuses to draw below %d', (below) => {
    expect(() => seededRandom(1).integer(below)).toThrow(RangeError);
  });
});
