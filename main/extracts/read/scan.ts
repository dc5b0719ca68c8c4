import { isUtf8 } from 'node:buffer';
import { dialectBytes, type Dialect, type DialectBytes } from './dialect.ts';
import { MarkFinder } from './marks.ts';
import { MAX_FIELD_BYTES, MAX_LINE_BYTES } from './limits.ts';
import { RecordProblem } from './problem.ts';
import { CR, LF, SPACE, startsWith, TAB } from './reading.ts';
import { RecordReader } from './record.ts';
import { RefusedInput } from './refused.ts';

export { fieldText } from './field-text.ts';
export { problemName, RecordProblem } from './problem.ts';

export interface ScannerOptions extends Dialect {
  /** Fields a sound record has. */
  columns: number;
  /** Physical line, 1-based, at which scanning starts. */
  firstLine: number;
  /** Byte offset in the UTF-8 stream at which scanning starts; 0 by default. */
  firstOffset?: number;
  /** Every record ends with one delimiter too many, which means nothing. */
  trailingDelimiter?: boolean;
  maxRecords?: number;
}

const DEFAULT_RECORDS = 65_536;
/** Bounds the offsets of one batch of a very wide file. */
const MAX_SLOTS = 4_194_304;

/** Kinds of bytes; 0 is ordinary text. */
const ORDINARY = 0;
const DELIMITER = 1;
const BREAK = 2;
const QUOTE = 3;
const ESCAPE = 4;
const ODD = 5;

/**
 * Finds the records and fields of delimited text without making strings.
 *
 * `scan` is called with consecutive bytes: each call starts at the byte the last one did not consume. Its results
 * hold until the next call. Offsets point into the bytes of that call, row-major with `columns` slots a record.
 * Missing fields have start = end. Blank lines, and lines of delimiters only, are counted but are no records.
 * Records come out the same however the bytes are cut into calls.
 */
export class RecordScanner {
  /** Records in this batch. */
  count = 0;
  /** Field starts, inside quotes. */
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

  /** Blank lines passed so far. */
  blankLines = 0;
  /** Sound records so far in which a quote inside unquoted text was taken literally. */
  literalQuotes = 0;
  /** Physical line of the first byte not consumed. */
  line: number;

  readonly #columns: number;
  readonly #maxRecords: number;
  readonly #dialect: DialectBytes;
  readonly #trailingDelimiter: boolean;
  readonly #kinds = new Uint8Array(256);
  readonly #marks: MarkFinder;
  readonly #careful: RecordReader;
  #offset: number;

  constructor(options: ScannerOptions) {
    const { columns, firstLine, firstOffset = 0, trailingDelimiter = false, maxRecords = DEFAULT_RECORDS } = options;
    if (!Number.isInteger(columns) || columns < 1) throw new RangeError(`a record has one or more columns, not ${columns}`);
    if (!Number.isInteger(maxRecords) || maxRecords < 1) throw new RangeError(`a batch holds one or more records, not ${maxRecords}`);
    const capacity = Math.min(maxRecords, Math.max(1, Math.floor(MAX_SLOTS / columns)));
    this.#columns = columns;
    this.#maxRecords = capacity;
    this.#trailingDelimiter = trailingDelimiter;
    this.#dialect = dialectBytes(options);
    this.#careful = new RecordReader({ dialect: this.#dialect, columns, trailingDelimiter });
    this.#offset = firstOffset;
    this.line = firstLine;
    this.starts = new Int32Array(capacity * columns);
    this.ends = new Int32Array(capacity * columns);
    this.escaped = new Uint8Array(capacity * columns);
    this.lines = new Int32Array(capacity);
    this.offsets = new Float64Array(capacity);
    this.recordStarts = new Int32Array(capacity);
    this.recordEnds = new Int32Array(capacity);
    this.problems = new Uint8Array(capacity);

    const { delimiter, quote, escape } = this.#dialect;
    this.#kinds[0] = ODD;
    this.#kinds[LF] = this.#kinds[CR] = BREAK;
    if (escape >= 0) this.#kinds[escape] = ESCAPE;
    if (quote >= 0) this.#kinds[quote] = QUOTE;
    this.#kinds[delimiter[0]] = DELIMITER;
    const meaningful = [...this.#kinds.keys()].filter((byte) => this.#kinds[byte] !== ORDINARY);
    this.#marks = new MarkFinder(meaningful, delimiter[0]);
  }

  /**
   * Scans whole records in bytes[from, to); `final` says that no more bytes follow. Stops early when the batch is full.
   * Returns the offset of the first byte not consumed: the rest must come again at the start of the next call.
   * Throws RefusedInput for a record over MAX_LINE_BYTES.
   */
  scan(bytes: Uint8Array, from: number, to: number, final: boolean): number {
    const { starts, ends, escaped, lines, offsets, recordStarts, recordEnds, problems } = this;
    const columns = this.#columns;
    const maxRecords = this.#maxRecords;
    const kinds = this.#kinds;
    const marks = this.#marks;
    const positions = marks.positions;
    const delimiter = this.#dialect.delimiter;
    const step = delimiter.length;
    const doubled = this.#dialect.doubled;
    const trailing = this.#trailingDelimiter;
    const quoteless = this.#dialect.quote < 0;
    const base = this.#offset - from;
    let line = this.line;
    let count = 0;
    let literalQuotes = 0;
    let p = from;

    marks.start(bytes, from, to);
    let markCount = 0;
    let m = 0;

    scanning: while (count < maxRecords && p < to) {
      const start = p;
      simple: {
        let slot = count * columns;
        const slotEnd = slot + columns;
        let linesInside = 0;
        let literal = 0;
        for (;;) {
          // p is where a field starts; m is the first mark at or after it.
          while (m < markCount && positions[m] < p) m++;
          if (m === markCount) {
            if (!marks.advance()) break simple;
            markCount = marks.count;
            m = 0;
            continue;
          }
          let q = positions[m];
          let kind = kinds[bytes[q]];
          if (kind === QUOTE && q === p) {
            let undo = 0;
            for (;;) {
              if (++m === markCount) {
                if (!marks.advance()) break simple;
                markCount = marks.count;
                m = 0;
              }
              q = positions[m];
              kind = kinds[bytes[q]];
              if (kind === QUOTE) {
                if (!doubled || q + 1 >= to || kinds[bytes[q + 1]] !== QUOTE) break;
                undo = 1;
                if (++m === markCount) {
                  if (!marks.advance()) break simple;
                  markCount = marks.count;
                  m = 0;
                }
              } else if (kind === BREAK) {
                if (bytes[q] === LF || bytes[q + 1] !== LF) linesInside++;
              } else if (kind !== DELIMITER) break simple;
            }
            starts[slot] = p + 1;
            ends[slot] = q;
            escaped[slot] = undo;
            p = q + 1;
            if (p >= to) break simple;
            kind = kinds[bytes[p]];
            if (kind !== BREAK && (kind !== DELIMITER || (step > 1 && !startsWith(bytes, p, to, delimiter)))) break simple;
          } else {
            for (;;) {
              if (kind === DELIMITER) {
                if (step === 1 || startsWith(bytes, q, to, delimiter)) break;
              } else if (kind === BREAK) break;
              else if (kind === QUOTE) literal = 1;
              else if (kind === ODD || quoteless) break simple;
              if (++m === markCount) {
                if (!marks.advance()) break simple;
                markCount = marks.count;
                m = 0;
              }
              q = positions[m];
              kind = kinds[bytes[q]];
            }
            starts[slot] = p;
            ends[slot] = q;
            escaped[slot] = 0;
            p = q;
          }
          slot++;
          if (kind === BREAK) {
            if (slot !== slotEnd && p !== start) break simple;
            break;
          }
          p += step;
          if (slot === slotEnd) {
            // One delimiter more than columns: only as the known habit of this file.
            if (!trailing || p >= to || kinds[bytes[p]] !== BREAK) break simple;
            break;
          }
        }
        const end = p;
        if (bytes[p] === CR) {
          if (p + 1 >= to && !final) break simple;
          p += p + 1 < to && bytes[p + 1] === LF ? 2 : 1;
        } else p++;
        const leading = bytes[start];
        if ((leading === delimiter[0] || leading <= SPACE) && isBlank(bytes, start, end, delimiter)) {
          line++;
          this.blankLines++;
          continue scanning;
        }
        if (end - start > MAX_FIELD_BYTES) break simple;
        lines[count] = line;
        offsets[count] = base + start;
        recordStarts[count] = start;
        recordEnds[count] = end;
        problems[count] = RecordProblem.none;
        literalQuotes += literal;
        line += linesInside + 1;
        count++;
        continue scanning;
      }

      // Anything out of the ordinary, and the end of the bytes, is read again with care.
      const careful = this.#careful;
      if (!careful.read(bytes, start, to, final)) {
        if (to - start > MAX_LINE_BYTES) throw tooLong(line);
        p = start;
        break;
      }
      const reading = careful.reading;
      p = reading.next;
      if (reading.end - start > MAX_LINE_BYTES) throw tooLong(line);
      if (isBlank(bytes, start, reading.end, delimiter)) {
        line += reading.lines;
        this.blankLines++;
        continue;
      }
      const found = Math.min(reading.fields, columns);
      const first = count * columns;
      for (let c = 0; c < columns; c++) {
        const known = c < found;
        starts[first + c] = known ? reading.starts[c] : reading.end;
        ends[first + c] = known ? reading.ends[c] : reading.end;
        escaped[first + c] = known ? reading.escaped[c] : 0;
      }
      lines[count] = line;
      offsets[count] = base + start;
      recordStarts[count] = start;
      recordEnds[count] = reading.end;
      problems[count] = careful.problem;
      if (careful.problem === RecordProblem.none && reading.literalQuote) literalQuotes++;
      line += reading.lines;
      count++;
    }

    this.count = count;
    this.line = line;
    this.literalQuotes += literalQuotes;
    this.#offset += p - from;
    if (!isUtf8(bytes.subarray(from, p))) this.#markInvalidUtf8(bytes);
    return p;
  }

  #markInvalidUtf8(bytes: Uint8Array): void {
    for (let i = 0; i < this.count; i++) {
      if (this.problems[i] === RecordProblem.nulByte) continue;
      if (!isUtf8(bytes.subarray(this.recordStarts[i], this.recordEnds[i]))) this.problems[i] = RecordProblem.invalidUtf8;
    }
  }
}

/** Whether a line holds nothing but delimiters, spaces and tabs. */
function isBlank(bytes: Uint8Array, from: number, to: number, delimiter: Uint8Array): boolean {
  for (let p = from; p < to; p++) {
    const b = bytes[p];
    if (b !== SPACE && b !== TAB && !delimiter.includes(b)) return false;
  }
  return true;
}

function tooLong(line: number): RefusedInput {
  return new RefusedInput(
    'line_too_long',
    `The record at line ${line} is longer than 8 MiB. Check whether a quote is left open or the file is no table.`,
    { row: line },
  );
}
