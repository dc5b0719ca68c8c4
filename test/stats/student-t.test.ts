import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentTCdf, studentTQuantile } from '../../main/stats/student-t.ts';

describe("Student's t", () => {
  // R 4.2.2: pt(t, df)
  it.each([
    [-10, 3, 0.0010641995292070747],
    [-2.5, 7.4, 0.019614572847138505],
    [-0.3, 1, 0.40722642092225769],
    [0, 5, 0.5],
    [1.7, 22, 0.94838630057890905],
    [4, 120, 0.9999450280786879],
  ])('has probability below %f on %f degrees of freedom as R has', (t, df, expected) => {
    expect(Math.abs(studentTCdf(t, df) / expected - 1)).toBeLessThan(1e-12);
  });

  // R 4.2.2: qt(p, df)
  it.each([
    [0.025, 4, -2.7764451051977943],
    [0.001, 9.5, -4.2151461095080753],
    [0.5, 3, 0],
    [0.9, 1, 3.0776835371752544],
    [0.975, 23, 2.0686576104190482],
    [0.995, 400, 2.5881760800347391],
  ])('finds the quantile of %f on %f degrees of freedom as R does', (share, df, expected) => {
    expect(Math.abs(studentTQuantile(share, df) - expected)).toBeLessThan(1e-12 * 5);
  });

  it('undoes its own quantile on any degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        (share, df) => {
          const back = studentTCdf(studentTQuantile(share, df), df);
          expect(Math.abs(back / share - 1)).toBeLessThan(1e-10);
        },
      ),
    );
  });

  it('refuses impossible degrees of freedom and probabilities', () => {
    expect(() => studentTCdf(1, 0)).toThrow(RangeError);
    expect(() => studentTCdf(Number.NaN, 3)).toThrow(RangeError);
    expect(() => studentTQuantile(0, 3)).toThrow(RangeError);
    expect(() => studentTQuantile(0.5, -1)).toThrow(RangeError);
  });
});
