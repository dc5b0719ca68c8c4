import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedOrder } from '../../main/facts/grouped-order.ts';

describe('order by groups', () => {
  it('is that of a sort by group and value, in small groups and large ones, without what is left out', () => {
    const entries = fc.array(fc.record({ group: fc.integer({ min: 0, max: 3 }), kept: fc.boolean() }), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 97 }), (list, step) => {
        // Multiples of a step modulo a prime are distinct within it; the entry decides between equal ones.
        const value = (entry: number) => ((entry * step) % 401) * 1000 + entry;
        const { start, order } = groupedOrder(
          Int32Array.from(list, ({ group }) => group),
          { entries: list.length, groups: 5, keeps: (entry) => list[entry].kept },
          (a, b) => value(a) - value(b),
        );
        const wanted = list
          .map(({ group }, entry) => ({ group, entry }))
          .filter(({ entry }) => list[entry].kept)
          .sort((a, b) => a.group - b.group || value(a.entry) - value(b.entry));
        expect([...order]).toEqual(wanted.map(({ entry }) => entry));
        expect([...start]).toEqual([0, 1, 2, 3, 4, 5].map((g) => wanted.filter(({ group }) => group < g).length));
      }),
    );
  });
});
