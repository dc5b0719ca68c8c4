import { MONTH_BASE } from '../facts/cells.ts';
import type { SortedCells } from '../facts/cells.ts';

/**
 * One way of splitting the cells. Arrays are indexed by tuple id, by month − MONTH_BASE and by pay code id; −1 leaves
 * a tuple, month or pay code out.
 */
export type Split = {
  groupOf: Int32Array;
  groups: number;
  bucketOf: Int16Array;
  buckets: number;
  categoryOf: Int16Array;
  categories: number;
};

/** Further sums that stand beside the cells, one entry per cell: money in minor units, hours in 10⁻⁶ hours. */
export type CellExtras = {
  load: Float64Array;
  variableLoad: Float64Array;
  overtimePremium: Float64Array;
  unratedHours: Float64Array;
};

/** Sums at position (group × buckets + bucket) × categories + category; hours in 10⁻⁶ hours, cost in minor units. */
export type Totals = {
  split: Split;
  hours: Float64Array;
  cost: Float64Array;
  rows: Float64Array;
  unknownHours: Float64Array;
  censusHours: Float64Array;
  /** Money of cells without any hours. */
  hourlessCost: Float64Array;
} & CellExtras;

const SUMS = [
  'hours',
  'cost',
  'rows',
  'unknownHours',
  'censusHours',
  'hourlessCost',
  'load',
  'variableLoad',
  'overtimePremium',
  'unratedHours',
] as const;

/** Sums that most workspaces do not need; a pass skips those that are zero everywhere. */
type Column = {
  values: ArrayLike<number>;
  scale: number;
  into: Exclude<(typeof SUMS)[number], 'hours' | 'cost' | 'rows'>;
};

/** Columns of a rollup ready to be summed: worked out once, used by every pass. */
export class CellReader {
  private readonly rare: Column[];

  constructor(
    private readonly cells: SortedCells,
    extras: CellExtras,
  ) {
    const { hours, cost, unknownHours, censusHours } = cells;
    const hourless = Float64Array.from({ length: cells.month.length }, (_, i) =>
      hours.values[i] === 0 ? cost.values[i] : 0,
    );
    const columns: Column[] = [
      { ...unknownHours, into: 'unknownHours' },
      { ...censusHours, into: 'censusHours' },
      { values: hourless, scale: cost.scale, into: 'hourlessCost' },
      { values: extras.load, scale: 1, into: 'load' },
      { values: extras.variableLoad, scale: 1, into: 'variableLoad' },
      { values: extras.overtimePremium, scale: 1, into: 'overtimePremium' },
      { values: extras.unratedHours, scale: 1, into: 'unratedHours' },
    ];
    this.rare = columns.filter(({ values }) => anyNonZero(values));
  }

  /** One pass over the cells of the tuples that a split lets in. */
  sum(split: Split): Totals {
    const size = split.groups * split.buckets * split.categories;
    const none = new Float64Array(size);
    const totals: Totals = {
      split,
      ...(Object.fromEntries(SUMS.map((name) => [name, none])) as Record<(typeof SUMS)[number], Float64Array>),
    };
    totals.hours = new Float64Array(size);
    totals.cost = new Float64Array(size);
    totals.rows = new Float64Array(size);
    const targets = this.rare.map(({ into }) => (totals[into] = new Float64Array(size)));
    const { start, month, payCode } = this.cells;
    const { values: hours } = this.cells.hours;
    const { values: cost } = this.cells.cost;
    const { values: rows } = this.cells.rows;
    const { groupOf, bucketOf, buckets, categoryOf, categories } = split;
    const { hours: intoHours, cost: intoCost, rows: intoRows } = totals;
    const { rare } = this;
    for (let tuple = 0; tuple + 1 < start.length; tuple++) {
      const group = groupOf[tuple];
      if (group < 0) continue;
      const base = group * buckets;
      const end = start[tuple + 1];
      for (let i = start[tuple]; i < end; i++) {
        const bucket = bucketOf[month[i]];
        if (bucket < 0) continue;
        const category = categoryOf[payCode[i]];
        if (category < 0) continue;
        const at = (base + bucket) * categories + category;
        intoHours[at] += hours[i];
        intoCost[at] += cost[i];
        intoRows[at] += rows[i];
        for (let column = 0; column < rare.length; column++) targets[column][at] += rare[column].values[i];
      }
    }
    scale(intoHours, this.cells.hours.scale);
    scale(intoCost, this.cells.cost.scale);
    scale(intoRows, this.cells.rows.scale);
    rare.forEach((column, i) => scale(targets[i], column.scale));
    return totals;
  }
}

function anyNonZero(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) return true;
  return false;
}

function scale(values: Float64Array, factor: number): void {
  if (factor === 1) return;
  for (let i = 0; i < values.length; i++) values[i] *= factor;
}

/** Months after the last one that can be stored; the size of `bucketOf`. */
export const MONTHS = 65_536;

/** Puts every month of a range into a bucket; months outside every range are left out. */
export function monthBuckets(ranges: readonly { first: number; last: number }[]): Int16Array {
  const bucketOf = new Int16Array(MONTHS).fill(-1);
  ranges.forEach((range, bucket) => bucketOf.fill(bucket, range.first - MONTH_BASE, range.last - MONTH_BASE + 1));
  return bucketOf;
}
