import { describe, expect, it } from 'vitest';
import { moveCursor } from '../../renderer/charts/cursor.ts';
import { moveCell } from '../../renderer/grid/move-cell.ts';
import { commandFor } from '../../renderer/shell/keyboard.ts';

const key = (name: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const outside = { usesArrows: false, takesText: false };

describe('keys that work everywhere', () => {
  it('turn pages with the arrows, unless a control uses them', () => {
    expect(commandFor(key('ArrowRight'), outside)).toBe('next_page');
    expect(commandFor(key('ArrowLeft'), outside)).toBe('previous_page');
    expect(commandFor(key('ArrowRight'), { usesArrows: true, takesText: false })).toBeNull();
    expect(commandFor(key('ArrowRight', { altKey: true }), outside)).toBeNull();
  });

  it('open the palette from anywhere, also from a text field', () => {
    expect(commandFor(key('k', { ctrlKey: true }), { usesArrows: true, takesText: true })).toBe('palette');
    expect(commandFor(key('K', { metaKey: true }), outside)).toBe('palette');
  });

  it('list themselves on a question mark, which in a text field is a character', () => {
    expect(commandFor(key('?', { shiftKey: true }), outside)).toBe('shortcuts');
    expect(commandFor(key('?', { shiftKey: true }), { usesArrows: true, takesText: true })).toBeNull();
  });

  it('widen on Escape', () => {
    expect(commandFor(key('Escape'), outside)).toBe('widen');
  });
});

describe('the data cursor', () => {
  const extent = { count: 12, lanes: 2, along: 'x' } as const;

  it('comes in at the first mark, or from the right at the last', () => {
    expect(moveCursor(null, 'ArrowRight', extent)).toEqual({ index: 0, lane: 0 });
    expect(moveCursor(null, 'ArrowLeft', extent)).toEqual({ index: 11, lane: 0 });
  });

  it('goes along the marks and across the lines, and stops at the edges', () => {
    expect(moveCursor({ index: 3, lane: 0 }, 'ArrowDown', extent)).toEqual({ index: 3, lane: 1 });
    expect(moveCursor({ index: 11, lane: 1 }, 'ArrowRight', extent)).toEqual({ index: 11, lane: 1 });
    expect(moveCursor({ index: 5, lane: 1 }, 'Home', extent)).toEqual({ index: 0, lane: 1 });
  });

  it('goes downwards where the marks are stacked', () => {
    expect(moveCursor({ index: 0, lane: 0 }, 'ArrowDown', { ...extent, along: 'y' })).toEqual({ index: 1, lane: 0 });
    expect(moveCursor({ index: 0, lane: 0 }, 'ArrowRight', { ...extent, along: 'y' })).toEqual({ index: 0, lane: 1 });
  });

  it('leaves other keys alone, and an empty chart too', () => {
    expect(moveCursor({ index: 0, lane: 0 }, 'Tab', extent)).toBeNull();
    expect(moveCursor(null, 'ArrowRight', { ...extent, count: 0 })).toBeNull();
  });
});

describe('the active cell of a grid', () => {
  const size = { rows: 1000, columns: 6, sight: 20 };

  it('moves by cells, screens and ends', () => {
    expect(moveCell({ row: 5, column: 2 }, key('ArrowDown'), size)).toEqual({ row: 6, column: 2 });
    expect(moveCell({ row: 5, column: 2 }, key('PageDown'), size)).toEqual({ row: 25, column: 2 });
    expect(moveCell({ row: 5, column: 2 }, key('End', { ctrlKey: true }), size)).toEqual({ row: 999, column: 5 });
    expect(moveCell({ row: 5, column: 2 }, key('Home'), size)).toEqual({ row: 5, column: 0 });
  });

  it('stays inside', () => {
    expect(moveCell({ row: 0, column: 0 }, key('ArrowUp'), size)).toEqual({ row: 0, column: 0 });
    expect(moveCell({ row: 999, column: 5 }, key('PageDown'), size)).toEqual({ row: 999, column: 5 });
  });

  it('leaves Tab alone', () => {
    expect(moveCell({ row: 0, column: 0 }, key('Tab'), size)).toBeNull();
  });
});
