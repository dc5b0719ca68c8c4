import type { RecordRow, StoredRecord } from '../../main/ports/store.ts';
import { NOT_STAGED } from '../batches.ts';
import type { Statements } from '../statements.ts';

/**
 * Tables of the kinds that are stored row by row. Columns stand in the order of the kind's definition; a test holds
 * the two against each other.
 */
export const RECORD_TABLES: Readonly<Record<string, readonly string[]>> = {
  roster: [
    'snapshot_date',
    'worker_id',
    'name',
    'worker_type',
    'entity',
    'site',
    'unit',
    'job_code',
    'job_title',
    'manager_id',
    'hire_date',
    'original_hire_date',
    'term_date',
    'term_reason',
    'fte',
    'scheduled_hours',
    'base_rate',
    'currency',
    'position_id',
    'agency',
    'on_leave',
    'observed_from',
    'observed_to',
  ],
  invoices: [
    'invoice_id',
    'line_id',
    'supplier',
    'worker_id',
    'worker_type',
    'work_date',
    'period_start',
    'period_end',
    'entity',
    'site',
    'unit',
    'job_code',
    'rate_type',
    'hours',
    'bill_rate',
    'amount',
    'fees',
    'currency',
    'status_of_invoice',
  ],
  entities: ['entity_id', 'name', 'parent', 'close_date', 'fiscal_year_start', 'state', 'care_setting'],
  loads: ['entity', 'job_family', 'worker_type', 'valid_from', 'fixed_load', 'variable_load'],
  volumes: ['site', 'unit', 'date', 'measure', 'value'],
  assignments: [
    'assignment_id',
    'worker_id',
    'worker_type',
    'supplier',
    'entity',
    'site',
    'unit',
    'job_code',
    'start_date',
    'end_date',
    'contracted_hours',
    'bill_rate',
    'currency',
    'position_id',
    'renewal_of',
    'outcome',
  ],
  bands: ['entity', 'job_code', 'valid_from', 'min', 'mid', 'max', 'currency'],
  credentials: ['worker_id', 'entity', 'control', 'status_of_credential', 'issued', 'expires', 'verified'],
  crosswalk: ['domain', 'entity', 'job_code', 'target_job_code', 'share'],
  policies: ['entity', 'area', 'attribute', 'value', 'valid_from'],
  rates: ['supplier', 'job_code', 'site', 'rate_type', 'valid_from', 'valid_to', 'rate', 'currency'],
  shifts: [
    'entity',
    'site',
    'unit',
    'job_code',
    'shift_date',
    'shift_label',
    'start_time',
    'shift_hours',
    'required',
    'scheduled',
    'worked_internal',
    'worked_external',
    'posted_date',
    'rotation',
  ],
  spells: ['worker_id', 'entry', 'exit', 'has_left', 'time_unit'],
};

function columnsOf(kind: string): readonly string[] {
  const columns = RECORD_TABLES[kind];
  if (!columns) throw new Error(`There is no table for extracts of kind "${kind}".`);
  return columns;
}

export function insertRecords(
  sql: Statements,
  batch: number,
  kind: string,
  rows: readonly { row: RecordRow; key: string }[],
): void {
  const columns = columnsOf(kind);
  const insert = sql.of(
    `INSERT INTO ${kind} (batch, line, key, attributes, ${columns.join(', ')}) VALUES (?, ?, ?, ?, ${columns.map(() => '?').join(', ')})`,
  );
  for (const { row, key } of rows)
    insert.run(batch, row.line, key, row.attributes ? JSON.stringify(row.attributes) : null, ...row.values);
}

/** What counts: published batches, and one staging batch that is named. */
const COUNTED = "batch.state = 'published' OR batch.id = ?";

/** Records of published batches (and of one staging batch, if named) in import order. */
export function selectRecords(sql: Statements, kind: string, alsoBatch = -1): StoredRecord[] {
  return recordsOf(sql, kind, COUNTED, [alsoBatch]);
}

/** Visits the records of published batches one by one, in import order: a roster for every month has millions. */
export function visitRecords(
  sql: Statements,
  kind: string,
  visit: (record: StoredRecord) => void,
  alsoBatch = -1,
): void {
  const { text, recordOf } = selectionOf(kind, COUNTED);
  for (const row of sql.of(text).raw().iterate(alsoBatch) as IterableIterator<StoredRow>) visit(recordOf(row));
}

/** Records of published batches and what is kept of undone ones, in import order. */
export function selectRecordsEver(sql: Statements, kind: string): StoredRecord[] {
  return recordsOf(sql, kind, "batch.state <> 'staging'", []);
}

type StoredRow = [number, number, number, string, number, string | null, ...(string | number | null)[]];

function recordsOf(sql: Statements, kind: string, condition: string, bound: readonly number[]): StoredRecord[] {
  const { text, recordOf } = selectionOf(kind, condition);
  return (
    sql
      .of(text)
      .raw()
      .all(...bound) as StoredRow[]
  ).map(recordOf);
}

function selectionOf(kind: string, condition: string): { text: string; recordOf: (row: StoredRow) => StoredRecord } {
  const columns = columnsOf(kind);
  return {
    text: `SELECT ${kind}.id, batch, line, key, status, attributes, ${columns.map((column) => `${kind}.${column}`).join(', ')}
       FROM ${kind} JOIN batch ON batch.id = ${kind}.batch WHERE ${condition} ORDER BY batch, ${kind}.id`,
    recordOf: ([id, batch, line, key, status, attributes, ...values]) => ({
      id,
      batch,
      line,
      key,
      status,
      values,
      attributes: attributes === null ? null : (JSON.parse(attributes) as Record<string, string>),
    }),
  };
}

export function updateRecordStatus(sql: Statements, kind: string, id: number, status: number): void {
  columnsOf(kind);
  sql.of(`UPDATE ${kind} SET status = ? WHERE id = ?`).run(status, id);
}

export function deleteRecords(sql: Statements, batch: number): void {
  for (const kind of Object.keys(RECORD_TABLES)) sql.of(`DELETE FROM ${kind} WHERE batch = ?`).run(batch);
}

/** Passes on every stored value of a kind as text, row by row in a fixed order, for the content hash. */
export function visitRecordTexts(sql: Statements, kind: string, visit: (text: string) => void): void {
  columnsOf(kind);
  const rows = sql.of(`SELECT * FROM ${kind} WHERE ${NOT_STAGED} ORDER BY id`).raw().iterate();
  for (const row of rows) visit(JSON.stringify(row));
}
