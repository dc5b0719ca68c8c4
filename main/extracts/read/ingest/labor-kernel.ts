import { CHUNK_ROWS, CORRECTION } from '../../../facts/chunk-rows.ts';
import type { LaborChunk } from '../../../facts/labor-chunk.ts';
import { packIntegers } from '../../../facts/packed.ts';
import type { IntegerArray } from '../../../facts/packed.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import type { PlannedAttribute, PlannedColumn, ReadingPlan } from '../../plan.ts';
import type { RecordScanner } from '../scan.ts';
import { BLANK, CodedColumn } from './coded-column.ts';
import type { FieldDialect } from '../field-text.ts';
import { KeyIndex } from '../../../facts/key-index.ts';
import type { RejectedRow } from '../../../ports/store.ts';
import type { NewCodes } from '../../messages.ts';
import { UNITS_PER_HOUR } from '../../../facts/scales.ts';
import { NumberColumn } from './number-column.ts';
import { reasonName } from '../../reasons.ts';
import type { Reason } from '../../reasons.ts';
import { rejectedRow } from './rejects.ts';
import { RepeatedRows } from './repeated-rows.ts';

/** Tuple dimensions that the labour columns fill, with the column of each. */
const TUPLE_COLUMNS = [
  ['entity', 'entity'],
  ['site', 'site'],
  ['unit', 'unit'],
  ['home_unit', 'home_unit'],
  ['job', 'job_code'],
  ['worker_type', 'worker_type'],
  ['supplier', 'supplier'],
  ['currency', 'currency'],
] as const;

const HOURS_IN_DAY = 24 * UNITS_PER_HOUR;
/** A pay period longer than this is a typing error. */
const LONGEST_PERIOD_DAYS = 62;

/**
 * Turns scanned records into labour chunks: every field is coded or parsed once, checks run per row on integers,
 * bad rows become quarantine entries. A line that covers several days stays one row, with the number of its days.
 */
export class LaborKernel {
  readonly dimensions: string[];
  readonly coded: CodedColumn[] = [];
  readonly numbers: NumberColumn[] = [];
  /** Rows that equal another row of their chunk in everything; two equal punches are legitimate. */
  repeated = 0;
  private readonly repeats = new RepeatedRows();
  private readonly worker: CodedColumn;
  private readonly workDate: CodedColumn;
  private readonly periodStart: CodedColumn | null;
  private readonly payCode: CodedColumn | null;
  private readonly correction: CodedColumn | null;
  private readonly workerType: CodedColumn | null;
  private readonly hours: NumberColumn | null;
  private readonly cost: NumberColumn | null;
  private readonly tupleColumns: (CodedColumn | null)[];
  private readonly tuples: KeyIndex;
  private readonly key: Int32Array;
  /** Columns in which some value has been rejected. */
  private suspects: (CodedColumn | NumberColumn)[] = [];
  private readonly out = new LaborBuffer();
  private rejected: RejectedRow[] = [];
  private sent = { tuples: 0, workers: 0, payCodes: 0 };

  constructor(
    plan: ReadingPlan,
    private readonly dialect: FieldDialect,
    private readonly columnCount: number,
    private readonly emit: (chunk: LaborChunk) => void,
    capacity = CHUNK_ROWS,
  ) {
    const coded = new Map<string, CodedColumn>();
    const numbers = new Map<string, NumberColumn>();
    for (const [name, column] of plan.columns) {
      const type = column.definition.type;
      if (type === 'hours' || type === 'money') numbers.set(name, new NumberColumn(column, dialect, capacity));
      else coded.set(name, new CodedColumn(column, dialect, capacity));
    }
    this.numbers.push(...numbers.values());
    this.worker = coded.get('worker_id')!;
    this.workDate = coded.get('work_date')!;
    this.periodStart = coded.get('period_start') ?? null;
    this.payCode = coded.get('pay_code') ?? null;
    this.correction = coded.get('is_correction') ?? null;
    this.workerType = coded.get('worker_type') ?? null;
    this.hours = numbers.get('hours') ?? null;
    this.cost = numbers.get('cost') ?? null;
    const attributes = plan.attributes.map(
      (attribute) => new CodedColumn(attributeColumn(attribute), dialect, capacity),
    );
    this.dimensions = [
      ...TUPLE_COLUMNS.map(([dimension]) => dimension),
      ...plan.attributes.map((attribute) => attribute.id),
    ];
    this.tupleColumns = [...TUPLE_COLUMNS.map(([, column]) => coded.get(column) ?? null), ...attributes];
    this.coded.push(...coded.values(), ...attributes);
    this.tuples = new KeyIndex(this.tupleColumns.length);
    this.key = new Int32Array(this.tupleColumns.length).fill(BLANK);
  }

  /** Takes the records of a scan, but for those marked as skipped. */
  consume(scan: RecordScanner, bytes: Uint8Array, skipped: Uint8Array | null): void {
    for (const column of this.coded) column.read(scan, bytes, this.columnCount);
    for (const column of this.numbers) column.read(scan, bytes, this.columnCount);
    this.suspects = [...this.coded, ...this.numbers].filter(({ anyReason }) => anyReason);
    for (let record = 0; record < scan.count; record++)
      if (skipped === null || !skipped[record]) this.take(scan, bytes, record);
  }

  /** Rejected rows and new codes since the last call. */
  drain(): { codes: NewCodes; rejected: RejectedRow[] } {
    const { sent } = this;
    const tuples: string[][] = [];
    for (; sent.tuples < this.tuples.size; sent.tuples++) {
      tuples.push(this.tupleColumns.map((column, i) => codeText(column, this.tuples.part(sent.tuples, i))));
    }
    const workers = this.worker.codes.slice(sent.workers);
    const payCodes = this.payCode?.codes.slice(sent.payCodes) ?? [];
    sent.workers += workers.length;
    sent.payCodes += payCodes.length;
    const rejected = this.rejected;
    this.rejected = [];
    return { codes: { tuples, workers, payCodes, siteNames: [] }, rejected };
  }

  /** Emits what is left. */
  finish(): void {
    if (this.out.rows > 0) this.flush();
  }

  private flush(): void {
    this.repeated += this.out.countRepeated(this.repeats);
    this.emit(this.out.flush());
  }

  private take(scan: RecordScanner, bytes: Uint8Array, record: number): void {
    const problem = scan.problems[record];
    if (problem !== 0) return this.reject(scan, bytes, record, reasonName(problem), null);
    for (const { reasons, column } of this.suspects)
      if (reasons[record] !== 0) return this.reject(scan, bytes, record, reasonName(reasons[record]), column);
    const hours = this.hours === null ? NaN : this.hours.values[record];
    const cost = this.cost === null ? NaN : this.cost.values[record];
    if (hours !== hours && cost !== cost)
      return this.reject(scan, bytes, record, 'missing_value', (this.hours ?? this.cost)!.column);
    const last = this.workDate.payloads[record];
    const given = this.periodStart === null ? BLANK : this.periodStart.payloads[record];
    const first = given === BLANK ? last : given;
    if (first > last || last - first >= LONGEST_PERIOD_DAYS)
      return this.reject(scan, bytes, record, 'out_of_range', this.periodStart!.column);
    const correction = this.correction !== null && this.correction.payloads[record] === 1;
    if ((hours < 0 && !correction) || (hours > HOURS_IN_DAY * (last - first + 1) && !this.isDigital(record))) {
      return this.reject(scan, bytes, record, 'out_of_range', this.hours!.column);
    }
    // A money-only line has no hours: that is zero hours worked, not an unknown number.
    this.out.push({
      tuple: this.tupleOf(record),
      worker: this.worker.payloads[record],
      day: last,
      days: last - first + 1,
      payCode: this.payCode === null ? BLANK : this.payCode.payloads[record],
      hours: hours !== hours ? 0 : hours,
      cost,
      flags: correction ? CORRECTION : 0,
      line: scan.lines[record],
    });
    if (this.out.rows === CHUNK_ROWS) this.flush();
  }

  private tupleOf(record: number): number {
    const { key, tupleColumns } = this;
    for (let i = 0; i < key.length; i++) {
      const column = tupleColumns[i];
      if (column !== null) key[i] = column.payloads[record];
    }
    return this.tuples.idOf(key);
  }

  private isDigital(record: number): boolean {
    const column = this.workerType;
    return (
      column !== null && column.payloads[record] !== BLANK && column.codes[column.payloads[record]] === 'digital_worker'
    );
  }

  private reject(
    scan: RecordScanner,
    bytes: Uint8Array,
    record: number,
    reason: Reason,
    column: PlannedColumn | null,
  ): void {
    this.rejected.push(rejectedRow(scan, bytes, record, reason, column, this.dialect));
  }
}

type LaborRow = Record<'tuple' | 'worker' | 'day' | 'days' | 'payCode' | 'hours' | 'cost' | 'flags' | 'line', number>;

/** Rows waiting for a full chunk. Pay codes are stored one up, so that 0 is "none". */
class LaborBuffer {
  rows = 0;
  private readonly tuple = new Int32Array(CHUNK_ROWS);
  private readonly worker = new Int32Array(CHUNK_ROWS);
  private readonly day = new Int32Array(CHUNK_ROWS);
  private readonly days = new Uint8Array(CHUNK_ROWS);
  private readonly payCode = new Int32Array(CHUNK_ROWS);
  private readonly hours = new Float64Array(CHUNK_ROWS);
  private readonly cost = new Float64Array(CHUNK_ROWS);
  private readonly flags = new Uint8Array(CHUNK_ROWS);
  private readonly line = new Int32Array(CHUNK_ROWS);

  push(row: LaborRow): void {
    const at = this.rows++;
    this.tuple[at] = row.tuple;
    this.worker[at] = row.worker;
    this.day[at] = row.day;
    this.days[at] = row.days;
    this.payCode[at] = row.payCode + 1;
    this.hours[at] = row.hours;
    this.cost[at] = row.cost;
    this.flags[at] = row.flags;
    this.line[at] = row.line;
  }

  countRepeated(repeats: RepeatedRows): number {
    const { tuple, worker, day, days, payCode, hours, cost, flags } = this;
    return repeats.count([tuple, worker, day, days, payCode, hours, cost, flags], this.rows);
  }

  flush(): LaborChunk {
    const rows = this.rows;
    this.rows = 0;
    const pack = (array: IntegerArray) => packIntegers(array, rows);
    return {
      rows,
      tuple: pack(this.tuple),
      worker: pack(this.worker),
      day: pack(this.day),
      days: pack(this.days),
      payCode: pack(this.payCode),
      hours: pack(this.hours),
      cost: pack(this.cost),
      flags: pack(this.flags),
      line: pack(this.line),
    };
  }
}

function codeText(column: CodedColumn | null, payload: number): string {
  if (column === null || payload === BLANK) return UNKNOWN_CODE;
  return column.codes[payload];
}

export function attributeColumn(attribute: PlannedAttribute): PlannedColumn {
  return {
    definition: { name: attribute.id, type: 'code', required: false, meaning: '' },
    source: attribute.source,
    header: attribute.header,
    constant: null,
    values: attribute.values,
    missing: new Set(),
    format: null,
    factor: null,
    day: { order: null, twoDigitYears: false },
    decimal: { decimal: '.', grouped: false },
  };
}
