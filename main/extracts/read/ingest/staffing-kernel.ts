import { CHUNK_ROWS } from '../../../facts/chunk-rows.ts';
import { packIntegers } from '../../../facts/packed.ts';
import type { IntegerArray } from '../../../facts/packed.ts';
import type { StaffingChunk } from '../../../facts/staffing-chunk.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import type { ReadingPlan } from '../../plan.ts';
import type { RecordScanner } from '../scan.ts';
import { BLANK, CodedColumn, UNRESTORABLE_SITE } from './coded-column.ts';
import type { FieldDialect } from '../field-text.ts';
import { KeyIndex } from '../../../facts/key-index.ts';
import { attributeColumn } from './labor-kernel.ts';
import type { RejectedRow } from '../../../ports/store.ts';
import type { NewCodes } from '../../messages.ts';
import { NumberColumn } from './number-column.ts';
import { reasonName, REASONS } from '../../reasons.ts';
import { rejectedRow } from './rejects.ts';

const PLACE_COLUMNS = ['entity', 'site'] as const;

/**
 * Turns scanned staffing records into chunks. Wide extracts keep one pair of hour columns per job; blank hours stay
 * unknown. A record whose site could not be restored is kept at site `unknown`.
 */
export class StaffingKernel {
  readonly dimensions: string[];
  /** Records whose provider number a spreadsheet had destroyed. */
  unrestorable = 0;
  readonly coded: CodedColumn[];
  readonly numbers: NumberColumn[];
  private readonly placeColumns: (CodedColumn | null)[];
  private readonly places: KeyIndex;
  private readonly key: Int32Array;
  private readonly site: CodedColumn | null;
  private readonly siteName: CodedColumn | null;
  private readonly day: CodedColumn;
  private readonly job: CodedColumn | null;
  private readonly census: NumberColumn | null;
  private readonly pairs: { internal: NumberColumn | null; external: NumberColumn | null }[];
  /** Hours of both classes, in extracts with a row per job: own hours are what is left where they are not given. */
  private readonly total: NumberColumn | null;
  private readonly wideJobs: string[];
  private readonly names = new Map<string, string>();
  private readonly out: StaffingBuffer;
  private rejected: RejectedRow[] = [];
  private sent = { places: 0, names: 0 };

  constructor(
    plan: ReadingPlan,
    private readonly dialect: FieldDialect,
    private readonly columnCount: number,
    private readonly emit: (chunk: StaffingChunk) => void,
    capacity = CHUNK_ROWS,
  ) {
    const coded = (name: string) => {
      const column = plan.columns.get(name);
      return column ? new CodedColumn(column, dialect, capacity) : null;
    };
    const number = (name: string) => {
      const column = plan.columns.get(name);
      return column ? new NumberColumn(column, dialect, capacity) : null;
    };
    const attributes = plan.attributes.map(
      (attribute) => new CodedColumn(attributeColumn(attribute), dialect, capacity),
    );
    const places = PLACE_COLUMNS.map(coded);
    this.site = places[1]!;
    this.siteName = coded('site_name');
    this.day = coded('work_date')!;
    this.job = plan.pairs.length > 0 ? null : coded('job_code');
    this.census = number('census');
    this.pairs =
      plan.pairs.length > 0
        ? plan.pairs.map((pair) => ({
            internal: pair.internal && new NumberColumn(pair.internal, dialect, capacity),
            external: pair.external && new NumberColumn(pair.external, dialect, capacity),
          }))
        : [{ internal: number('internal_hours'), external: number('external_hours') }];
    this.total = plan.pairs.length > 0 ? null : number('total_hours');
    this.wideJobs = plan.pairs.length > 0 ? plan.pairs.map((pair) => pair.job) : [UNKNOWN_CODE];
    this.dimensions = [...PLACE_COLUMNS, ...plan.attributes.map((attribute) => attribute.id)];
    this.placeColumns = [...places, ...attributes];
    this.places = new KeyIndex(this.placeColumns.length);
    this.key = new Int32Array(this.placeColumns.length);
    this.coded = [...this.placeColumns, this.siteName, this.day, this.job].filter((column) => column !== null);
    this.numbers = [this.census, this.total, ...this.pairs.flatMap((pair) => [pair.internal, pair.external])].filter(
      (column) => column !== null,
    );
    this.out = new StaffingBuffer(this.pairs.length, this.job !== null);
  }

  consume(scan: RecordScanner, bytes: Uint8Array, skipped: Uint8Array | null): void {
    for (const column of this.coded) column.read(scan, bytes, this.columnCount);
    for (const column of this.numbers) column.read(scan, bytes, this.columnCount);
    for (let record = 0; record < scan.count; record++)
      if (skipped === null || !skipped[record]) this.take(scan, bytes, record);
  }

  drain(): { codes: NewCodes; rejected: RejectedRow[] } {
    const { sent } = this;
    const tuples: string[][] = [];
    for (; sent.places < this.places.size; sent.places++) {
      tuples.push(
        this.placeColumns.map((column, i) => {
          const payload = this.places.part(sent.places, i);
          return column === null || payload === BLANK ? UNKNOWN_CODE : column.codes[payload];
        }),
      );
    }
    const siteNames = [...this.names].slice(sent.names);
    sent.names += siteNames.length;
    const rejected = this.rejected;
    this.rejected = [];
    return { codes: { tuples, workers: [], payCodes: [], siteNames }, rejected };
  }

  finish(): void {
    if (this.out.rows > 0) this.flush();
  }

  private flush(): void {
    // Job 0 of a long extract is "not given".
    this.emit(this.out.flush(this.job ? [UNKNOWN_CODE, ...this.job.codes] : this.wideJobs));
  }

  private take(scan: RecordScanner, bytes: Uint8Array, record: number): void {
    const problem = scan.problems[record];
    if (problem !== 0) {
      this.rejected.push(rejectedRow(scan, bytes, record, reasonName(problem), null, this.dialect));
      return;
    }
    for (const columns of [this.coded, this.numbers]) {
      for (const column of columns) {
        if (column.reasons[record] === 0) continue;
        this.rejected.push(
          rejectedRow(scan, bytes, record, reasonName(column.reasons[record]), column.column, this.dialect),
        );
        return;
      }
    }
    if (this.total !== null && this.ownHours(record, 0) < 0) {
      const reason = reasonName(REASONS.out_of_range);
      this.rejected.push(rejectedRow(scan, bytes, record, reason, this.total.column, this.dialect));
      return;
    }
    for (let i = 0; i < this.key.length; i++) {
      const column = this.placeColumns[i];
      this.key[i] = column == null ? BLANK : column.payloads[record];
    }
    this.noteSite(record);
    const row = this.out.rows++;
    this.out.place[row] = this.places.idOf(this.key);
    this.out.day[row] = this.day.payloads[record]!;
    this.out.line[row] = scan.lines[record]!;
    this.out.census[row] = this.census ? this.census.values[record] : NaN;
    if (this.out.job) this.out.job[row] = this.job!.payloads[record] + 1;
    for (let pair = 0; pair < this.pairs.length; pair++) {
      this.out.internal[pair][row] = this.ownHours(record, pair);
      this.out.external[pair][row] = this.pairs[pair].external?.values[record] ?? NaN;
    }
    if (this.out.rows === CHUNK_ROWS) this.flush();
  }

  /** Own hours as given, else all hours without those of contract staff; unknown where either is blank. */
  private ownHours(record: number, pair: number): number {
    const { internal, external } = this.pairs[pair];
    const given = internal?.values[record] ?? NaN;
    if (this.total === null || !Number.isNaN(given)) return given;
    return this.total.values[record] - (external?.values[record] ?? NaN);
  }

  private noteSite(record: number): void {
    if (!this.site) return;
    const payload = this.site.payloads[record];
    const code = payload === BLANK ? UNRESTORABLE_SITE : this.site.codes[payload];
    if (code === UNRESTORABLE_SITE) {
      this.unrestorable++;
      return;
    }
    const name = this.siteName?.payloads[record] ?? BLANK;
    if (name !== BLANK && !this.names.has(code)) this.names.set(code, this.siteName!.codes[name]);
  }
}

/** Records waiting for a full chunk. Jobs of long extracts are stored one up, so that 0 is "not given". */
class StaffingBuffer {
  rows = 0;
  readonly place = new Int32Array(CHUNK_ROWS);
  readonly day = new Int32Array(CHUNK_ROWS);
  readonly line = new Int32Array(CHUNK_ROWS);
  readonly census = new Float64Array(CHUNK_ROWS);
  readonly job: Int32Array | null;
  readonly internal: Float64Array[];
  readonly external: Float64Array[];

  constructor(pairs: number, withJob: boolean) {
    this.job = withJob ? new Int32Array(CHUNK_ROWS) : null;
    this.internal = Array.from({ length: pairs }, () => new Float64Array(CHUNK_ROWS));
    this.external = Array.from({ length: pairs }, () => new Float64Array(CHUNK_ROWS));
  }

  flush(jobs: string[]): StaffingChunk {
    const rows = this.rows;
    this.rows = 0;
    const pack = (array: IntegerArray) => packIntegers(array, rows);
    return {
      rows,
      jobs,
      place: pack(this.place),
      day: pack(this.day),
      census: pack(this.census),
      line: pack(this.line),
      job: this.job ? pack(this.job) : null,
      pairs: this.internal.map((internal, i) => ({ internal: pack(internal), external: pack(this.external[i]) })),
    };
  }
}
