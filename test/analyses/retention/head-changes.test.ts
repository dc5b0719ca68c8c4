import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHeadChanges } from '../../../main/analyses/retention/head-changes.ts';
import { presencesOf } from '../../../main/analyses/retention/presences.ts';
import type { Filter } from '../../../main/contract/figure.ts';
import { anySpells, scope, spell } from './spells-by-hand.ts';

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('changes of heads', () => {
  it('lead from three at the opening to three at the close: two came, one left, one was sold off', () => {
    const changes = countHeadChanges(
      presencesOf(
        [
          spell({ start: 0 }),
          spell({ start: 0, end: 120 }),
          spell({ start: 0, end: 200, exit: 'divested' }),
          spell({ start: 150 }),
          spell({ start: 170, entry: 'acquired' }),
        ],
        scope(100, 200),
      ),
    );
    expect(changes).toMatchObject({
      opening: 3,
      came: { hire: 1, acquired: 1, moved: 0 },
      went: { voluntary: 1, divested: 1, moved: 0 },
      closing: 3,
    });
  });

  it('add up for any spells, period and filter, and the close is the opening of the period that follows', () => {
    fc.assert(
      fc.property(
        anySpells,
        fc.integer({ min: -100, max: 300 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom<Filter>({}, { unit: ['ICU'] }, { job: ['RN'], site: ['Main'] }),
        (spells, from, length, where) => {
          // Who enters observation on the very day on which the next period opens counts there as having been there.
          const seen = spells.map((one) => ({ ...one, observedFrom: one.start }));
          const here = countHeadChanges(presencesOf(seen, scope(from, from + length - 1, { where })));
          expect(here.opening + total(here.came) - total(here.went)).toBe(here.closing);
          const next = countHeadChanges(presencesOf(seen, scope(from + length, from + 2 * length, { where })));
          const firstSeenThen = presencesOf(seen, scope(from + length, from + 2 * length, { where })).filter(
            ({ spell: one, first, arrival }) => arrival === null && first === one.start && one.entry === 'first_seen',
          );
          expect(next.opening - firstSeenThen.length).toBe(here.closing);
        },
      ),
    );
  });

  it('never take a move between places for a separation, over the whole system', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const presences = presencesOf(spells, scope(0, 364, { perDiem: true }));
        const { came, went } = countHeadChanges(presences);
        expect([came.moved, went.moved]).toEqual([0, 0]);
      }),
    );
  });
});
