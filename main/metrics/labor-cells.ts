import type { Filter } from '../contract/figure.ts';
import { monthBuckets } from '../cube/sum-cells.ts';
import type { Split, Totals } from '../cube/sum-cells.ts';
import { AGGREGATE_PAY_CODE } from '../facts/cells.ts';
import { PAY_CLASSES } from '../model/pay-classes.ts';
import type { PayClass } from '../model/pay-classes.ts';
import type { WorkerClass } from '../model/worker-types.ts';
import { DIRECT_CARE } from '../workspace/view.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { LaborCell, MatchDimension } from './metric.ts';

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

/** Answers that a view remembers: pages ask for the same cells again and again. */
const REMEMBERED = 64;
const answers = new WeakMap<WorkspaceView, Map<string, CellGroup[]>>();

/** Cells for each request. Equal requests of one view are answered once. */
export function laborCells(view: WorkspaceView, requests: readonly CellRequest[]): CellGroup[][] {
  let known = answers.get(view);
  if (!known) answers.set(view, (known = new Map()));
  return requests.map((request) => {
    const key = JSON.stringify(request);
    let groups = known.get(key);
    if (!groups) {
      const prepared = prepare(view, request);
      groups = groupsOf(prepared, view.cellReader().sum(prepared.split));
      if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
      known.set(key, groups);
    }
    return groups;
  });
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
  const groups = index.group(dimensions, index.mask(request.where));
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
  const byMonth = request.matchOn.includes('month');
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
    for (let bucket = 0; bucket < split.buckets; bucket++) {
      for (let category = 0; category < split.categories; category++) {
        const i = (group * split.buckets + bucket) * split.categories + category;
        if (totals.rows[i] === 0 && totals.hours[i] === 0 && totals.cost[i] === 0) continue;
        const { payClass, payCode, aggregate } = categories[category];
        const codes = request.by.map((id) =>
          id === 'pay_class' ? payClass : id === 'pay_code' ? payCode! : at(key, id),
        );
        const name = codes.join('\u0000');
        let target = groups.get(name);
        if (!target) groups.set(name, (target = { codes, ranges: request.ranges.map(() => []) }));
        target.ranges[bucket].push({
          ...shape,
          payClass,
          aggregate,
          month: byMonth ? request.ranges[bucket].first : 0,
          hours: totals.hours[i],
          cost: totals.cost[i],
          rows: totals.rows[i],
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
