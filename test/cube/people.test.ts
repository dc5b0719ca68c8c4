import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketAt, monthBuckets } from '../../main/cube/month-buckets.ts';
import { PeopleCounter } from '../../main/cube/people.ts';
import { WorkerMonthSums } from '../../main/facts/worker-months.ts';

const TUPLES = 6;
const FIRST = 2025 * 12;
const anyMonths = fc.array(
  fc.record({
    tuple: fc.nat({ max: TUPLES - 1 }),
    month: fc.integer({ min: FIRST, max: FIRST + 5 }),
    worker: fc.nat({ max: 12 }),
    cost: fc.integer({ min: 0, max: 500_000 }),
  }),
  { maxLength: 60, size: 'max' },
);
/** A group for each tuple, −1 for those that a filter leaves out. */
const anyGroups = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: TUPLES, maxLength: TUPLES });

function collected(months: { tuple: number; month: number; worker: number; cost: number }[]) {
  const sums = new WorkerMonthSums();
  for (const { tuple, month, worker, cost } of months) sums.add(tuple, month, worker, cost);
  return sums.sorted(TUPLES);
}

describe('people behind a group', () => {
  it('are counted once however many places and months they work in, with the two dearest', () => {
    const buckets = [
      { first: FIRST, last: FIRST + 2 },
      { first: FIRST + 3, last: FIRST + 4 },
    ];
    fc.assert(
      fc.property(anyMonths, anyGroups, (months, groups) => {
        const counter = new PeopleCounter(collected(months));
        // A count leaves nothing behind for the next.
        counter.count({ groupOf: new Int32Array(TUPLES), groups: 1 }, buckets);
        const found = counter.count({ groupOf: Int32Array.from(groups), groups: 3 }, buckets);
        for (let group = 0; group < 3; group++) {
          buckets.forEach(({ first, last }, bucket) => {
            const costs = new Map<number, number>();
            for (const { tuple, month, worker, cost } of months)
              if (groups[tuple] === group && month >= first && month <= last)
                costs.set(worker, (costs.get(worker) ?? 0) + cost);
            const [largest = 0, second = 0] = [...costs.values()].sort((a, b) => b - a);
            expect(found[group * 2 + bucket]).toEqual({
              count: costs.size,
              cost: [...costs.values()].reduce((sum, cost) => sum + cost, 0),
              largest,
              second,
            });
          });
        }
      }),
    );
  });

  it('are at least two hundred where they are more, which is enough to hide nobody', () => {
    const months = Array.from({ length: 1_000 }, (_, worker) => ({
      tuple: worker % TUPLES,
      month: FIRST,
      worker,
      cost: 100,
    }));
    const [people] = new PeopleCounter(collected(months)).count({ groupOf: new Int32Array(TUPLES), groups: 1 }, [
      { first: FIRST, last: FIRST },
    ]);
    expect(people.count).toBeGreaterThanOrEqual(200);
  });
});

describe('months in buckets', () => {
  it('belong to the range that they lie in, and to none outside', () => {
    const months = monthBuckets([
      { first: FIRST, last: FIRST + 1 },
      { first: FIRST + 4, last: FIRST + 4 },
    ]);
    const base = 1900 * 12;
    expect([-1, 0, 1, 2, 4, 5].map((step) => bucketAt(months, FIRST + step - base))).toEqual([-1, 0, 0, -1, 1, -1]);
  });
});
