import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastAtMost } from '../../main/stats/last-at-most.ts';

it('finds the last of ascending values that is at most another, or none', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (values, value) => {
      const ascending = values.toSorted((one, other) => one - other);
      expect(lastAtMost(ascending, value)).toBe(ascending.findLastIndex((item) => item <= value));
    }),
  );
});
