import { describe, expect, it } from 'vitest';
import { solvedUnknowns } from '../../main/stats/solved-unknowns.ts';

describe('unknowns of which only sums are known', () => {
  it('follow where one stands alone in a sum, or in the difference of two', () => {
    expect(solvedUnknowns([[3]])).toEqual([3]);
    expect(
      solvedUnknowns([
        [1, 2],
        [1, 2, 7],
      ]),
    ).toEqual([7]);
    expect(solvedUnknowns([[1, 2], [], [4, 5]])).toEqual([]);
  });

  it('do not follow from the sums of a square: one could be more and the next less, all around', () => {
    expect(
      solvedUnknowns([
        [1, 2],
        [3, 4],
        [1, 3],
        [2, 4],
      ]),
    ).toEqual([]);
  });

  it('follow between two squares that one cell joins', () => {
    // Rows a to d, columns w to z: the squares aw ax bw bx and cy cz dy dz, and b–y between them.
    const [aw, ax, bw, bx, by, cy, cz, dy, dz] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const rows = [
      [aw, ax],
      [bw, bx, by],
      [cy, cz],
      [dy, dz],
    ];
    const columns = [
      [aw, bw],
      [ax, bx],
      [by, cy, dy],
      [cz, dz],
    ];
    expect(solvedUnknowns([...rows, ...columns])).toEqual([by]);
  });

  it('follow from halves: three pairwise sums give all three', () => {
    expect(
      solvedUnknowns([
        [1, 2],
        [2, 3],
        [1, 3],
      ]),
    ).toEqual([1, 2, 3]);
  });

  it('follow however many share a few sums', () => {
    const all = Array.from({ length: 3_000 }, (_, i) => i);
    expect(solvedUnknowns([all, all.slice(1), all.slice(2)])).toEqual([0, 1]);
  });

  it('are passed over where more than some three hundred hang together in as many sums', () => {
    const chain = (length: number) => [[0], ...Array.from({ length: length - 1 }, (_, i) => [i, i + 1])];
    expect(solvedUnknowns(chain(300))).toHaveLength(300);
    expect(solvedUnknowns([...chain(320), [900]])).toEqual([900]);
  });
});
