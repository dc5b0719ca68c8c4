import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler } from '../../main/text/jaro-winkler.ts';

describe('the Jaro–Winkler similarity', () => {
  // Winkler (1990, 1994), table of examples, to three decimals.
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['jones', 'johnson', 0.832],
    ['abc', 'xyz', 0],
    ['nurse', 'nurse', 1],
    ['', 'nurse', 0],
  ])('of %s and %s is %d', (a, b, wanted) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(wanted, 3);
  });

  it('lies within 0 and 1, is 1 for equal words only, and does not depend on their order', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const similarity = jaroWinkler(a, b);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(similarity === 1).toBe(a === b);
        expect(jaroWinkler(b, a)).toBeCloseTo(similarity, 12);
      }),
    );
  });
});
