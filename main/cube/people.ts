import type { IntegerArray } from '../facts/packed.ts';
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
  const costs = costTable(worker, workerScale, buckets);
  for (const [group, tuples] of tuplesByGroup(groupOf, groups, start.length - 1).entries()) {
    costs.clear();
    const counts = new Int32Array(buckets);
    let open = buckets;
    for (const tuple of tuples) {
      for (let i = start[tuple]; i < start[tuple + 1] && open > 0; i++) {
        const bucket = bucketOf[month[i]];
        if (bucket < 0 || counts[bucket] >= MANY) continue;
        const isNew = costs.add(worker[i] * workerScale * buckets + bucket, cost[i] * costScale);
        if (isNew && ++counts[bucket] === MANY) open--;
      }
    }
    for (const [at, amount] of costs.entries()) {
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

/** Above so many workers and buckets their costs are kept in a map: slower, but no larger than what it holds. */
const MOST_IN_AN_ARRAY = 2_000_000;
/** Highest worker of each rollup, which never changes. */
const highest = new WeakMap<IntegerArray, number>();

type CostTable = {
  /** Whether there was nothing at this position since the last `clear`. */
  add(at: number, amount: number): boolean;
  entries(): Iterable<[at: number, amount: number]>;
  clear(): void;
};

function costTable(worker: IntegerArray, scale: number, buckets: number): CostTable {
  let most = highest.get(worker);
  if (most === undefined) {
    most = 0;
    for (let i = 0; i < worker.length; i++) if (worker[i] > most) most = worker[i];
    highest.set(worker, most);
  }
  const size = (most * scale + 1) * buckets;
  return size <= MOST_IN_AN_ARRAY ? new CostArray(size) : new CostMap();
}

class CostArray implements CostTable {
  private readonly costs: Float64Array;
  private readonly isUsed: Uint8Array;
  private used: number[] = [];

  constructor(size: number) {
    this.costs = new Float64Array(size);
    this.isUsed = new Uint8Array(size);
  }

  add(at: number, amount: number): boolean {
    this.costs[at] += amount;
    if (this.isUsed[at]) return false;
    this.isUsed[at] = 1;
    this.used.push(at);
    return true;
  }

  entries(): Iterable<[number, number]> {
    return this.used.map((at): [number, number] => [at, this.costs[at]]);
  }

  clear(): void {
    for (const at of this.used) this.costs[at] = this.isUsed[at] = 0;
    this.used = [];
  }
}

class CostMap implements CostTable {
  private readonly costs = new Map<number, number>();

  add(at: number, amount: number): boolean {
    const before = this.costs.get(at);
    this.costs.set(at, (before ?? 0) + amount);
    return before === undefined;
  }

  entries(): Iterable<[number, number]> {
    return this.costs;
  }

  clear(): void {
    this.costs.clear();
  }
}

function tuplesByGroup(groupOf: Int32Array, groups: number, tuples: number): number[][] {
  const result: number[][] = Array.from({ length: groups }, () => []);
  for (let tuple = 0; tuple < tuples; tuple++) if (groupOf[tuple] >= 0) result[groupOf[tuple]].push(tuple);
  return result;
}
