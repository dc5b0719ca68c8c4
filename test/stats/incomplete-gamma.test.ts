import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upperIncompleteGamma } from '../../main/stats/incomplete-gamma.ts';

describe('upper incomplete gamma', () => {
  // R 4.2.2: pgamma(x, a, lower.tail = FALSE)
  it.each([
    [0.5, 0.1, 0.65472084601857694],
    [2, 2, 0.40600584970983811],
    [7, 5, 0.76218346297293871],
    [20, 30, 0.021873468441390858],
  ])('at a %f and x %f equals R', (a, x, expected) => {
    expect(Math.abs(upperIncompleteGamma(a, x) / expected - 1)).toBeLessThan(1e-12);
  });

  it('is the exponential tail at a of one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (x) => {
        expect(Math.abs(upperIncompleteGamma(1, x) / Math.exp(-x) - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('refuses arguments outside its domain', () => {
    expect(() => upperIncompleteGamma(0, 1)).toThrow(RangeError);
    expect(() => upperIncompleteGamma(1, -1)).toThrow(RangeError);
  });
});
