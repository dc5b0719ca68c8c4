import type { FigureQuery } from '../contract/figure.ts';
import type { RowsResult } from '../contract/workspace.ts';
import { CORRECTION } from '../facts/chunk-rows.ts';
import { decodeLaborChunk } from '../facts/labor-chunk.ts';
import type { LaborChunk } from '../facts/labor-chunk.ts';
import { packedValue } from '../facts/packed.ts';
import { RowStatus } from '../facts/row-status.ts';
import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { metricOf } from '../metrics/registry.ts';
import { requireDimensions, strangersTo } from '../metrics/splits.ts';
import { firstDayOfMonth, formatIsoDay, lastDayOfMonth, parseIsoMonth } from '../model/civil-day.ts';
import { refusePersons } from './clean-room.ts';
import { claimPayCode, claimTuple } from './reconcile-invoices.ts';
import { peopleRowsUnder } from './roster-rows.ts';
import { dayTest, lineTest, RowPage } from './row-page.ts';
import type { Row, Scope } from './row-page.ts';
import { collectStaffing } from './staffing-rows.ts';
import type { WorkspaceView } from './view.ts';

export type RowsRequest = { query: FigureQuery; offset: number; limit: number };

const LABOR_COLUMNS = [
  'batch',
  'file',
  'line',
  'worker_id',
  'work_date',
  'period_start',
  'entity',
  'site',
  'unit',
  'home_unit',
  'job_code',
  'worker_type',
  'supplier',
  'pay_code',
  'hours',
  'cost',
  'currency',
  'is_correction',
];
const STAFFING_COLUMNS = [
  'batch',
  'file',
  'line',
  'entity',
  'site',
  'job_code',
  'work_date',
  'internal_hours',
  'external_hours',
  'census',
];

/**
 * The source rows under a figure: those that its denominator counts, in order of import and whole, also where they
 * cover days outside the period. Chunks whose days lie outside the period are not opened; rows past the page are
 * counted, not built.
 */
export function rowsUnder(view: WorkspaceView, { query, offset, limit }: RowsRequest): RowsResult {
  const metric = metricOf(query.metric);
  requireDimensions(view, Object.keys(query.where));
  if (strangersTo(view, metric, Object.keys(query.where)).length > 0) return { total: 0, columns: [], rows: [] };
  const window = {
    firstDay: firstDayOfMonth(parseIsoMonth(query.from)!),
    lastDay: lastDayOfMonth(parseIsoMonth(query.to)!),
  };
  // Aggregate extracts hold no persons; lines of labour and invoices do.
  if (metric.facts === 'people' || holdsLines(view)) refusePersons(view);
  const files = fileNames(view);
  if (metric.facts === 'people')
    return peopleRowsUnder(view, { metric, query, window, files, page: { offset, limit } });
  const collector = new RowPage(offset, limit);
  const scope = { view, metric, query, window, files, collector };
  const anyLabor = collectLabor(scope);
  const anyStaffing = collectStaffing(scope);
  const attributes = view.dimensions.ids().filter((id) => !isBuiltIn(id));
  const columns = anyStaffing && !anyLabor ? STAFFING_COLUMNS : LABOR_COLUMNS;
  return { total: collector.total, columns: [...columns, ...attributes], rows: collector.rows };
}

function collectLabor({ view, metric, query, window, files, collector }: Scope): boolean {
  const { store } = view;
  const mask = view.dimensions.mask(query.where);
  const wanted = lineTest(view, metric, query);
  const counts = dayTest(view, window);
  let any = false;
  for (const info of store.chunks('labor', window)) {
    const chunk = decodeLaborChunk(store.chunkData(info.id));
    const statuses = store.chunkStatuses(info.id);
    for (let row = 0; row < chunk.rows; row++) {
      const tuple = chunk.tuple.values[row] * chunk.tuple.scale;
      if (!mask[tuple] || (statuses !== null && statuses[row] !== RowStatus.effective)) continue;
      const lastDay = chunk.day.values[row] * chunk.day.scale;
      const firstDay = lastDay - chunk.days.values[row] * chunk.days.scale + 1;
      if (!counts(tuple, { firstDay, lastDay })) continue;
      if (!wanted(tuple, chunk.payCode.values[row] * chunk.payCode.scale)) continue;
      any = true;
      collector.add(() => laborRow(chunk, row, { batch: info.batch, file: files.get(info.batch)! }, view));
    }
  }
  return collectInvoices({ view, metric, query, window, files, collector }, mask) || any;
}

function laborRow(chunk: LaborChunk, row: number, origin: { batch: number; file: string }, view: WorkspaceView): Row {
  const { dictionaries, store } = view;
  const codes = dictionaries.tuples.at(chunk.tuple.values[row] * chunk.tuple.scale);
  const cost = packedValue(chunk.cost, row);
  const payCode = chunk.payCode.values[row] * chunk.payCode.scale;
  const day = chunk.day.values[row] * chunk.day.scale;
  const days = chunk.days.values[row] * chunk.days.scale;
  const { worker_class: _class, job, ...rest } = codes;
  return {
    ...origin,
    line: chunk.line.values[row] * chunk.line.scale,
    worker_id: store.workerName(chunk.worker.values[row] * chunk.worker.scale),
    work_date: formatIsoDay(day),
    period_start: days === 1 ? null : formatIsoDay(day - days + 1),
    entity: null,
    site: null,
    unit: null,
    home_unit: null,
    job_code: job ?? null,
    worker_type: null,
    supplier: null,
    ...rest,
    pay_code: payCode === 0 ? null : dictionaries.payCodes[payCode - 1].code,
    hours: packedValue(chunk.hours, row) / UNITS_PER_HOUR,
    cost: Number.isNaN(cost) ? null : cost,
    is_correction: chunk.flags.values[row] & CORRECTION ? 1 : 0,
  };
}

/** Invoice lines that stand in for labour lines that no extract had: rows of a figure as well. */
function collectInvoices({ view, metric, query, window, files, collector }: Scope, mask: Uint8Array): boolean {
  const { dictionaries } = view;
  const wanted = lineTest(view, metric, query);
  const counts = dayTest(view, window);
  let any = false;
  for (const claim of view.invoicesWithoutLabor()) {
    const { line } = claim;
    // Of a line that is split at month ends the first part in the period stands for all.
    const { before } = claim;
    const tuple = claimTuple(claim, dictionaries);
    if (!counts(tuple, claim) || (before !== null && before.cells.size === 0 && counts(tuple, before))) continue;
    if (!mask[tuple] || !wanted(tuple, claimPayCode(claim, dictionaries))) continue;
    any = true;
    const { worker_class: _class, job, ...codes } = dictionaries.tuples.at(tuple);
    collector.add(() => ({
      batch: line.batch,
      file: files.get(line.batch)!,
      line: line.line,
      worker_id: line.worker,
      work_date: formatIsoDay(line.lastDay),
      period_start: line.firstDay === line.lastDay ? null : formatIsoDay(line.firstDay),
      entity: null,
      site: null,
      unit: null,
      home_unit: null,
      job_code: job ?? null,
      worker_type: null,
      supplier: null,
      ...codes,
      pay_code: line.rateType,
      hours: line.hours / UNITS_PER_HOUR,
      cost: line.cost,
      is_correction: 0,
    }));
  }
  return any;
}

function holdsLines({ store }: WorkspaceView): boolean {
  return store.batches().some(({ kind, state }) => state === 'published' && (kind === 'labor' || kind === 'invoices'));
}

function fileNames(view: WorkspaceView): Map<number, string> {
  return new Map(view.store.batches().map((batch) => [batch.id, batch.file]));
}

function isBuiltIn(id: string): boolean {
  return [
    'entity',
    'site',
    'unit',
    'job',
    'worker_type',
    'worker_class',
    'supplier',
    'pay_class',
    'pay_code',
    'care_setting',
  ].includes(id);
}
