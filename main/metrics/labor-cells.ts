import type { Filter } from '../contract/figure.ts';
import { monthBuckets } from '../cube/month-buckets.ts';
import { foldMonths } from '../cube/sum-cells.ts';
import type { Split, Totals } from '../cube/sum-cells.ts';
import { AGGREGATE_PAY_CODE } from '../facts/cells.ts';
import { PAY_CLASSES } from '../model/pay-classes.ts';
import type { WorkerClass } from '../model/worker-types.ts';
import { DIRECT_CARE } from '../workspace/view.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { collapsedCube } from './collapsed-cube.ts';
import type { LaborCell, MatchDimension } from './metric.ts';
import { TotalsCell } from './totals-cell.ts';
import type { CellCategory, CellPlace } from './totals-cell.ts';
import { tupleGroups } from './tuple-groups.ts';
import { ViewMemory } from './view-memory.ts';

/** What cells are needed: for which groups, over which ranges of months, told apart how finely. */
export type CellRequest = {
  by: readonly string[];
  where: Filter;
  /** One bucket of cells per range; with `month` in `matchOn` the ranges are single months. */
  ranges: readonly { first: number; last: number }[];
  matchOn: readonly MatchDimension[];
};

/** Cells of one group (codes in the order of `by`), by range. */
export type CellGroup = { codes: string[]; ranges: LaborCell[][] };

type Prepared = {
  request: CellRequest;
  split: Split;
  keys: string[][];
  dimensions: string[];
  categories: CellCategory[];
};

const answers = new ViewMemory<CellGroup[]>(64);

/** Sums by month answer every range of months; above so many they are not made for one range alone. */
const MOST_BY_MONTH = 100_000;
const byMonth = new ViewMemory<Totals>(8);

/** Cells for each request. Equal requests of one view are answered once. */
export function laborCells(view: WorkspaceView, requests: readonly CellRequest[]): CellGroup[][] {
  return requests.map((request) =>
    answers.recall(view, request, () => {
      const prepared = prepare(view, request);
      return groupsOf(prepared, totalsOf(view, prepared));
    }),
  );
}

/** Requests that differ in their months only share one pass over the cells. */
function totalsOf(view: WorkspaceView, { request, split: asked, dimensions }: Prepared): Totals {
  const { reader, regroup } = collapsedCube(view, [...dimensions, ...Object.keys(request.where)]);
  const split = { ...asked, groupOf: regroup(asked.groupOf) };
  const months = view.months();
  const span = months ? months.last - months.first + 1 : 0;
  if (!months || split.groups * span * split.categories > MOST_BY_MONTH) return reader.sum(split);
  const question = [[...dimensions].sort(), request.where, split.categories, split.categoryOf.join(' ')];
  // A single range alone is summed sooner by itself.
  if (request.ranges.length === 1 && !byMonth.has(view, question)) return reader.sum(split);
  const totals = byMonth.recall(view, question, () => {
    const ranges = Array.from({ length: span }, (_, i) => ({ first: months.first + i, last: months.first + i }));
    return reader.sum({ ...split, months: monthBuckets(ranges) });
  });
  return foldMonths(totals, months.first, split.months);
}

function prepare(view: WorkspaceView, request: CellRequest): Prepared {
  const index = view.dimensions;
  const lineDimensions = request.by.filter((id) => index.isLineDimension(id));
  const matched = request.matchOn.filter((id) => id !== 'month');
  const dimensions = [
    ...new Set([
      ...request.by.filter((id) => !lineDimensions.includes(id)),
      'worker_type',
      'worker_class',
      DIRECT_CARE,
      ...matched,
    ]),
  ];
  const groups = tupleGroups(view, dimensions, request.where);
  const { categoryOf, categories } = payCategories(view, request.where, lineDimensions.includes('pay_code'));
  return {
    request,
    dimensions,
    keys: groups.keys,
    categories,
    split: {
      groupOf: groups.groupOf,
      groups: groups.keys.length,
      months: monthBuckets(request.ranges),
      categoryOf,
      categories: categories.length,
    },
  };
}

/** Pay codes as categories: by class, or one by one; aggregate hours always apart. Filtered ones are left out. */
export function payCategories(
  view: WorkspaceView,
  where: Filter,
  eachCode: boolean,
): { categoryOf: Int16Array; categories: CellCategory[] } {
  const { dictionaries } = view;
  const categories: CellCategory[] = [{ payClass: 'regular', payCode: 'unknown', aggregate: true }];
  if (!eachCode) for (const payClass of PAY_CLASSES) categories.push({ payClass, payCode: null, aggregate: false });
  const categoryOf = new Int16Array(dictionaries.payCodes.length + 1);
  const allowed = (category: CellCategory) =>
    (where['pay_class']?.includes(category.payClass) ?? true) &&
    (category.payCode === null || (where['pay_code']?.includes(category.payCode) ?? true));
  categoryOf[AGGREGATE_PAY_CODE] = allowed(categories[0]) ? 0 : -1;
  for (const { id, code } of dictionaries.payCodes) {
    const payClass = dictionaries.payClass(id);
    const one: CellCategory = { payClass, payCode: code, aggregate: false };
    if (eachCode) categories.push(one);
    categoryOf[id] = !allowed(one) ? -1 : eachCode ? categories.length - 1 : PAY_CLASSES.indexOf(payClass) + 1;
  }
  return { categoryOf, categories };
}

function groupsOf({ request, keys, dimensions, categories }: Prepared, totals: Totals): CellGroup[] {
  const groups = new Map<string, CellGroup>();
  const codeOf = (key: string[], id: string) => key[dimensions.indexOf(id)] ?? 'unknown';
  const tellsMonths = request.matchOn.includes('month');
  const splitsLines = request.by.some((id) => id === 'pay_class' || id === 'pay_code');
  const groupFor = (key: string[], { payClass, payCode }: CellCategory): CellGroup => {
    const codes = request.by.map((id) =>
      id === 'pay_class' ? payClass : id === 'pay_code' ? payCode! : codeOf(key, id),
    );
    const name = codes.join('\u0000');
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { codes, ranges: request.ranges.map(() => []) }));
    return group;
  };
  const [rows, hours, cost] = (['rows', 'hours', 'cost'] as const).map((sum) => totals.columns.get(sum));
  const buckets = request.ranges.length;
  keys.forEach((key, at) => {
    const place: CellPlace = {
      workerType: codeOf(key, 'worker_type'),
      workerClass: codeOf(key, 'worker_class') as WorkerClass,
      directCare: { yes: true, no: false }[codeOf(key, DIRECT_CARE)] ?? null,
      job: codeOf(key, 'job'),
      site: codeOf(key, 'site'),
      unit: codeOf(key, 'unit'),
    };
    let group: CellGroup | undefined;
    for (let bucket = 0; bucket < buckets; bucket++) {
      const month = tellsMonths ? request.ranges[bucket].first : 0;
      for (let c = 0; c < categories.length; c++) {
        const entry = (at * buckets + bucket) * categories.length + c;
        if (rows[entry] === 0 && hours[entry] === 0 && cost[entry] === 0) continue;
        if (group === undefined || splitsLines) group = groupFor(key, categories[c]);
        group.ranges[bucket].push(new TotalsCell(totals, entry, place, categories[c], month));
      }
    }
  });
  return [...groups.values()].sort((a, b) => compareCodes(a.codes, b.codes));
}

export function compareCodes(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}
