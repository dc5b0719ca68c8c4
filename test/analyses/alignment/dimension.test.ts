import { describe, expect, it } from 'vitest';
import { scoreOfDistance } from '../../../main/analyses/alignment/dimension.ts';

describe('the score of a distance', () => {
  it('falls from 100 to 0 at the reference, and no further', () => {
    expect([0, 1, 2, 4, 9].map((distance) => scoreOfDistance(distance, 4))).toEqual([100, 75, 50, 0, 0]);
  });

  it('is a number where the reference is 0, as with pay that is: alike is 100, anything else 0', () => {
    expect(scoreOfDistance(0, 0)).toBe(100);
    expect(scoreOfDistance(1, 0)).toBe(0);
  });
});
