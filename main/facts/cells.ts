import { doubled } from './doubled.ts';
import { groupedOrder } from './grouped-order.ts';
import type { Packed } from './packed.ts';
import { packIntegers } from './packed.ts';

/** Pay code id of aggregate staffing hours, which say who worked but not how it was paid. */
export const AGGREGATE_PAY_CODE = 0;

/** Months are stored relative to this one (January 1900), so that two bytes hold them. */
export const MONTH_BASE = 1900 * 12;

/** Additive sums of a cell. Hours in 10⁻⁶ hours, cost in minor units; all integers below 2^53. */
const RARE_MEASURES = ['continuedRows', 'unknownHours', 'censusHours'] as const;
export const MEASURES = ['hours', 'cost', 'rows', ...RARE_MEASURES] as const;
export type Measure = (typeof MEASURES)[number];
export type RareMeasure = (typeof RARE_MEASURES)[number];

/**
 * The monthly rollup: one cell per tuple, month and pay code, sorted by tuple. Cells of tuple t are
 * start[t] to start[t + 1]. `rows` are the source records that fall into the month, `continuedRows` those of them that
 * fall into the month before as well, so that several months can be added up without counting one twice.
 * `unknownHours` are hours on lines without a cost, `censusHours` aggregate hours of site-days that have a census.
 */
export type SortedCells = {
  start: Uint32Array;
  month: Uint16Array;
  payCode: Uint16Array;
} & Record<Measure, Packed>;

/** Collects sums by (tuple, month, pay code) in any order. */
export class CellSums {
  size = 0;
  private slots = new Int32Array(4096).fill(-1);
  private capacity = 1024;
  private tuple = new Int32Array(this.capacity);
  /** Month above, pay code below. */
  private rest = new Int32Array(this.capacity);
  private hours = new Float64Array(this.capacity);
  private cost = new Float64Array(this.capacity);
  private rows = new Float64Array(this.capacity);
  /** Made when first added to: most extracts have none of these, and cells are many. */
  private readonly rare: Partial<Record<RareMeasure, Float64Array>> = {};
  private lastTuple = -1;
  private lastRest = -1;
  private lastCell = -1;

  /** Position of a cell for `add`; stays valid. */
  cell(tuple: number, month: number, payCode: number): number {
    const rest = ((month - MONTH_BASE) << 16) | payCode;
    // Rows of one worker stand together in most extracts.
    if (tuple === this.lastTuple && rest === this.lastRest) return this.lastCell;
    const mask = this.slots.length - 1;
    let slot = hash(tuple, rest) & mask;
    for (let cell = this.slots[slot]; cell >= 0; cell = this.slots[slot]!) {
      if (this.tuple[cell] === tuple && this.rest[cell] === rest) return this.remember(tuple, rest, cell);
      slot = (slot + 1) & mask;
    }
    if (this.size === this.capacity) this.grow();
    const cell = this.size++;
    this.tuple[cell] = tuple;
    this.rest[cell] = rest;
    this.slots[slot] = cell;
    if (this.size * 2 > this.slots.length) this.rehash();
    return this.remember(tuple, rest, cell);
  }

  add(cell: number, hours: number, cost: number, rows: number): void {
    this.hours[cell] += hours;
    this.cost[cell] += cost;
    this.rows[cell] += rows;
  }

  addRare(measure: RareMeasure, cell: number, amount: number): void {
    if (amount === 0) return;
    const sums = (this.rare[measure] ??= new Float64Array(this.capacity));
    sums[cell] += amount;
  }

  /** Adds all cells of another rollup. */
  addSorted(cells: SortedCells): void {
    for (let tuple = 0; tuple + 1 < cells.start.length; tuple++) {
      for (let i = cells.start[tuple]; i < cells.start[tuple + 1]; i++) {
        const cell = this.cell(tuple, cells.month[i] + MONTH_BASE, cells.payCode[i]);
        const sumOf = (measure: Measure) => cells[measure].values[i] * cells[measure].scale;
        this.add(cell, sumOf('hours'), sumOf('cost'), sumOf('rows'));
        for (const measure of RARE_MEASURES) this.addRare(measure, cell, sumOf(measure));
      }
    }
  }

  /** Cells sorted by tuple, then month, then pay code. Cells whose sums are all zero are dropped. */
  sorted(tuples: number): SortedCells {
    const { rest } = this;
    const { start, order } = groupedOrder(
      this.tuple,
      { entries: this.size, groups: tuples, keeps: (cell) => !this.isEmpty(cell) },
      (a, b) => rest[a] - rest[b],
    );
    const count = order.length;
    const month = new Uint16Array(count);
    const payCode = new Uint16Array(count);
    for (let i = 0; i < count; i++) {
      month[i] = rest[order[i]] >>> 16;
      payCode[i] = rest[order[i]] & 0xffff;
    }
    const values = new Float64Array(count);
    const packed = (sums: Float64Array | undefined) => {
      if (sums === undefined) return packIntegers(new Uint8Array(count), count);
      for (let i = 0; i < count; i++) values[i] = sums[order[i]];
      return packIntegers(values, count);
    };
    return {
      start,
      month,
      payCode,
      hours: packed(this.hours),
      cost: packed(this.cost),
      rows: packed(this.rows),
      continuedRows: packed(this.rare.continuedRows),
      unknownHours: packed(this.rare.unknownHours),
      censusHours: packed(this.rare.censusHours),
    };
  }

  private isEmpty(cell: number): boolean {
    return (
      this.rows[cell] === 0 &&
      this.hours[cell] === 0 &&
      this.cost[cell] === 0 &&
      RARE_MEASURES.every((measure) => (this.rare[measure]?.[cell] ?? 0) === 0)
    );
  }

  private remember(tuple: number, rest: number, cell: number): number {
    this.lastTuple = tuple;
    this.lastRest = rest;
    this.lastCell = cell;
    return cell;
  }

  private grow(): void {
    this.capacity *= 2;
    this.tuple = doubled(this.tuple);
    this.rest = doubled(this.rest);
    this.hours = doubled(this.hours);
    this.cost = doubled(this.cost);
    this.rows = doubled(this.rows);
    for (const measure of RARE_MEASURES) {
      const sums = this.rare[measure];
      if (sums !== undefined) this.rare[measure] = doubled(sums);
    }
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let cell = 0; cell < this.size; cell++) {
      let slot = hash(this.tuple[cell], this.rest[cell]) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = cell;
    }
    this.slots = slots;
  }
}

function hash(tuple: number, rest: number): number {
  let mixed = Math.imul(tuple ^ Math.imul(rest, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return mixed ^ (mixed >>> 7);
}
