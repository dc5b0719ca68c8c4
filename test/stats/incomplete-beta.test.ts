import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerIncompleteBeta } from '../../main/stats/incomplete-beta.ts';

const shape = fc.double({ min: 0.1, max: 200, noNaN: true });

describe('lower incomplete beta', () => {
  // R 4.2.2: pbeta(x, a, b)
  it.each([
    [0.1, 0.5, 0.5, 0.20483276469913345],
    [0.5, 2, 3, 0.6875],
    [0.9, 7, 0.5, 0.23277883249845524],
    [0.3, 20, 44, 0.42752788342631287],
  ])('at x %f with shapes %f and %f equals R', (x, a, b, expected) => {
    expect(Math.abs(lowerIncompleteBeta({ x, a, b }) / expected - 1)).toBeLessThan(1e-12);
  });

  it('complements itself when the shapes change places', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1024 }), shape, shape, (part, a, b) => {
        const x = part / 1024;
        const whole = lowerIncompleteBeta({ x, a, b }) + lowerIncompleteBeta({ x: 1 - x, a: b, b: a });
        expect(whole).toBeCloseTo(1, 10);
      }),
    );
  });

  it('refuses arguments outside its domain', () => {
    expect(() => lowerIncompleteBeta({ x: 1.1, a: 1, b: 1 })).toThrow(RangeError);
    expect(() => lowerIncompleteBeta({ x: 0.5, a: 0, b: 1 })).toThrow(RangeError);
  });
});
