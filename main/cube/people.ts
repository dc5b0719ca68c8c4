import type { SortedWorkerMonths } from '../facts/worker-months.ts';

/** People behind a group and bucket: how many, and how much of the cost the two dearest have. */
export type People = { count: number; cost: number; largest: number; second: number };

/** So many people cannot give one of them away: counting further would change nothing. */
const MANY = 200;

/**
 * Distinct people per group and bucket, at position group × buckets + bucket; exact up to `MANY`, where counting
 * stops. Months are bucketed as in `Split`. The two largest costs serve the dominance rule: a group of six with one
 * executive reveals the executive.
 */
export function countPeople(
  months: SortedWorkerMonths,
  split: { groupOf: Int32Array; groups: number; bucketOf: Int16Array; buckets: number },
): People[] {
  const { groupOf, groups, bucketOf, buckets } = split;
  const people = Array.from({ length: groups * buckets }, (): People => ({ count: 0, cost: 0, largest: 0, second: 0 }));
  const { start, month } = months;
  const { values: worker, scale: workerScale } = months.worker;
  const { values: cost, scale: costScale } = months.cost;
  const costs = new Map<number, number>();
  for (const [group, tuples] of tuplesByGroup(groupOf, groups, start.length - 1).entries()) {
    costs.clear();
    const counts = new Int32Array(buckets);
    let open = buckets;
    for (const tuple of tuples) {
      for (let i = start[tuple]; i < start[tuple + 1] && open > 0; i++) {
        const bucket = bucketOf[month[i]];
        if (bucket < 0 || counts[bucket] >= MANY) continue;
        const at = worker[i] * workerScale * buckets + bucket;
        const before = costs.get(at);
        if (before === undefined && ++counts[bucket] === MANY) open--;
        costs.set(at, (before ?? 0) + cost[i] * costScale);
      }
    }
    for (const [at, amount] of costs) {
      const entry = people[group * buckets + (at % buckets)];
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
  for (let tuple = 0; tuple < tuples; tuple++) if (groupOf[tuple] >= 0) result[groupOf[tuple]].push(tuple);
  return result;
}
