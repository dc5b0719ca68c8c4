import { MONTH_BASE } from '../facts/cells.ts';
import { Columns } from './columns.ts';
import type { Sum } from './columns.ts';
import { bucketAt } from './month-buckets.ts';
import type { MonthBuckets } from './month-buckets.ts';
import type { SummableCells } from './summable-cells.ts';

/**
 * One way of splitting the cells. Groups are indexed by tuple id, categories by pay code id; −1 leaves a tuple or pay
 * code out.
 */
export type Split = {
  groupOf: Int32Array;
  groups: number;
  months: MonthBuckets;
  categoryOf: Int16Array;
  categories: number;
};

/**
 * Sums at position (group × buckets + bucket) × categories + category. `rows` are the distinct source records of the
 * bucket, `continuedRows` those of them that fall into the month before the bucket as well.
 */
export type Totals = { split: Split; columns: Columns };

function totalsOf(split: Split, addUp: (sum: Sum, into: Float64Array) => void, isZero: (sum: Sum) => boolean): Totals {
  const length = split.groups * split.months.count * split.categories;
  const columns = new Columns(length, (sum) => {
    if (isZero(sum)) return null;
    const into = new Float64Array(length);
    addUp(sum, into);
    return into;
  });
  return { split, columns };
}

/** Cells ready to be summed in one pass after the other. */
export class CellReader {
  /** The cells that the latest split let in, and the positions that they are added to. */
  private readonly taken: Int32Array;
  private readonly target: Int32Array;
  private latest: { split: Split; count: number } | null = null;

  constructor(readonly cells: SummableCells) {
    this.taken = new Int32Array(cells.month.length);
    this.target = new Int32Array(cells.month.length);
  }

  sum(split: Split): Totals {
    const { columns } = this.cells;
    return totalsOf(
      split,
      (sum, into) => this.addColumn(split, sum, into),
      (sum) => columns.isZero(sum),
    );
  }

  private addColumn(split: Split, sum: Sum, into: Float64Array): void {
    const { month, columns } = this.cells;
    const values = columns.get(sum);
    const count = this.select(split);
    const { taken, target } = this;
    for (let i = 0; i < count; i++) into[target[i]] += values[taken[i]];
    if (!countsRecords(sum) || columns.isZero('continuedRows')) return;
    const continued = columns.get('continuedRows');
    for (let i = 0; i < count; i++)
      if (continuesInside(split.months, month[taken[i]])) into[target[i]] -= continued[taken[i]];
  }

  /** Notes which cells a split lets in, and where they belong; how many there are. */
  private select(split: Split): number {
    if (this.latest?.split === split) return this.latest.count;
    const { groupOf, months, categoryOf, categories } = split;
    const { start, month, payCode } = this.cells;
    const { first, last, bucketOf } = months;
    const { taken, target } = this;
    let count = 0;
    for (let tuple = 0; tuple + 1 < start.length; tuple++) {
      if (groupOf[tuple] < 0) continue;
      const base = groupOf[tuple] * months.count;
      const end = start[tuple + 1];
      let i = start[tuple];
      while (i < end && month[i] < first) i++;
      for (; i < end && month[i] <= last; i++) {
        const bucket = bucketOf[month[i] - first];
        const category = categoryOf[payCode[i]];
        if (bucket < 0 || category < 0) continue;
        taken[count] = i;
        target[count++] = (base + bucket) * categories + category;
      }
    }
    this.latest = { split, count };
    return count;
  }
}

function countsRecords(sum: Sum): boolean {
  return sum === 'rows' || sum === 'continuedRows';
}

/** Whether records that go on from the month before a month are in its bucket already. */
function continuesInside(months: MonthBuckets, month: number): boolean {
  return bucketAt(months, month - 1) === bucketAt(months, month);
}

/** Totals by month, added up over the months of each bucket; months are those of `totals.split`, in order from `first`. */
export function foldMonths(totals: Totals, first: number, months: MonthBuckets): Totals {
  const { groups, categories } = totals.split;
  const span = totals.split.months.count;
  const { columns } = totals;
  return totalsOf(
    { ...totals.split, months },
    (sum, into) => {
      const from = columns.get(sum);
      const continued = countsRecords(sum) ? columns.get('continuedRows') : null;
      for (let at = 0; at < span; at++) {
        const month = first - MONTH_BASE + at;
        const bucket = bucketAt(months, month);
        if (bucket < 0) continue;
        const joins = continued !== null && continuesInside(months, month);
        for (let group = 0; group < groups; group++) {
          const target = (group * months.count + bucket) * categories;
          const source = (group * span + at) * categories;
          for (let category = 0; category < categories; category++) {
            into[target + category] += from[source + category];
            if (joins) into[target + category] -= continued[source + category];
          }
        }
      }
    },
    (sum) => columns.isZero(sum),
  );
}
