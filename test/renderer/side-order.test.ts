import { describe, expect, it } from 'vitest';
import { placed, swapped, withOthers } from '../../renderer/sides/side-order.ts';

describe('the order in which sides are compared', () => {
  it('takes another in the place of one', () => {
    expect(placed(['A', 'B'], 1, 'C')).toEqual(['A', 'C']);
    expect(placed([], 0, 'A')).toEqual(['A']);
  });

  it('lets two change places where the other is chosen again', () => {
    expect(placed(['A', 'B', 'C'], 0, 'C')).toEqual(['C', 'B', 'A']);
    expect(swapped(['A', 'B', 'C'])).toEqual(['B', 'A', 'C']);
  });

  it('keeps on a page of two what only a page of six shows', () => {
    expect(withOthers(['D', 'B'], ['A', 'B', 'C'], 2)).toEqual(['D', 'B', 'C']);
    expect(withOthers(['C', 'B'], ['A', 'B', 'C'], 2)).toEqual(['C', 'B']);
    expect(withOthers(['A', 'C'], ['A', 'B', 'C'], 6)).toEqual(['A', 'C']);
  });
});
