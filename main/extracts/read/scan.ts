import { isUtf8 } from 'node:buffer';
import { dialectBytes, type Dialect, type DialectBytes } from './dialect/dialect.ts';
import { MAX_LINE_BYTES } from './limits.ts';
import { isBlankLine } from './scanning/blank-line.ts';
import { RecordProblem } from './scanning/problem.ts';
import { RecordBatch } from './scanning/record-batch.ts';
import { RecordReader } from './scanning/record.ts';
import { RefusedInput } from './refused.ts';
import { SimpleRecords } from './scanning/simple-records.ts';

export interface ScannerOptions extends Dialect {
  /** Fields a sound record has. */
  columns: number;
  /** Physical line, 1-based, at which scanning starts. */
  firstLine: number;
  /** Byte offset in the UTF-8 stream at which scanning starts; 0 by default. */
  firstOffset?: number;
  /** Every record ends with one delimiter too many, which means nothing. */
  trailingDelimiter?: boolean;
  /** Records in one batch at most; very wide files get fewer. */
  maxRecords?: number;
  /** Base name for messages. */
  file?: string;
}

const DEFAULT_RECORDS = 65_536;

/**
 * Finds the records and fields of delimited text without making strings.
 *
 * `scan` is called with consecutive bytes: each call starts at the byte the last one did not consume. The batch it
 * leaves holds until the next call. Lines without values (blank, of delimiters only, drawn rules) are counted but are no
 * records.
 * Records come out the same however the bytes are cut into calls.
 */
export class RecordScanner extends RecordBatch {
  readonly #dialect: DialectBytes;
  readonly #simple: SimpleRecords;
  readonly #careful: RecordReader;
  readonly #file: string | undefined;
  #offset: number;

  constructor(options: ScannerOptions) {
    const { columns, firstLine, firstOffset = 0, trailingDelimiter = false, maxRecords = DEFAULT_RECORDS } = options;
    super(columns, maxRecords);
    this.#dialect = dialectBytes(options);
    this.#simple = new SimpleRecords({ columns, dialect: this.#dialect, trailingDelimiter, firstLine });
    this.#careful = new RecordReader({ dialect: this.#dialect, columns, trailingDelimiter });
    this.#offset = firstOffset;
    this.#file = options.file;
  }

  /** Blank lines passed so far. */
  get blankLines(): number {
    return this.#simple.blankLines;
  }

  /** Sound records so far in which a quote inside unquoted text was taken literally. */
  get literalQuotes(): number {
    return this.#simple.literalQuotes;
  }

  /** Physical line of the first byte not consumed. */
  get line(): number {
    return this.#simple.line;
  }

  /**
   * Scans whole records in bytes[from, to); `final` says that no more bytes follow. Stops early when the batch is full.
   * Returns the offset of the first byte not consumed: the rest must come again at the start of the next call.
   * Throws RefusedInput for a record over MAX_LINE_BYTES.
   */
  scan(bytes: Uint8Array, from: number, to: number, final: boolean): number {
    const simple = this.#simple;
    const origin = this.#offset - from;
    this.count = 0;
    simple.start(bytes, from, to);
    let p = from;
    while (this.count < this.capacity && p < to) {
      p = simple.take(this, bytes, p, to, final, origin);
      if (this.count === this.capacity || p >= to) break;
      const next = this.#takeWithCare(bytes, p, to, final, origin);
      if (next === p) break;
      p = next;
    }
    this.#offset = origin + p;
    if (!isUtf8(bytes.subarray(from, p))) this.markInvalidUtf8((start, end) => isUtf8(bytes.subarray(start, end)));
    return p;
  }

  /** Takes one record that is odd or ends the bytes. Returns where the next one starts; `from` if more bytes are needed. */
  #takeWithCare(bytes: Uint8Array, from: number, to: number, final: boolean, origin: number): number {
    const simple = this.#simple;
    const careful = this.#careful;
    const complete = careful.read(bytes, from, to, final);
    const reading = careful.reading;
    if ((complete ? reading.end : to) - from > MAX_LINE_BYTES) throw tooLong(simple.line, this.#file);
    if (!complete) return from;
    if (isBlankLine(bytes, from, reading.end, this.#dialect.delimiter)) simple.blankLines++;
    else {
      this.addReading(from, reading, { line: simple.line, offset: origin + from, problem: careful.problem });
      if (careful.problem === RecordProblem.none && reading.literalQuote) simple.literalQuotes++;
    }
    simple.line += reading.lines;
    return reading.next;
  }
}

function tooLong(line: number, file: string | undefined): RefusedInput {
  return new RefusedInput(
    'line_too_long',
    `The record at line ${line}${file === undefined ? '' : ` of ${file}`} is longer than 8 MiB. Check whether a quote is left open or the file is no table.`,
    { row: line, ...(file === undefined ? {} : { file }) },
  );
}
