import { MONTH_BASE } from '../facts/cells.ts';
import type { SortedCells } from '../facts/cells.ts';
import type { IntegerArray } from '../facts/packed.ts';
import { bucketAt } from './month-buckets.ts';
import type { MonthBuckets } from './month-buckets.ts';

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
  /** Distinct source records of the bucket. */
  rows: Float64Array;
  /** Those of them that fall into the month before the bucket as well. */
  continuedRows: Float64Array;
  unknownHours: Float64Array;
  censusHours: Float64Array;
  /** Money of cells without any hours. */
  hourlessCost: Float64Array;
} & CellExtras;

const SUMS = [
  'hours',
  'cost',
  'rows',
  'continuedRows',
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
  values: Float64Array;
  scale: number;
  into: Exclude<(typeof SUMS)[number], 'hours' | 'cost' | 'rows' | 'continuedRows'>;
};

/** Columns of a rollup ready to be summed: worked out once, used by every pass. */
export class CellReader {
  readonly load: Float64Array;
  readonly variableLoad: Float64Array;
  private readonly rare: Column[];
  /** null where no record lies in two months. */
  private readonly continued: Float64Array | null;
  /** Of one pass: the cells that a split lets in, and the positions that they are added to. */
  private readonly taken: Int32Array;
  private readonly target: Int32Array;

  constructor(
    readonly cells: SortedCells,
    extras: CellExtras,
  ) {
    this.taken = new Int32Array(cells.month.length);
    this.target = new Int32Array(cells.month.length);
    this.load = extras.load;
    this.variableLoad = extras.variableLoad;
    const { hours, cost, unknownHours, censusHours } = cells;
    const hourless = new Float64Array(cells.month.length);
    for (let i = 0; i < hourless.length; i++) if (hours.values[i] === 0) hourless[i] = cost.values[i];
    const columns: (Omit<Column, 'values'> & { values: IntegerArray })[] = [
      { values: unknownHours.values, scale: unknownHours.scale, into: 'unknownHours' },
      { values: censusHours.values, scale: censusHours.scale, into: 'censusHours' },
      { values: hourless, scale: cost.scale, into: 'hourlessCost' },
      { values: extras.load, scale: 1, into: 'load' },
      { values: extras.variableLoad, scale: 1, into: 'variableLoad' },
      { values: extras.overtimePremium, scale: 1, into: 'overtimePremium' },
      { values: extras.unratedHours, scale: 1, into: 'unratedHours' },
    ];
    this.rare = columns
      .filter(({ values }) => anyNonZero(values))
      .map((column) => ({ ...column, values: doubles(column.values) }));
    const { values: continued, scale: continuedScale } = cells.continuedRows;
    this.continued = anyNonZero(continued) ? Float64Array.from(continued, (value) => value * continuedScale) : null;
  }

  /** One pass over the cells of the tuples that a split lets in. */
  sum(split: Split): Totals {
    const size = split.groups * split.months.count * split.categories;
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
    const { groupOf, months, categoryOf, categories } = split;
    const { first, last, bucketOf } = months;
    const { hours: intoHours, cost: intoCost, rows: intoRows } = totals;
    const { rare } = this;
    const { taken, target } = this;
    let count = 0;
    for (let tuple = 0; tuple + 1 < start.length; tuple++) {
      const group = groupOf[tuple];
      if (group < 0) continue;
      const base = group * months.count;
      const end = start[tuple + 1];
      let i = start[tuple];
      while (i < end && month[i] < first) i++;
      for (; i < end && month[i] <= last; i++) {
        const bucket = bucketOf[month[i] - first];
        if (bucket < 0) continue;
        const category = categoryOf[payCode[i]];
        if (category < 0) continue;
        const at = (base + bucket) * categories + category;
        intoHours[at] += hours[i];
        intoCost[at] += cost[i];
        intoRows[at] += rows[i];
        taken[count] = i;
        target[count++] = at;
      }
    }
    rare.forEach(({ values }, column) => addColumn(targets[column], values, { taken, target, count }));
    scale(intoHours, this.cells.hours.scale);
    scale(intoCost, this.cells.cost.scale);
    scale(intoRows, this.cells.rows.scale);
    rare.forEach((column, i) => scale(targets[i], column.scale));
    if (this.continued !== null) {
      totals.continuedRows = new Float64Array(size);
      for (let i = 0; i < count; i++) {
        const cell = taken[i];
        continueRows(totals, target[i], { rows: this.continued[cell], month: month[cell] });
      }
    }
    return totals;
  }
}

/** Records that go on from the month before are in the bucket already where that month is. */
function continueRows(
  { split, rows: distinct, continuedRows }: Totals,
  at: number,
  { rows, month }: { rows: number; month: number },
): void {
  if (bucketAt(split.months, month - 1) === bucketAt(split.months, month)) distinct[at] -= rows;
  else continuedRows[at] += rows;
}

function addColumn(
  into: Float64Array,
  values: Float64Array,
  { taken, target, count }: { taken: Int32Array; target: Int32Array; count: number },
): void {
  for (let i = 0; i < count; i++) into[target[i]] += values[taken[i]];
}

/** Totals by month, added up over the months of each bucket; months are those of `totals.split`, in order from `first`. */
export function foldMonths(totals: Totals, first: number, months: MonthBuckets): Totals {
  const { groups, categories } = totals.split;
  const span = totals.split.months.count;
  const none = new Float64Array(groups * months.count * categories);
  const folded = { split: { ...totals.split, months } } as Totals;
  for (const name of SUMS) {
    const from = totals[name];
    if (!anyNonZero(from) || name === 'continuedRows') {
      folded[name] = none;
      continue;
    }
    const into = (folded[name] = new Float64Array(none.length));
    for (let month = 0; month < span; month++) {
      const bucket = bucketAt(months, first - MONTH_BASE + month);
      if (bucket < 0) continue;
      for (let group = 0; group < groups; group++) {
        const at = (group * months.count + bucket) * categories;
        const source = (group * span + month) * categories;
        for (let category = 0; category < categories; category++) into[at + category] += from[source + category];
      }
    }
  }
  if (anyNonZero(totals.continuedRows)) foldContinued(totals, folded, first);
  return folded;
}

function foldContinued(totals: Totals, folded: Totals, first: number): void {
  const { groups, categories } = totals.split;
  const span = totals.split.months.count;
  const { months } = folded.split;
  folded.continuedRows = new Float64Array(groups * months.count * categories);
  for (let i = 0; i < totals.continuedRows.length; i++) {
    const rows = totals.continuedRows[i];
    const month = first - MONTH_BASE + (Math.floor(i / categories) % span);
    const bucket = bucketAt(months, month);
    if (rows === 0 || bucket < 0) continue;
    const at = (Math.floor(i / (categories * span)) * months.count + bucket) * categories + (i % categories);
    continueRows(folded, at, { rows, month });
  }
}

/** One kind of array for all columns: a loop over several kinds is many times slower. */
function doubles(values: IntegerArray): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values);
}

function anyNonZero(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) return true;
  return false;
}

function scale(values: Float64Array, factor: number): void {
  if (factor === 1) return;
  for (let i = 0; i < values.length; i++) values[i] *= factor;
}
