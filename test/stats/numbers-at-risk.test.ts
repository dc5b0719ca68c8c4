import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersAtRisk } from '../../main/stats/numbers-at-risk.ts';
import { anySpells, tableOf } from './any-spells.ts';

const table = tableOf([
  { entry: 0, exit: 5, left: 1 },
  { entry: 0, exit: 8, left: 0 },
  { entry: 4, exit: 9, left: 1 },
]);

describe('numbers at risk', () => {
  it('count who is there at times between exits, late entrants from the moment after', () => {
    expect([...numbersAtRisk(table, [1, 4, 4.5, 5, 6, 9, 10])]).toEqual([2, 2, 3, 3, 2, 1, 0]);
  });

  it('count at the origin those who start there', () => {
    expect([...numbersAtRisk(table, [0])]).toEqual([2]);
  });

  it('are those of the curve at its own times', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const any = tableOf(spells);
        expect(numbersAtRisk(any, any.time)).toEqual(any.atRisk);
      }),
    );
  });
});
