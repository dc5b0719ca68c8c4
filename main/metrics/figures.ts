import type { Exclusion, Figure, FigureQuery, Filter, GroupKey } from '../contract/figure.ts';
import { countPeople } from '../cube/people.ts';
import type { People } from '../cube/people.ts';
import type { TupleGroups } from '../cube/dimension-index.ts';
import { monthBuckets } from '../cube/sum-cells.ts';
import { parseIsoMonth } from '../model/civil-day.ts';
import { daysOfPeriod, periodsOf } from '../model/period.ts';
import type { Grain, Period, PeriodCalendar } from '../model/period.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { inHours } from './cell-tests.ts';
import { laborCells } from './labor-cells.ts';
import { asksForLines, countLinePeople } from './line-people.ts';
import { matchPlaces } from './matched-places.ts';
import type { CellGroup, CellRequest } from './labor-cells.ts';
import type { LaborCell, MatchDimension, Metric, MetricContext, Outcome } from './metric.ts';
import { metricOf } from './registry.ts';
import { recordsByGroup } from './source-records.ts';
import { hideGroups } from './suppression.ts';
import { tupleGroups } from './tuple-groups.ts';
import { ViewMemory } from './view-memory.ts';
import { volumesFor } from './volume.ts';

export type FigureRequest = {
  metric: string;
  /** null asks for all variants. */
  variants?: readonly (string | null)[] | null;
  by?: readonly string[];
  where?: Filter;
  grain?: Grain;
  /** Month numbers, inclusive. */
  from: number;
  to: number;
  calendar?: PeriodCalendar;
};

/** A request with what it needs of the cube. Requests that need the same cells share them. */
type Planned = {
  request: FigureRequest;
  metric: Metric;
  by: readonly string[];
  where: Filter;
  periods: Period[];
  cells: CellRequest;
  cellsAt: number;
};

/** Figures of one page share the people behind them. */
const peopleCounted = new ViewMemory<People[]>(16);
const linePeople = new ViewMemory<People[][]>(16);

/**
 * Computes figures for several requests in one pass over the cube. Within a request figures are ordered by variant,
 * group and period. Throws a UsageError for an unknown metric, variant or dimension.
 */
export function computeFigures(view: WorkspaceView, requests: readonly FigureRequest[]): Figure[][] {
  const distinct = new Map<string, { cells: CellRequest; at: number }>();
  const planned = requests.map((request): Planned => {
    const metric = metricOf(request.metric);
    const by = request.by ?? [];
    const where = request.where ?? {};
    view.dimensions.require([...by, ...Object.keys(where)]);
    const periods = periodsOf(request.from, request.to, request.grain ?? 'all', request.calendar);
    const matchOn = matchDimensions(view, metric, [...by, ...Object.keys(where)]);
    const cells: CellRequest = {
      by,
      where,
      matchOn,
      ranges: matchOn.includes('month') ? singleMonths(request.from - metric.trailingMonths, request.to) : periods,
    };
    const key = JSON.stringify(cells);
    const known = distinct.get(key) ?? { cells, at: distinct.size };
    distinct.set(key, known);
    return { request, metric, by, where, periods, cells, cellsAt: known.at };
  });
  const groups = laborCells(
    view,
    [...distinct.values()].map(({ cells }) => cells),
  );
  return planned.map((plan) => figuresOf(view, plan, groups[plan.cellsAt]));
}

/** The one figure that a query asks for. */
export function figureFor(view: WorkspaceView, { metric, variant, where, from, to }: FigureQuery): Figure {
  const asked = variant ?? metricOf(metric).variants[0]!;
  return computeFigures(view, [
    { metric, variants: [asked], where, from: parseIsoMonth(from)!, to: parseIsoMonth(to)! },
  ])[0][0];
}

/**
 * What cells must be told apart by. Volumes from an extract are matched by place and month; census stands beside the
 * hours already. External hours are matched by job and site straight from the cube, unless lines are split or filtered.
 */
function matchDimensions(
  view: WorkspaceView,
  { matchOn }: Metric,
  asked: readonly string[],
): readonly MatchDimension[] {
  if (matchOn.includes('unit')) return view.volumes().length > 0 ? matchOn : [];
  const splitsLines = asked.some((id) => view.dimensions.isLineDimension(id));
  return matchOn.includes('job') && !splitsLines ? ['month'] : matchOn;
}

function singleMonths(first: number, last: number): { first: number; last: number }[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({ first: first + i, last: first + i }));
}

function figuresOf(view: WorkspaceView, plan: Planned, cellGroups: readonly CellGroup[]): Figure[] {
  const { metric, by, where, periods } = plan;
  const tupleDimensions = by.filter((id) => !view.dimensions.isLineDimension(id));
  const tuples = tupleGroups(view, tupleDimensions, where);
  const groups = withEmptyTotal(cellGroups, by, plan).filter((group) => by.length === 0 || hasCellsIn(group, plan));
  const records = recordsByGroup(view, tuples);
  const groupNamed = new Map(tuples.keys.map((key, i) => [key.join('\u0000'), i]));
  // Aggregate extracts hold no persons: there is nobody to protect.
  const hasPeople = view.rollup.workerMonths.month.length > 0;
  const hidden = metric.reveals === 'pay' && hasPeople ? hiddenFigures(view, plan, tuples, groups) : null;
  const volume = metric.matchOn.includes('unit') ? volumesFor(view, { by, where }) : null;
  const match =
    metric.matchOn.includes('job') && !plan.cells.matchOn.includes('job') ? matchPlaces(view, { by, where }) : null;
  const nothingYet = view.months() === null;
  const shared = {
    currency: metric.reveals === 'pay' ? view.currency(where) : null,
    knowsLoads: view.knowsLoads(),
    knowsVariableLoad: !view.loads().isEmpty,
    coverage: view.coverage(),
    mixed: metric.reveals === 'pay' && view.mixesCurrencies(where),
  };
  const variants = plan.request.variants ?? metric.variants;
  return variants.flatMap((variant) =>
    groups.flatMap((group, g) =>
      periods.map((period, p): Figure => {
        const cells = cellsFor(plan, group, period, p);
        // Split by currency every group has one of its own.
        const own = metric.reveals === 'pay' && by.includes('currency') ? group.codes[by.indexOf('currency')] : null;
        const currency = own ?? shared.currency;
        const context: MetricContext = {
          days: daysCovered(shared.coverage, period),
          first: period.first,
          last: period.last,
          currency,
          knowsLoads: shared.knowsLoads,
          knowsVariableLoad: shared.knowsVariableLoad,
          volume: volume ? volume(group.codes, period) : null,
          ...(match ? { match: (basis) => match(group.codes, period, basis) } : {}),
        };
        const outcome: Outcome = nothingYet
          ? { absence: 'not_measured', missing: ['labor'] }
          : shared.mixed && own === null
            ? { absence: 'not_measured', missing: [], note: 'extracts are in several currencies; filter by currency' }
            : metric.compute(cells, context, variant);
        const inPeriod = cells.filter(
          (cell) => cell.month === 0 || (cell.month >= period.first && cell.month <= period.last),
        );
        const rows =
          countRows(metric, variant, inPeriod) +
          countRecords({
            metric,
            variant,
            cells: inPeriod,
            records: records.get(groupNamed.get(tupleCodes(tuples, by, group.codes)) ?? -1),
            period,
          });
        return figureOf(plan, {
          variant,
          by: keyOf(by, group.codes),
          period,
          outcome,
          rows,
          exclusions: exclusionsOf(metric, variant, inPeriod),
          currency,
          suppressed: hidden?.[g]?.[p] ?? false,
        });
      }),
    ),
  );
}

/** Without a split there is one group, even if it is empty. */
function withEmptyTotal(groups: readonly CellGroup[], by: readonly string[], plan: Planned): CellGroup[] {
  return by.length === 0 && groups.length === 0
    ? [{ codes: [], ranges: plan.cells.ranges.map(() => []) }]
    : [...groups];
}

function hasCellsIn(group: CellGroup, { request, cells }: Planned): boolean {
  return group.ranges.some((range, i) => range.length > 0 && cells.ranges[i].last >= request.from);
}

function cellsFor({ metric, cells }: Planned, group: CellGroup, period: Period, position: number): LaborCell[] {
  if (!cells.matchOn.includes('month')) return group.ranges[position];
  const first = cells.ranges[0]?.first ?? 0;
  return group.ranges.slice(Math.max(0, period.first - metric.trailingMonths - first), period.last - first + 1).flat();
}

function countRows(metric: Metric, variant: string | null, cells: readonly LaborCell[]): number {
  return cells.reduce((sum, cell) => (metric.place(cell, variant) === 'base' ? sum + cell.rows : sum), 0);
}

type RecordCount = {
  metric: Metric;
  variant: string | null;
  cells: readonly LaborCell[];
  /** Records of the group, by month. */
  records: ReadonlyMap<number, number> | undefined;
  period: Period;
};

function countRecords({ metric, variant, cells, records, period }: RecordCount): number {
  if (!cells.some((cell) => cell.aggregate && metric.place(cell, variant) === 'base')) return 0;
  let count = 0;
  for (const [month, n] of records ?? []) if (month >= period.first && month <= period.last) count += n;
  return count;
}

/** Codes of a group on the dimensions of tuples alone, as a key. */
function tupleCodes(groups: TupleGroups, by: readonly string[], codes: readonly string[]): string {
  return codes.filter((_, i) => groups.dimensions.includes(by[i])).join('\u0000');
}

function exclusionsOf(metric: Metric, variant: string | null, cells: readonly LaborCell[]): Exclusion[] {
  const byReason = new Map<string, Exclusion>();
  for (const cell of cells) {
    const placement = metric.place(cell, variant);
    if (placement === null || placement === 'base') continue;
    let exclusion = byReason.get(placement.excluded);
    if (!exclusion)
      byReason.set(placement.excluded, (exclusion = { reason: placement.excluded, rows: 0, hours: 0, costMinor: 0 }));
    exclusion.rows += cell.rows;
    exclusion.hours += inHours(cell.hours);
    exclusion.costMinor += cell.cost;
  }
  return [...byReason.values()].sort((a, b) => (a.reason < b.reason ? -1 : 1));
}

function hiddenFigures(
  view: WorkspaceView,
  plan: Planned,
  tuples: TupleGroups,
  groups: readonly CellGroup[],
): boolean[][] {
  const { by, where, periods } = plan;
  const codes = groups.map((group) => group.codes);
  if (asksForLines(view, by, where)) {
    const grid = linePeople.recall(view, [by, where, periods, codes], () =>
      countLinePeople(view, { by, where, ranges: periods, codes }),
    );
    return hideGroups(codes, grid);
  }
  const people = peopleCounted.recall(view, [tuples.dimensions, plan.where, periods], () =>
    countPeople(view.rollup.workerMonths, {
      groupOf: tuples.groupOf,
      groups: tuples.keys.length,
      bucketOf: monthBuckets(periods),
      buckets: periods.length,
    }),
  );
  const groupNamed = new Map(tuples.keys.map((key, i) => [key.join('\u0000'), i]));
  const nobody: People = { count: 0, cost: 0, largest: 0, second: 0 };
  const grid = groups.map((group) => {
    const at = groupNamed.get(tupleCodes(tuples, by, group.codes));
    return periods.map((_, p) => (at === undefined ? nobody : people[at * periods.length + p]));
  });
  return hideGroups(codes, grid);
}

function daysCovered(coverage: readonly { first: number; last: number }[], period: Period): number {
  const days = daysOfPeriod(period);
  return coverage.reduce(
    (sum, range) => sum + Math.max(0, Math.min(range.last, days.last) - Math.max(range.first, days.first) + 1),
    0,
  );
}

function keyOf(by: readonly string[], codes: readonly string[]): GroupKey {
  return Object.fromEntries(by.map((id, i) => [id, codes[i]]));
}

type FigureParts = {
  variant: string | null;
  by: GroupKey;
  period: Period;
  outcome: Outcome;
  rows: number;
  exclusions: Exclusion[];
  currency: string | null;
  suppressed: boolean;
};

function figureOf(
  { metric }: Planned,
  { variant, by, period, outcome, rows, exclusions, currency, suppressed }: FigureParts,
): Figure {
  const frame = {
    metric: metric.id,
    version: metric.version,
    variant,
    unit: metric.unit,
    currency,
    by,
    period: period.label,
    exclusions,
    note: outcome.note ?? null,
    missing: outcome.missing ?? [],
  };
  if ('absence' in outcome)
    return {
      ...frame,
      numerator: null,
      denominator: null,
      value: null,
      rows,
      absence: outcome.absence,
      suppressed: false,
    };
  if (suppressed)
    return {
      ...frame,
      exclusions: [],
      note: null,
      numerator: null,
      denominator: null,
      value: null,
      rows: null,
      absence: 'suppressed',
      suppressed: true,
    };
  const money = metric.reveals === 'pay';
  const { numerator, denominator } = outcome;
  const value = outcome.value ?? numerator / denominator!;
  return {
    ...frame,
    rows,
    absence: null,
    suppressed: false,
    numerator: money ? Math.round(numerator) : numerator,
    denominator: denominator === null ? null : money ? Math.round(denominator) : denominator,
    value: metric.unit === 'money' ? Math.round(value) : value,
  };
}
