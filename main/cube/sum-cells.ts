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

/** Further sums that stand beside the cells, one entry per cell, in minor units; NaN where unknown. */
export type CellExtras = { load: Float64Array; variableLoad: Float64Array; overtimePremium: Float64Array };

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

/** Feeds every split of a page in one pass over the cells. */
export function sumCells(cells: SortedCells, splits: readonly Split[], extras: CellExtras): Totals[] {
  const totals = splits.map((split): Totals => {
    const size = split.groups * split.buckets * split.categories;
    const zeros = () => new Float64Array(size);
    return { split, hours: zeros(), cost: zeros(), rows: zeros(), unknownHours: zeros(), censusHours: zeros(), hourlessCost: zeros(), load: zeros(), variableLoad: zeros(), overtimePremium: zeros() };
  });
  const { start, month, payCode } = cells;
  const { values: hours } = cells.hours;
  const { values: cost } = cells.cost;
  const { values: rows } = cells.rows;
  const { values: unknownHours } = cells.unknownHours;
  const { values: censusHours } = cells.censusHours;
  for (const total of totals) {
    const { groupOf, bucketOf, buckets, categoryOf, categories } = total.split;
    for (let tuple = 0; tuple + 1 < start.length; tuple++) {
      const group = groupOf[tuple]!;
      if (group < 0) continue;
      const base = group * buckets;
      const end = start[tuple + 1]!;
      for (let i = start[tuple]!; i < end; i++) {
        const bucket = bucketOf[month[i]!]!;
        const category = categoryOf[payCode[i]!]!;
        if (bucket < 0 || category < 0) continue;
        const at = (base + bucket) * categories + category;
        total.hours[at]! += hours[i]!;
        total.cost[at]! += cost[i]!;
        total.rows[at]! += rows[i]!;
        total.unknownHours[at]! += unknownHours[i]!;
        total.censusHours[at]! += censusHours[i]!;
        if (hours[i] === 0) total.hourlessCost[at]! += cost[i]!;
        total.load[at]! += extras.load[i]!;
        total.variableLoad[at]! += extras.variableLoad[i]!;
        total.overtimePremium[at]! += extras.overtimePremium[i]!;
      }
    }
  }
  for (const total of totals) {
    scale(total.hours, cells.hours.scale);
    scale(total.cost, cells.cost.scale);
    scale(total.hourlessCost, cells.cost.scale);
    scale(total.rows, cells.rows.scale);
    scale(total.unknownHours, cells.unknownHours.scale);
    scale(total.censusHours, cells.censusHours.scale);
  }
  return totals;
}

function scale(values: Float64Array, factor: number): void {
  if (factor === 1) return;
  for (let i = 0; i < values.length; i++) values[i]! *= factor;
}

/** Months after the last one that can be stored; the size of `bucketOf`. */
export const MONTHS = 65_536;

/** Puts every month of a range into a bucket; months outside every range are left out. */
export function monthBuckets(ranges: readonly { first: number; last: number }[]): Int16Array {
  const bucketOf = new Int16Array(MONTHS).fill(-1);
  ranges.forEach((range, bucket) => bucketOf.fill(bucket, range.first - MONTH_BASE, range.last - MONTH_BASE + 1));
  return bucketOf;
}
