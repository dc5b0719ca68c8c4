import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../main/stats/benjamini-hochberg.ts';
import { holm } from '../../main/stats/holm.ts';

const unsorted = [0.01, 0.04, 0.03, 0.005, 0.6, 0.04];
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

const expectClose = (actual: number[], expected: number[]) => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => expect(value).toBeCloseTo(expected[index], 14));
};

describe('p-values adjusted for several tests', () => {
  it('follow Holm as in R, in the order given', () => {
    expectClose(holm(unsorted), [0.05, 0.12, 0.12, 0.03, 0.6, 0.12]);
  });

  it('follow Benjamini and Hochberg as in R, in the order given', () => {
    expectClose(benjaminiHochberg(unsorted), [0.03, 0.048, 0.048, 0.03, 0.6, 0.048]);
  });

  it('never fall below the raw values nor rise above one, Holm being the stricter', () => {
    fc.assert(
      fc.property(pValues, (raw) => {
        const strict = holm(raw);
        benjaminiHochberg(raw).forEach((adjusted, index) => {
          expect(adjusted).toBeGreaterThanOrEqual(raw[index]);
          expect(strict[index]).toBeGreaterThanOrEqual(adjusted * (1 - 1e-12));
          expect(strict[index]).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('leave a single test as it is', () => {
    expect(holm([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  });

  it('refuse what is no probability', () => {
    expect(() => holm([0.1, 1.2])).toThrow(RangeError);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });
});
