import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nelsonAalen } from '../../main/stats/nelson-aalen.ts';
import { seededRandom } from '../../main/stats/random.ts';
import { smoothedHazard } from '../../main/stats/smoothed-hazard.ts';
import { anySpells, tableOf } from './any-spells.ts';

const four = tableOf([
  { entry: 0, exit: 2, left: 1 },
  { entry: 0, exit: 5, left: 0 },
  { entry: 1, exit: 6, left: 1 },
  { entry: 0, exit: 9, left: 1 },
]);

describe('Nelson–Aalen cumulative hazard', () => {
  it('adds events over those at risk', () => {
    const { hazard, se } = nelsonAalen(four);
    const expected = [1 / 4, 1 / 4, 1 / 4 + 1 / 2, 1 / 4 + 1 / 2 + 1];
    expected.forEach((sum, index) => expect(hazard[index]).toBeCloseTo(sum, 14));
    expect(se[2] ** 2).toBeCloseTo(1 / 16 + 1 / 4, 14);
  });

  it('never falls', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const { hazard } = nelsonAalen(tableOf(spells));
        hazard.forEach((sum, index) => {
          expect(sum).toBeGreaterThanOrEqual(index > 0 ? hazard[index - 1] : 0);
        });
      }),
    );
  });
});

describe('smoothed hazard', () => {
  it('weighs the steps of the cumulative hazard by their distance', () => {
    const { rate, se } = smoothedHazard(four, { bandwidth: 2, at: [5] });
    // Only the exit at 6 lies within 2 of 5; the kernel at half its width is 0.75 × (1 − 1/4).
    expect(rate[0]).toBeCloseTo((0.5625 / 2) * (1 / 2), 14);
    expect(se[0]).toBeCloseTo((0.5625 / 2) * (1 / 2), 14);
  });

  it('makes up for the part of the kernel beyond what was observed', () => {
    const half = smoothedHazard(four, { bandwidth: 4, at: [0] });
    expect(half.rate[0]).toBeCloseTo(((0.5625 * 2) / 4) * (1 / 4), 14);
  });

  it('finds a constant rate of leaving at every tenure', () => {
    const random = seededRandom(21);
    const spells = Array.from({ length: 20_000 }, () => ({
      entry: 0,
      exit: Math.min(200, -100 * Math.log(1 - random.uniform()) + 1e-9),
      left: 1 as const,
    })).map((spell) => ({ ...spell, left: spell.exit < 200 ? (1 as const) : (0 as const) }));
    const { rate } = smoothedHazard(tableOf(spells), { bandwidth: 20, at: [0, 5, 50, 100, 150, 200] });
    for (const value of rate) expect(Math.abs(value - 0.01)).toBeLessThan(0.0015);
  });

  it('refuses a width of nought and times outside what was observed', () => {
    expect(() => smoothedHazard(four, { bandwidth: 0, at: [1] })).toThrow(RangeError);
    expect(() => smoothedHazard(four, { bandwidth: 1, at: [10] })).toThrow(/up to 9/);
    expect(() => smoothedHazard(four, { bandwidth: 1, at: [-1] })).toThrow(RangeError);
  });
});
