import type { FigureQuery } from '../contract/figure.ts';
import type { RowsResult } from '../contract/workspace.ts';
import { CONTINUATION, CORRECTION, decodeLaborChunk } from '../facts/labor-chunk.ts';
import type { LaborChunk } from '../facts/labor-chunk.ts';
import { packedValue } from '../facts/packed.ts';
import { RowStatus } from '../facts/row-status.ts';
import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { decodeStaffingChunk } from '../facts/staffing-chunk.ts';
import type { StaffingChunk } from '../facts/staffing-chunk.ts';
import { metricOf } from '../metrics/registry.ts';
import type { LaborCell, Metric } from '../metrics/metric.ts';
import { firstDayOfMonth, formatIsoDay, lastDayOfMonth, parseIsoMonth } from '../model/civil-day.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { WorkerClass } from '../model/worker-types.ts';
import { finalInvoiceLines } from './invoice-lines.ts';
import { claimPayCode, claimsWithoutLabor, claimTuple } from './reconcile-invoices.ts';
import { DIRECT_CARE } from './view.ts';
import type { WorkspaceView } from './view.ts';

export type RowsRequest = { query: FigureQuery; offset: number; limit: number };

type Row = Record<string, string | number | null>;

const LABOR_COLUMNS = ['batch', 'file', 'line', 'worker_id', 'work_date', 'entity', 'site', 'unit', 'home_unit', 'job_code', 'worker_type', 'supplier', 'pay_code', 'hours', 'cost', 'currency', 'is_correction'];
const STAFFING_COLUMNS = ['batch', 'file', 'line', 'entity', 'site', 'job_code', 'work_date', 'internal_hours', 'external_hours', 'census'];

/**
 * The source rows under a figure: those that its denominator counts, in order of import. Chunks whose days lie
 * outside the period are not opened; rows past the page are counted, not built.
 */
export function rowsUnder(view: WorkspaceView, { query, offset, limit }: RowsRequest): RowsResult {
  const metric = metricOf(query.metric);
  view.dimensions.require(Object.keys(query.where));
  const window = { firstDay: firstDayOfMonth(parseIsoMonth(query.from)!), lastDay: lastDayOfMonth(parseIsoMonth(query.to)!) };
  const collector = new RowPage(offset, limit);
  const scope = { view, metric, query, window, files: fileNames(view), collector };
  const anyLabor = collectLabor(scope);
  const anyStaffing = collectStaffing(scope);
  const attributes = view.dimensions.ids().filter((id) => !isBuiltIn(id));
  const columns = anyStaffing && !anyLabor ? STAFFING_COLUMNS : LABOR_COLUMNS;
  return { total: collector.total, columns: [...columns, ...attributes], rows: collector.rows };
}

type Scope = { view: WorkspaceView; metric: Metric; query: FigureQuery; window: { firstDay: number; lastDay: number }; files: Map<number, string>; collector: RowPage };

class RowPage {
  total = 0;
  readonly rows: Row[] = [];

  constructor(
    private readonly offset: number,
    private readonly limit: number,
  ) {}

  add(build: () => Row): void {
    if (this.total >= this.offset && this.rows.length < this.limit) this.rows.push(build());
    this.total++;
  }
}

function collectLabor({ view, metric, query, window, files, collector }: Scope): boolean {
  const { store } = view;
  const mask = view.dimensions.mask(query.where);
  const wanted = lineTest(view, metric, query);
  let any = false;
  for (const info of store.chunks('labor', window)) {
    const chunk = decodeLaborChunk(store.chunkData(info.id));
    const statuses = store.chunkStatuses(info.id);
    for (let row = 0; row < chunk.rows; row++) {
      const tuple = chunk.tuple.values[row]! * chunk.tuple.scale;
      if (!mask[tuple] || (statuses !== null && statuses[row] !== RowStatus.effective)) continue;
      const day = chunk.day.values[row]! * chunk.day.scale;
      const flags = chunk.flags.values[row]!;
      if (day < window.firstDay || day > window.lastDay || flags & CONTINUATION) continue;
      if (!wanted(tuple, chunk.payCode.values[row]! * chunk.payCode.scale)) continue;
      any = true;
      collector.add(() => laborRow(chunk, row, { batch: info.batch, file: files.get(info.batch)! }, view));
    }
  }
  return collectInvoices({ view, metric, query, window, files, collector }, mask) || any;
}

/** Whether the metric's denominator counts lines of a tuple with a pay code. */
function lineTest(view: WorkspaceView, metric: Metric, query: FigureQuery): (tuple: number, payCode: number) => boolean {
  const { dictionaries, dimensions } = view;
  const direct = dimensions.column(DIRECT_CARE);
  const known = new Map<number, boolean>();
  return (tuple, payCode) => {
    const key = tuple * 4096 + payCode;
    let wanted = known.get(key);
    if (wanted === undefined) {
      const codes = dictionaries.tuples.at(tuple);
      const payClass = dictionaries.payClass(payCode);
      const code = payCode === 0 ? UNKNOWN_CODE : dictionaries.payCodes[payCode - 1]!.code;
      const cell: LaborCell = {
        workerType: codes['worker_type'] ?? UNKNOWN_CODE, workerClass: (codes['worker_class'] ?? UNKNOWN_CODE) as WorkerClass, payClass, aggregate: payCode === 0,
        directCare: { yes: true, no: false }[direct.codes[direct.ofTuple[tuple]!]!] ?? null, job: codes['job'] ?? UNKNOWN_CODE, site: codes['site'] ?? UNKNOWN_CODE,
        unit: codes['unit'] ?? UNKNOWN_CODE, month: 0, hours: 1, cost: 1, rows: 1, unknownHours: 0, censusHours: 0, hourlessCost: 0, load: 0, variableLoad: 0, overtimePremium: 0, unratedHours: 0,
      };
      wanted = (query.where['pay_class']?.includes(payClass) ?? true) && (query.where['pay_code']?.includes(code) ?? true) && metric.place(cell, query.variant ?? metric.variants[0] ?? null) === 'base';
      known.set(key, wanted);
    }
    return wanted;
  };
}

function laborRow(chunk: LaborChunk, row: number, origin: { batch: number; file: string }, view: WorkspaceView): Row {
  const { dictionaries, store } = view;
  const codes = dictionaries.tuples.at(chunk.tuple.values[row]! * chunk.tuple.scale);
  const cost = packedValue(chunk.cost, row);
  const payCode = chunk.payCode.values[row]! * chunk.payCode.scale;
  const { worker_class: _class, job, ...rest } = codes;
  return {
    ...origin, line: chunk.line.values[row]! * chunk.line.scale,
    worker_id: store.workerName(chunk.worker.values[row]! * chunk.worker.scale),
    work_date: formatIsoDay(chunk.day.values[row]! * chunk.day.scale),
    entity: null, site: null, unit: null, home_unit: null, job_code: job ?? null, worker_type: null, supplier: null, ...rest,
    pay_code: payCode === 0 ? null : dictionaries.payCodes[payCode - 1]!.code,
    hours: packedValue(chunk.hours, row) / UNITS_PER_HOUR,
    cost: Number.isNaN(cost) ? null : cost,
    is_correction: chunk.flags.values[row]! & CORRECTION ? 1 : 0,
  };
}

/** Invoice lines that stand in for labour lines that no extract had: rows of a figure as well. */
function collectInvoices({ view, metric, query, window, files, collector }: Scope, mask: Uint8Array): boolean {
  const { store, dictionaries } = view;
  const lines = finalInvoiceLines(store.records('invoices')).filter((line) => line.lastDay >= window.firstDay && line.firstDay <= window.lastDay);
  if (lines.length === 0) return false;
  const wanted = lineTest(view, metric, query);
  let any = false;
  for (const claim of claimsWithoutLabor(lines, { store, dictionaries })) {
    const { line } = claim;
    // A line belongs to the month in which its days begin, as in the rollup.
    if (claim.firstDay < window.firstDay || claim.firstDay > window.lastDay) continue;
    const tuple = claimTuple(claim, dictionaries);
    if (!mask[tuple] || !wanted(tuple, claimPayCode(claim, dictionaries))) continue;
    any = true;
    const { worker_class: _class, job, ...codes } = dictionaries.tuples.at(tuple);
    collector.add(() => ({
      batch: line.batch, file: files.get(line.batch)!, line: line.line, worker_id: line.worker, work_date: formatIsoDay(claim.lastDay),
      entity: null, site: null, unit: null, home_unit: null, job_code: job ?? null, worker_type: null, supplier: null, ...codes,
      pay_code: line.rateType, hours: claim.hours / UNITS_PER_HOUR, cost: claim.cost, is_correction: 0,
    }));
  }
  return any;
}

function collectStaffing({ view, metric, query, window, files, collector }: Scope): boolean {
  const { store, dictionaries } = view;
  const wanted = lineTest(view, metric, query);
  const mask = view.dimensions.mask(query.where);
  let any = false;
  for (const info of store.chunks('staffing', window)) {
    const chunk = decodeStaffingChunk(store.chunkData(info.id));
    const statuses = store.chunkStatuses(info.id);
    const sides = new Map<string, { internal: boolean; external: boolean }>();
    for (let row = 0; row < chunk.rows; row++) {
      if (statuses !== null && statuses[row] !== RowStatus.effective) continue;
      const day = chunk.day.values[row]! * chunk.day.scale;
      if (day < window.firstDay || day > window.lastDay) continue;
      const place = chunk.place.values[row]! * chunk.place.scale;
      const jobs = chunk.job ? [chunk.jobs[chunk.job.values[row]! * chunk.job.scale]!] : chunk.jobs;
      const kept = jobs.map((job) => {
        const key = `${place} ${job}`;
        let side = sides.get(key);
        if (!side) {
          const test = (workerClass: 'internal' | 'external') => {
            const tuple = dictionaries.staffingTupleId(place, job, workerClass);
            return mask[tuple] === 1 && wanted(tuple, 0);
          };
          sides.set(key, (side = { internal: test('internal'), external: test('external') }));
        }
        return side;
      });
      if (!kept.some((side) => side.internal || side.external)) continue;
      any = true;
      collector.add(() => staffingRow(chunk, row, { kept, jobs, codes: dictionaries.tuples.at(place), origin: { batch: info.batch, file: files.get(info.batch)! } }));
    }
  }
  return any;
}

type StaffingParts = { kept: { internal: boolean; external: boolean }[]; jobs: string[]; codes: Readonly<Record<string, string>>; origin: { batch: number; file: string } };

/** One source record; its hours are those of the jobs and classes that the figure counts. */
function staffingRow(chunk: StaffingChunk, row: number, { kept, jobs, codes, origin }: StaffingParts): Row {
  const sum = (side: 'internal' | 'external') => {
    let hours = 0;
    kept.forEach((keep, i) => {
      const value = packedValue(chunk.pairs[chunk.job ? 0 : i]![side], row);
      if (keep[side] && !Number.isNaN(value)) hours += value;
    });
    return hours / UNITS_PER_HOUR;
  };
  const counted = jobs.filter((_, i) => kept[i]!.internal || kept[i]!.external);
  const census = packedValue(chunk.census, row);
  return {
    ...origin, line: chunk.line.values[row]! * chunk.line.scale, entity: null, site: null, ...codes, job_code: counted.join(' '),
    work_date: formatIsoDay(chunk.day.values[row]! * chunk.day.scale),
    internal_hours: sum('internal'), external_hours: sum('external'), census: Number.isNaN(census) ? null : census / UNITS_PER_HOUR,
  };
}

function fileNames(view: WorkspaceView): Map<number, string> {
  return new Map(view.store.batches().map((batch) => [batch.id, batch.file]));
}

function isBuiltIn(id: string): boolean {
  return ['entity', 'site', 'unit', 'job', 'worker_type', 'worker_class', 'supplier', 'pay_class', 'pay_code', 'care_setting'].includes(id);
}
