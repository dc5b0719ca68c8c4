import { doubled } from './doubled.ts';
import { groupedOrder } from './grouped-order.ts';
import { KeyIndex } from './key-index.ts';
import type { Packed } from './packed.ts';
import { packIntegers } from './packed.ts';

/** Hours (10⁻⁶ hours) and money (minor units) by worker and month (since January 1900); sorted by both. */
export type SortedRegularPay = { worker: Packed; month: Packed; hours: Packed; cost: Packed };
/** The same for overtime, by the cell of the rollup that it stands in; sorted by worker, month, tuple and pay code. */
export type SortedOvertimePay = SortedRegularPay & { tuple: Packed; payCode: Packed };
/**
 * What own staff were paid for regular and for overtime hours where the cost is known: the premium of an overtime hour
 * is what it costs above the worker's own regular rate in the month.
 */
export type SortedWorkerPay = { regular: SortedRegularPay; overtime: SortedOvertimePay };

const REGULAR_KEY = ['worker', 'month'] as const;
const OVERTIME_KEY = ['worker', 'month', 'tuple', 'payCode'] as const;

/** Collects regular and overtime pay in any order. Months count from the same one as in the cells. */
export class WorkerPaySums {
  private readonly regular = new PaySums(REGULAR_KEY.length);
  private readonly overtime = new PaySums(OVERTIME_KEY.length);

  addRegular(worker: number, month: number, hours: number, cost: number): void {
    const { key } = this.regular;
    key[0] = worker;
    key[1] = month;
    this.regular.add(hours, cost);
  }

  addOvertime(
    worker: number,
    month: number,
    cell: { tuple: number; payCode: number },
    hours: number,
    cost: number,
  ): void {
    const { key } = this.overtime;
    key[0] = worker;
    key[1] = month;
    key[2] = cell.tuple;
    key[3] = cell.payCode;
    this.overtime.add(hours, cost);
  }

  addSorted({ regular, overtime }: SortedWorkerPay): void {
    this.regular.addSorted(
      regular,
      REGULAR_KEY.map((part) => regular[part]),
    );
    this.overtime.addSorted(
      overtime,
      OVERTIME_KEY.map((part) => overtime[part]),
    );
  }

  sorted(): SortedWorkerPay {
    return {
      regular: this.regular.sorted(REGULAR_KEY) as SortedRegularPay,
      overtime: this.overtime.sorted(OVERTIME_KEY) as SortedOvertimePay,
    };
  }
}

/** Sums of hours and cost by a key of whole numbers. */
class PaySums {
  readonly key: Int32Array;
  private readonly ids: KeyIndex;
  private hours = new Float64Array(1024);
  private cost = new Float64Array(1024);

  constructor(width: number) {
    this.ids = new KeyIndex(width);
    this.key = new Int32Array(width);
  }

  /** Adds to the sums of what stands in `key`. */
  add(hours: number, cost: number): void {
    const id = this.ids.idOf(this.key);
    if (id === this.hours.length) {
      this.hours = doubled(this.hours);
      this.cost = doubled(this.cost);
    }
    this.hours[id] += hours;
    this.cost[id] += cost;
  }

  addSorted({ hours, cost }: { hours: Packed; cost: Packed }, key: readonly Packed[]): void {
    for (let i = 0; i < hours.values.length; i++) {
      for (let part = 0; part < key.length; part++) this.key[part] = key[part].values[i] * key[part].scale;
      this.add(hours.values[i] * hours.scale, cost.values[i] * cost.scale);
    }
  }

  /** In order of the key, so that the same facts give the same bytes; sums of nothing are dropped. */
  sorted(names: readonly string[]): Record<string, Packed> {
    const { ids, hours, cost } = this;
    const workers = Int32Array.from({ length: ids.size }, (_, id) => ids.part(id, 0));
    const { order } = groupedOrder(
      workers,
      {
        entries: ids.size,
        groups: workers.reduce((most, worker) => Math.max(most, worker + 1), 0),
        keeps: (id) => hours[id] !== 0 || cost[id] !== 0,
      },
      (a, b) => {
        for (let part = 1; part < ids.width; part++) {
          const difference = ids.part(a, part) - ids.part(b, part);
          if (difference !== 0) return difference;
        }
        return 0;
      },
    );
    const packed = (valueOf: (id: number) => number) => {
      const values = new Float64Array(order.length);
      for (let i = 0; i < order.length; i++) values[i] = valueOf(order[i]);
      return packIntegers(values, order.length);
    };
    return {
      ...Object.fromEntries(names.map((name, part) => [name, packed((id) => ids.part(id, part))])),
      hours: packed((id) => hours[id]),
      cost: packed((id) => cost[id]),
    };
  }
}
