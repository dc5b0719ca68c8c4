import { MONTH_BASE } from '../facts/cells.ts';
import type { SortedWorkerMonths } from '../facts/worker-months.ts';
import { tuplesByGroup } from './tuples-by-group.ts';

/** People behind a group and range of months: how many, and how much of the cost the two dearest have. */
export type People = { count: number; cost: number; largest: number; second: number };

/** So many people cannot give one of them away: counting further would change nothing. */
const MANY = 200;

/** The people of a rollup ready to be counted: worked out once, used by every count. */
export class PeopleCounter {
  /** Of one count: cost by worker, who was met, and who they are. */
  private readonly costs: Float64Array;
  private readonly isMet: Uint8Array;
  private readonly met = new Int32Array(MANY);

  constructor(private readonly months: SortedWorkerMonths) {
    const { values, scale } = months.worker;
    let highest = 0;
    for (let i = 0; i < values.length; i++) if (values[i] > highest) highest = values[i];
    this.costs = new Float64Array(highest * scale + 1);
    this.isMet = new Uint8Array(highest * scale + 1);
  }

  /**
   * Distinct people per group and range of months, at position group × ranges + range; exact up to `MANY`, where
   * counting stops. The two largest costs serve the dominance rule: a group of six with one executive reveals the
   * executive.
   */
  count(
    { groupOf, groups }: { groupOf: Int32Array; groups: number },
    ranges: readonly { first: number; last: number }[],
  ): People[] {
    return tuplesByGroup(groupOf, groups, this.months.start.length - 1).flatMap((tuples) =>
      ranges.map(({ first, last }) => this.among(tuples, first - MONTH_BASE, last - MONTH_BASE)),
    );
  }

  private among(tuples: readonly number[], first: number, last: number): People {
    const { start, month } = this.months;
    const { values: worker, scale: workerScale } = this.months.worker;
    const { values: cost, scale: costScale } = this.months.cost;
    const { costs, isMet, met } = this;
    let count = 0;
    for (let t = 0; t < tuples.length && count < MANY; t++) {
      const end = start[tuples[t] + 1];
      for (let i = firstFrom(month, first, start[tuples[t]], end); i < end && month[i] <= last && count < MANY; i++) {
        const one = worker[i] * workerScale;
        costs[one] += cost[i] * costScale;
        if (isMet[one]) continue;
        isMet[one] = 1;
        met[count++] = one;
      }
    }
    const people = { count, cost: 0, largest: 0, second: 0 };
    for (let i = 0; i < count; i++) {
      const amount = costs[met[i]];
      costs[met[i]] = isMet[met[i]] = 0;
      people.cost += amount;
      if (amount > people.largest) {
        people.second = people.largest;
        people.largest = amount;
      } else if (amount > people.second) people.second = amount;
    }
    return people;
  }
}

/** Position of the first of some ascending months that is not before another; `end` where all are. */
function firstFrom(month: Uint16Array, wanted: number, start: number, end: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (month[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
