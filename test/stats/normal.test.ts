import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../main/stats/normal.ts';

describe('normal distribution', () => {
  // R 4.2.2: pnorm(z)
  it.each([
    [-30, 4.9067139271481872e-198],
    [-8, 6.2209605742717849e-16],
    [-1.96, 0.024997895148220428],
    [-0.5, 0.30853753872598694],
    [0, 0.5],
    [0.1, 0.53982783727702899],
    [1, 0.84134474606854293],
    [2.5, 0.99379033467422384],
    [6, 0.9999999990134123],
  ])('has probability below %f as R has, to 12 digits', (z, expected) => {
    expect(Math.abs(normalCdf(z) / expected - 1)).toBeLessThan(1e-12);
  });

  // R 4.2.2: qnorm(p)
  it.each([
    [1e-300, -37.047096299361201],
    [1e-10, -6.3613409024040557],
    [0.001, -3.0902323061678132],
    [0.025, -1.9599639845400538],
    [0.3, -0.52440051270804067],
    [0.8, 0.84162123357291441],
    [0.975, 1.9599639845400536],
    [0.999999, 4.7534243088170891],
  ])('finds the quantile of %f as R does, to 14 digits', (share, expected) => {
    expect(Math.abs(normalQuantile(share) / expected - 1)).toBeLessThan(1e-14);
  });

  it('has its median at nought and no bounds', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
  });

  it('undoes its own quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-250, max: 0.9999, noNaN: true }), (share) => {
        expect(Math.abs(normalCdf(normalQuantile(share)) / share - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it('is symmetric about nought', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
      }),
    );
  });

  it('refuses what is no probability and no number', () => {
    expect(() => normalQuantile(-0.1)).toThrow(RangeError);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
  });
});
