import { MONTH_BASE } from '../facts/cells.ts';
import type { SortedWorkerMonths } from '../facts/worker-months.ts';

/** People behind a group and bucket: how many, and how much of the cost the two dearest have. */
export type People = { count: number; cost: number; largest: number; second: number };

/**
 * Exact distinct people per group and bucket, at position group × buckets + bucket. Months are bucketed as in `Split`.
 * The two largest costs serve the dominance rule: a group of six with one executive reveals the executive.
 */
export function countPeople(months: SortedWorkerMonths, split: { groupOf: Int32Array; groups: number; bucketOf: Int16Array; buckets: number }): People[] {
  const { groupOf, groups, bucketOf, buckets } = split;
  const people = Array.from({ length: groups * buckets }, (): People => ({ count: 0, cost: 0, largest: 0, second: 0 }));
  const { start, month } = months;
  const { values: worker, scale: workerScale } = months.worker;
  const { values: cost, scale: costScale } = months.cost;
  let workers = 0;
  for (let i = 0; i < worker.length; i++) if (worker[i]! * workerScale >= workers) workers = worker[i]! * workerScale + 1;
  const costs = new Float64Array(workers * buckets);
  const seen = new Int32Array(workers * buckets).fill(-1);
  for (const [group, tuples] of tuplesByGroup(groupOf, groups, start.length - 1).entries()) {
    const touched: number[] = [];
    for (const tuple of tuples) {
      for (let i = start[tuple]!; i < start[tuple + 1]!; i++) {
        const bucket = bucketOf[month[i]!]!;
        if (bucket < 0) continue;
        const at = worker[i]! * workerScale * buckets + bucket;
        if (seen[at] !== group) {
          seen[at] = group;
          costs[at] = 0;
          touched.push(at);
        }
        costs[at]! += cost[i]! * costScale;
      }
    }
    for (const at of touched) {
      const entry = people[group * buckets + (at % buckets)]!;
      const amount = costs[at]!;
      entry.count++;
      entry.cost += amount;
      if (amount > entry.largest) {
        entry.second = entry.largest;
        entry.largest = amount;
      } else if (amount > entry.second) entry.second = amount;
    }
  }
  return people;
}

function tuplesByGroup(groupOf: Int32Array, groups: number, tuples: number): number[][] {
  const result: number[][] = Array.from({ length: groups }, () => []);
  for (let tuple = 0; tuple < tuples; tuple++) if (groupOf[tuple]! >= 0) result[groupOf[tuple]!]!.push(tuple);
  return result;
}

/** First and last month in which anybody worked; null when nobody did. */
export function monthsCovered(months: ArrayLike<number>): { first: number; last: number } | null {
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < months.length; i++) {
    if (months[i]! < first) first = months[i]!;
    if (months[i]! > last) last = months[i]!;
  }
  return first === Infinity ? null : { first: first + MONTH_BASE, last: last + MONTH_BASE };
}
