import { describe, expect, it } from 'vitest';
import { countArrangements, permuteClusters } from '../../main/stats/cluster-permutation.ts';
import { seededRandom } from '../../main/stats/random.ts';

const HOURS = [100, 80, 120, 60, 90, 110, 70, 50];
const EXTERNAL = [30, 24, 50, 9, 11, 15, 8, 6];

/** Difference of two pooled shares of hours. */
function shareGap(labels: Uint8Array): number {
  const pooled = (side: number) => {
    const sum = (values: number[]) => values.reduce((total, value, i) => total + (labels[i] === side ? value : 0), 0);
    return sum(EXTERNAL) / sum(HOURS);
  };
  return Math.abs(pooled(1) - pooled(0));
}

const options = (draws = 1_999) => ({ random: seededRandom(5), draws, fewest: 20, within: 0.95 });
const labelled = (...ones: number[]) => Uint8Array.from({ length: 8 }, (_, i) => (ones.includes(i) ? 1 : 0));

describe('permutation of whole clusters', () => {
  it('goes through all 56 ways to choose three sites of eight, as enumeration by itertools does', () => {
    // numpy 2.4.6 over itertools.combinations(range(8), 3); quantile 0.95 of type 7
    expect(permuteClusters(labelled(0, 1, 2), shareGap, options())).toEqual({
      kind: 'tested',
      arrangements: 56,
      p: 1 / 56,
      least: 1 / 56,
      floor: expect.closeTo(0.1557921989934185, 14),
    });
    expect(permuteClusters(labelled(0, 2, 5), shareGap, options())).toMatchObject({ p: 19 / 56 });
  });

  it('draws where there are more arrangements than draws, and counts the actual one among them', () => {
    const drawn = permuteClusters(labelled(0, 1, 2), shareGap, options(40));
    if (drawn.kind !== 'tested') throw new Error('not measurable');
    expect((drawn.p * 41) % 1).toBeCloseTo(0, 9);
    expect(drawn.p).toBeGreaterThanOrEqual(1 / 41);
  });

  it('measures nothing with fewer than 20 arrangements: one site of nineteen tells nothing, one of twenty does', () => {
    const gap = (labels: Uint8Array) => labels.findIndex((label) => label === 1);
    const one = (sites: number) => Uint8Array.from({ length: sites }, (_, i) => (i === sites - 1 ? 1 : 0));
    expect(permuteClusters(one(19), gap, options())).toEqual({ kind: 'not_measurable', arrangements: 19 });
    expect(permuteClusters(one(20), gap, options())).toMatchObject({ kind: 'tested', p: 1 / 20 });
  });

  it('knows how small its p can get: a labelling and its mirror image are equally far apart', () => {
    // Four of eight sites: 70 ways in 35 pairs, of which the farthest has both.
    const halves = permuteClusters(labelled(0, 1, 2, 3), shareGap, options());
    expect(halves).toMatchObject({ arrangements: 70, least: 2 / 70 });
    expect(permuteClusters(labelled(0, 1, 2), shareGap, options(40))).toMatchObject({ least: 1 / 41 });
  });

  it('leaves out labellings that have no distance, and tests nothing where the actual one has none', () => {
    const withoutFirst = (labels: Uint8Array) => (labels[0] === 1 ? null : shareGap(labels));
    expect(permuteClusters(labelled(0, 1, 2), withoutFirst, options())).toMatchObject({ kind: 'not_measurable' });
    const tested = permuteClusters(labelled(1, 2, 3), withoutFirst, options());
    if (tested.kind !== 'tested') throw new Error('not measurable');
    expect((tested.p * 35) % 1).toBeCloseTo(0, 9);
  });

  it('raises no more false alarms than it may when sites are alike', () => {
    const random = seededRandom(77);
    let alarms = 0;
    for (let round = 0; round < 400; round++) {
      const shares = Array.from({ length: 12 }, () => random.uniform());
      const gap = (labels: Uint8Array) => {
        const mean = (side: number) => {
          const own = shares.filter((_, i) => labels[i] === side);
          return own.reduce((sum, share) => sum + share, 0) / own.length;
        };
        return Math.abs(mean(1) - mean(0));
      };
      const test = permuteClusters(Uint8Array.from([1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]), gap, {
        ...options(99),
        random,
      });
      if (test.kind === 'tested' && test.p <= 0.05) alarms++;
    }
    // 5 % of 400 is 20; three standard errors are 13.
    expect(alarms).toBeLessThanOrEqual(33);
  });

  it('counts arrangements, and refuses fewer than one draw', () => {
    expect([countArrangements(11, 3), countArrangements(40, 20), countArrangements(3, 0)]).toEqual([
      165, 137846528820, 1,
    ]);
    expect(() => permuteClusters(labelled(1), shareGap, options(0))).toThrow(RangeError);
  });
});
