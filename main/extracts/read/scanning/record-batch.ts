import { RecordProblem } from './problem.ts';
import type { Reading } from './reading.ts';

/** Bounds the offsets of one batch of a very wide file. */
const MAX_SLOTS = 4_194_304;

/** Records as offsets into the bytes they were scanned from, row-major with `columns` slots a record. */
export class RecordBatch {
  /** Records in this batch. */
  count = 0;
  /** Field starts, inside quotes. Missing fields have start = end. */
  readonly starts: Int32Array;
  /** Field ends, exclusive. */
  readonly ends: Int32Array;
  /** 1 if the field holds escapes to be undone. */
  readonly escaped: Uint8Array;
  /** Physical line, 1-based in the file, where each record starts. */
  readonly lines: Int32Array;
  /** Byte offset in the UTF-8 stream where each record starts. */
  readonly offsets: Float64Array;
  /** Each record's span in the bytes, without its line break. */
  readonly recordStarts: Int32Array;
  readonly recordEnds: Int32Array;
  /** A code of RecordProblem for each record. */
  readonly problems: Uint8Array;

  constructor(columns: number, maxRecords: number) {
    if (!Number.isInteger(columns) || columns < 1)
      throw new RangeError(`a record has one or more columns, not ${columns}`);
    if (!Number.isInteger(maxRecords) || maxRecords < 1)
      throw new RangeError(`a batch holds one or more records, not ${maxRecords}`);
    const capacity = Math.min(maxRecords, Math.max(1, Math.floor(MAX_SLOTS / columns)));
    this.starts = new Int32Array(capacity * columns);
    this.ends = new Int32Array(capacity * columns);
    this.escaped = new Uint8Array(capacity * columns);
    this.lines = new Int32Array(capacity);
    this.offsets = new Float64Array(capacity);
    this.recordStarts = new Int32Array(capacity);
    this.recordEnds = new Int32Array(capacity);
    this.problems = new Uint8Array(capacity);
  }

  /** Records that the batch can hold. */
  get capacity(): number {
    return this.problems.length;
  }

  /** Adds a record read with care; fields beyond the columns are left out. */
  addReading(start: number, reading: Reading, place: { line: number; offset: number; problem: number }): void {
    const columns = this.starts.length / this.capacity;
    const first = this.count * columns;
    for (let c = 0; c < columns; c++) {
      const known = c < reading.fields;
      this.starts[first + c] = known ? reading.starts[c] : reading.end;
      this.ends[first + c] = known ? reading.ends[c] : reading.end;
      this.escaped[first + c] = known ? reading.escaped[c] : 0;
    }
    this.lines[this.count] = place.line;
    this.offsets[this.count] = place.offset;
    this.recordStarts[this.count] = start;
    this.recordEnds[this.count] = reading.end;
    this.problems[this.count] = place.problem;
    this.count++;
  }

  /** Marks the records whose bytes `isValid` denies; a NUL counts as the worse damage. */
  markInvalidUtf8(isValid: (from: number, to: number) => boolean): void {
    for (let i = 0; i < this.count; i++) {
      if (this.problems[i] !== RecordProblem.nulByte && !isValid(this.recordStarts[i], this.recordEnds[i]))
        this.problems[i] = RecordProblem.invalidUtf8;
    }
  }
}
