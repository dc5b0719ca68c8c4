import type { Exclusion } from '../contract/figure.ts';
import type { TupleGroups } from '../cube/dimension-index.ts';
import { daysOfPeriod } from '../model/period.ts';
import type { Period } from '../model/period.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { inHours } from './cell-tests.ts';
import type { FigureTable, Plan } from './figure-table.ts';
import { hiddenLabor } from './hidden-labor.ts';
import { laborCells } from './labor-cells.ts';
import type { CellGroup, CellRequest } from './labor-cells.ts';
import { matchPlaces } from './matched-places.ts';
import type { LaborCell, LaborMetric, MatchDimension, MetricContext } from './metric.ts';
import { recordsByGroup, sumMonths } from './source-records.ts';
import { tupleGroups } from './tuple-groups.ts';
import { volumesFor } from './volume.ts';

type Planned = Plan<LaborMetric> & { cells: CellRequest };

/** Figures of a metric that is computed from cells of labour. */
export function laborFigures(view: WorkspaceView, asked: Plan<LaborMetric>): FigureTable {
  const { metric, by, where, periods } = asked;
  const plan: Planned = { ...asked, cells: cellRequest(view, asked) };
  const tupleDimensions = by.filter((id) => !view.dimensions.isLineDimension(id));
  const tuples = tupleGroups(view, tupleDimensions, where);
  const [cellGroups] = laborCells(view, [plan.cells]);
  const groups = withEmptyTotal(cellGroups, by, plan).filter((group) => by.length === 0 || hasCellsIn(group, plan));
  const records = recordsByGroup(view, tuples);
  const groupNamed = new Map(tuples.keys.map((key, i) => [key.join('\u0000'), i]));
  // Aggregate extracts hold no persons: there is nobody to protect.
  const hasPeople = view.rollup.workerMonths.month.length > 0;
  const protects = metric.reveals === 'pay' || view.cleanRoom() !== null;
  const hidden =
    protects && hasPeople
      ? hiddenLabor(view, { by, where, ranges: periods, groups: groups.map(({ codes }) => codes) })
      : null;
  const volume = metric.matchOn.includes('unit') ? volumesFor(view, { by, where }) : null;
  const match =
    metric.matchOn.includes('job') && !plan.cells.matchOn.includes('job') ? matchPlaces(view, { by, where }) : null;
  const nothingYet = view.months() === null;
  const currency = metric.reveals === 'pay' ? view.currency(where) : null;
  const knowsLoads = view.knowsLoads();
  const knowsVariableLoad = !view.loads().isEmpty;
  const coverage = view.coverage();
  const mixed = metric.reveals === 'pay' && view.mixesCurrencies(where);
  return {
    groups: groups.map(({ codes }) => codes),
    hidden: () => hidden,
    answer(variant, g, p) {
      const [group, period] = [groups[g], periods[p]];
      const cells = cellsFor(plan, group, period, p);
      // Split by currency every group has one of its own.
      const own = metric.reveals === 'pay' && by.includes('currency') ? group.codes[by.indexOf('currency')] : null;
      const context: MetricContext = {
        days: daysCovered(coverage, period),
        first: period.first,
        last: period.last,
        currency: own ?? currency,
        knowsLoads,
        knowsVariableLoad,
        volume: volume ? volume(group.codes, period) : null,
        ...(match ? { match: (basis) => match(group.codes, period, basis) } : {}),
      };
      const counted = countCells({ metric, variant, period }, cells, () =>
        sumMonths(records.get(groupNamed.get(tupleCodes(tuples, by, group.codes)) ?? -1), period),
      );
      return {
        outcome: nothingYet
          ? { absence: 'not_measured', missing: ['labor'] }
          : mixed && own === null
            ? { absence: 'not_measured', missing: [], note: 'extracts are in several currencies; filter by currency' }
            : metric.compute(cells, context, variant),
        ...counted,
        currency: own ?? currency,
      };
    },
  };
}

function cellRequest(view: WorkspaceView, { metric, by, where, periods, range }: Plan<LaborMetric>): CellRequest {
  const matchOn = matchDimensions(view, metric, [...by, ...Object.keys(where)]);
  return {
    by,
    where,
    matchOn,
    ranges: matchOn.includes('month') ? singleMonths(range.from - metric.trailingMonths, range.to) : periods,
  };
}

/**
 * What cells must be told apart by. Volumes from an extract are matched by place and month; census stands beside the
 * hours already. External hours are matched by job and site straight from the cube, unless lines are split or filtered.
 */
function matchDimensions(
  view: WorkspaceView,
  { matchOn }: LaborMetric,
  asked: readonly string[],
): readonly MatchDimension[] {
  if (matchOn.includes('unit')) return view.volumes().length > 0 ? matchOn : [];
  const splitsLines = asked.some((id) => view.dimensions.isLineDimension(id));
  return matchOn.includes('job') && !splitsLines ? ['month'] : matchOn;
}

function singleMonths(first: number, last: number): { first: number; last: number }[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({ first: first + i, last: first + i }));
}

/** Without a split there is one group, even if it is empty. */
function withEmptyTotal(groups: readonly CellGroup[], by: readonly string[], plan: Planned): CellGroup[] {
  return by.length === 0 && groups.length === 0
    ? [{ codes: [], ranges: plan.cells.ranges.map(() => []) }]
    : [...groups];
}

function hasCellsIn(group: CellGroup, { range, cells }: Planned): boolean {
  return group.ranges.some((ofRange, i) => ofRange.length > 0 && cells.ranges[i].last >= range.from);
}

function cellsFor({ metric, cells }: Planned, group: CellGroup, period: Period, position: number): LaborCell[] {
  if (!cells.matchOn.includes('month')) return group.ranges[position];
  const first = cells.ranges[0]?.first ?? 0;
  return group.ranges.slice(Math.max(0, period.first - metric.trailingMonths - first), period.last - first + 1).flat();
}

type Placing = { metric: LaborMetric; variant: string | null; period: Period };

/**
 * What a metric makes of the cells of the period alone: the source records under its denominator, and what it leaves
 * out. An aggregate record spreads over many cells and is counted apart, once for whatever has any of it.
 */
function countCells(
  { metric, variant, period }: Placing,
  cells: readonly LaborCell[],
  aggregateRecords: () => number,
): { rows: number; exclusions: Exclusion[] } {
  const base = nothingOf('');
  const excluded = new Map<string, Exclusion>();
  const aggregated = new Set<Exclusion>();
  for (const cell of cells) {
    if (cell.month !== 0 && (cell.month < period.first || cell.month > period.last)) continue;
    const placement = metric.place(cell, variant);
    if (placement === null) continue;
    const counted = placement === 'base' ? base : exclusionOf(excluded, placement.excluded);
    // A source record that lies in several months of the period counts in the first.
    counted.rows += cell.month > period.first ? cell.rows - cell.continuedRows : cell.rows;
    counted.hours += inHours(cell.hours);
    counted.costMinor += cell.cost;
    if (cell.aggregate) aggregated.add(counted);
  }
  for (const counted of aggregated) counted.rows += aggregateRecords();
  return { rows: base.rows, exclusions: [...excluded.values()].sort((a, b) => (a.reason < b.reason ? -1 : 1)) };
}

function exclusionOf(excluded: Map<string, Exclusion>, reason: string): Exclusion {
  let exclusion = excluded.get(reason);
  if (!exclusion) excluded.set(reason, (exclusion = nothingOf(reason)));
  return exclusion;
}

function nothingOf(reason: string): Exclusion {
  return { reason, rows: 0, hours: 0, costMinor: 0 };
}

/** Codes of a group on the dimensions of tuples alone, as a key. */
function tupleCodes(groups: TupleGroups, by: readonly string[], codes: readonly string[]): string {
  return codes.filter((_, i) => groups.dimensions.includes(by[i])).join('\u0000');
}

function daysCovered(coverage: readonly { first: number; last: number }[], period: Period): number {
  const days = daysOfPeriod(period);
  return coverage.reduce(
    (sum, range) => sum + Math.max(0, Math.min(range.last, days.last) - Math.max(range.first, days.first) + 1),
    0,
  );
}
