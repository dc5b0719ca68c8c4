import { doubled } from './doubled.ts';
import { MONTH_BASE } from './cells.ts';
import { groupedOrder } from './grouped-order.ts';
import type { Packed } from './packed.ts';
import { packIntegers } from './packed.ts';

/**
 * Who worked where in which month, sorted by tuple: for exact distinct counts of people and for the test whether one
 * person dominates a sum of pay. `cost` is in minor units.
 */
export type SortedWorkerMonths = { start: Uint32Array; worker: Packed; month: Uint16Array; cost: Packed };

/** Collects cost by (tuple, month, worker) in any order. */
export class WorkerMonthSums {
  size = 0;
  private slots = new Int32Array(4096).fill(-1);
  private capacity = 1024;
  private tuple = new Int32Array(this.capacity);
  private worker = new Int32Array(this.capacity);
  private month = new Uint16Array(this.capacity);
  private cost = new Float64Array(this.capacity);
  private last = -1;

  add(tuple: number, month: number, worker: number, cost: number): void {
    const relative = month - MONTH_BASE;
    const last = this.last;
    if (last >= 0 && this.tuple[last] === tuple && this.worker[last] === worker && this.month[last] === relative) {
      this.cost[last] += cost;
      return;
    }
    const mask = this.slots.length - 1;
    let slot = hash(tuple, worker, relative) & mask;
    for (let entry = this.slots[slot]; entry >= 0; entry = this.slots[slot]!) {
      if (this.tuple[entry] === tuple && this.worker[entry] === worker && this.month[entry] === relative) {
        this.cost[entry] += cost;
        this.last = entry;
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (this.size === this.capacity) this.grow();
    const entry = this.size++;
    this.tuple[entry] = tuple;
    this.worker[entry] = worker;
    this.month[entry] = relative;
    this.cost[entry] = cost;
    this.slots[slot] = entry;
    this.last = entry;
    if (this.size * 2 > this.slots.length) this.rehash();
  }

  addSorted(sorted: SortedWorkerMonths): void {
    for (let tuple = 0; tuple + 1 < sorted.start.length; tuple++) {
      for (let i = sorted.start[tuple]; i < sorted.start[tuple + 1]; i++) {
        this.add(
          tuple,
          sorted.month[i] + MONTH_BASE,
          sorted.worker.values[i] * sorted.worker.scale,
          sorted.cost.values[i] * sorted.cost.scale,
        );
      }
    }
  }

  sorted(tuples: number): SortedWorkerMonths {
    const count = this.size;
    // Inside a tuple by month and worker, so that the same facts give the same bytes whatever their order.
    const { start, order } = groupedOrder(
      this.tuple,
      { entries: count, groups: tuples, keeps: () => true },
      (a, b) => this.month[a] - this.month[b] || this.worker[a] - this.worker[b],
    );
    const month = new Uint16Array(count);
    const worker = new Float64Array(count);
    const cost = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const entry = order[i];
      month[i] = this.month[entry]!;
      worker[i] = this.worker[entry]!;
      cost[i] = this.cost[entry]!;
    }
    return { start, month, worker: packIntegers(worker, count), cost: packIntegers(cost, count) };
  }

  private grow(): void {
    this.capacity *= 2;
    this.tuple = doubled(this.tuple);
    this.worker = doubled(this.worker);
    this.month = doubled(this.month);
    this.cost = doubled(this.cost);
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.size; entry++) {
      let slot = hash(this.tuple[entry], this.worker[entry], this.month[entry]) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.slots = slots;
  }
}

function hash(tuple: number, worker: number, month: number): number {
  let mixed = Math.imul(worker ^ Math.imul(tuple, 0x9e3779b1) ^ Math.imul(month, 0x27d4eb2f), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return mixed ^ (mixed >>> 7);
}
