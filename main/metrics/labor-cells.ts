import type { Filter } from '../contract/figure.ts';
import { foldMonths, monthBuckets } from '../cube/sum-cells.ts';
import type { Split, Totals } from '../cube/sum-cells.ts';
import { AGGREGATE_PAY_CODE } from '../facts/cells.ts';
import { PAY_CLASSES } from '../model/pay-classes.ts';
import type { PayClass } from '../model/pay-classes.ts';
import type { WorkerClass } from '../model/worker-types.ts';
import { DIRECT_CARE } from '../workspace/view.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { LaborCell, MatchDimension } from './metric.ts';
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

type Category = { payClass: PayClass; payCode: string | null; aggregate: boolean };
type Prepared = { request: CellRequest; split: Split; keys: string[][]; dimensions: string[]; categories: Category[] };

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
function totalsOf(view: WorkspaceView, { request, split, dimensions }: Prepared): Totals {
  const months = view.months();
  const span = months ? months.last - months.first + 1 : 0;
  if (!months || split.groups * span * split.categories > MOST_BY_MONTH) return view.cellReader().sum(split);
  const question = [[...dimensions].sort(), request.where, split.categories, split.categoryOf.join(' ')];
  // A single range alone is summed sooner by itself.
  if (request.ranges.length === 1 && !byMonth.has(view, question)) return view.cellReader().sum(split);
  const totals = byMonth.recall(view, question, () => {
    const ranges = Array.from({ length: span }, (_, i) => ({ first: months.first + i, last: months.first + i }));
    return view.cellReader().sum({ ...split, bucketOf: monthBuckets(ranges), buckets: span });
  });
  return foldMonths(totals, months.first, split.bucketOf, split.buckets);
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
      bucketOf: monthBuckets(request.ranges),
      buckets: request.ranges.length,
      categoryOf,
      categories: categories.length,
    },
  };
}

/** Pay codes as categories: by class, or one by one; aggregate hours always apart. Filtered ones are left out. */
function payCategories(
  view: WorkspaceView,
  where: Filter,
  eachCode: boolean,
): { categoryOf: Int16Array; categories: Category[] } {
  const { dictionaries } = view;
  const categories: Category[] = [{ payClass: 'regular', payCode: 'unknown', aggregate: true }];
  if (!eachCode) for (const payClass of PAY_CLASSES) categories.push({ payClass, payCode: null, aggregate: false });
  const categoryOf = new Int16Array(dictionaries.payCodes.length + 1);
  const allowed = (category: Category) =>
    (where['pay_class']?.includes(category.payClass) ?? true) &&
    (category.payCode === null || (where['pay_code']?.includes(category.payCode) ?? true));
  categoryOf[AGGREGATE_PAY_CODE] = allowed(categories[0]) ? 0 : -1;
  for (const { id, code } of dictionaries.payCodes) {
    const payClass = dictionaries.payClass(id);
    const one: Category = { payClass, payCode: code, aggregate: false };
    if (eachCode) categories.push(one);
    categoryOf[id] = !allowed(one) ? -1 : eachCode ? categories.length - 1 : PAY_CLASSES.indexOf(payClass) + 1;
  }
  return { categoryOf, categories };
}

function groupsOf({ request, split, keys, dimensions, categories }: Prepared, totals: Totals): CellGroup[] {
  const groups = new Map<string, CellGroup>();
  const at = (key: string[], id: string) => key[dimensions.indexOf(id)] ?? 'unknown';
  const tellsMonths = request.matchOn.includes('month');
  const splitsLines = request.by.some((id) => id === 'pay_class' || id === 'pay_code');
  for (let group = 0; group < split.groups; group++) {
    const key = keys[group];
    const shape = {
      workerType: at(key, 'worker_type'),
      workerClass: at(key, 'worker_class') as WorkerClass,
      directCare: { yes: true, no: false }[at(key, DIRECT_CARE)] ?? null,
      job: at(key, 'job'),
      site: at(key, 'site'),
      unit: at(key, 'unit'),
    };
    let target: CellGroup | undefined;
    for (let bucket = 0; bucket < split.buckets; bucket++) {
      for (let category = 0; category < split.categories; category++) {
        const i = (group * split.buckets + bucket) * split.categories + category;
        if (totals.rows[i] === 0 && totals.hours[i] === 0 && totals.cost[i] === 0) continue;
        const { payClass, payCode, aggregate } = categories[category];
        if (target === undefined || splitsLines) {
          const codes = request.by.map((id) =>
            id === 'pay_class' ? payClass : id === 'pay_code' ? payCode! : at(key, id),
          );
          const name = codes.join('\u0000');
          target = groups.get(name);
          if (!target) groups.set(name, (target = { codes, ranges: request.ranges.map(() => []) }));
        }
        target.ranges[bucket].push({
          ...shape,
          payClass,
          aggregate,
          month: tellsMonths ? request.ranges[bucket].first : 0,
          hours: totals.hours[i],
          cost: totals.cost[i],
          rows: totals.rows[i],
          continuedRows: totals.continuedRows[i],
          unknownHours: totals.unknownHours[i],
          censusHours: totals.censusHours[i],
          hourlessCost: totals.hourlessCost[i],
          load: totals.load[i],
          variableLoad: totals.variableLoad[i],
          overtimePremium: totals.overtimePremium[i],
          unratedHours: totals.unratedHours[i],
        });
      }
    }
  }
  return [...groups.values()].sort((a, b) => compareCodes(a.codes, b.codes));
}

export function compareCodes(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}
