import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillColumns, inGroups, type Piece } from '../../../main/contract/paper/paginate.ts';

const text = (height: number): Piece => ({ height, keepWithNext: false });
const head = (height: number): Piece => ({ height, keepWithNext: true });

describe('the pages of the appendix', () => {
  it('fill one column before the next', () => {
    expect(fillColumns([text(40), text(50), text(20), text(10)], 100)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('fill a column to the last pixel', () => {
    expect(fillColumns([text(60), text(40), text(1)], 100)).toEqual([[0, 1], [2]]);
  });

  it('never leave a heading at the foot', () => {
    expect(fillColumns([text(80), head(15), text(30)], 100)).toEqual([[0], [1, 2]]);
    expect(fillColumns([text(60), head(15), head(15), text(30)], 100)).toEqual([[0], [1, 2, 3]]);
  });

  it('give a piece that is too tall a column of its own', () => {
    expect(fillColumns([text(10), text(150), text(10)], 100)).toEqual([[0], [1], [2]]);
  });

  it('are none for nothing', () => {
    expect(fillColumns([], 100)).toEqual([]);
    expect(inGroups([], 2)).toEqual([]);
  });

  it('put two columns on a sheet', () => {
    expect(inGroups([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
  });

  it('lose nothing, keep the order, and overfill no column with pieces that fit', () => {
    const pieces = fc.array(fc.record({ height: fc.integer({ min: 1, max: 40 }), keepWithNext: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(pieces, (list) => {
        // A run of headings longer than a column cannot be kept together.
        const columns = fillColumns(
          list.map((piece, index) => ({ ...piece, keepWithNext: piece.keepWithNext && index % 2 === 0 })),
          100,
        );
        expect(columns.flat()).toEqual(list.map((_, index) => index));
        for (const column of columns)
          expect(column.reduce((sum, at) => sum + list[at].height, 0)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
