import type { DialectBytes } from '../dialect/dialect.ts';
import { MAX_FIELD_BYTES } from '../limits.ts';
import { KIND_BITS, KIND_MASK, MarkFinder } from './marks.ts';
import { blankStarts, isBlankLine } from './blank-line.ts';
import { RecordProblem } from './problem.ts';
import { CR, LF, startsWith } from './reading.ts';
import type { RecordBatch } from './record-batch.ts';

const DELIMITER = 1;
const BREAK = 2;
const QUOTE = 3;
const ESCAPE = 4;
const ODD = 5;

/** Reads runs of records in which nothing is odd, as fast as it can; it stops before the first that needs care. */
export class SimpleRecords {
  /** Physical line of the first byte not consumed. */
  line: number;
  /** Lines passed so far that hold no values. */
  blankLines = 0;
  /** Records so far in which a quote inside unquoted text was taken literally. */
  literalQuotes = 0;
  readonly #columns: number;
  readonly #dialect: DialectBytes;
  readonly #trailing: boolean;
  readonly #marks: MarkFinder;
  readonly #blankStarts: Uint8Array;
  /** The first mark not yet passed. */
  #next = 0;

  constructor(options: { columns: number; dialect: DialectBytes; trailingDelimiter: boolean; firstLine: number }) {
    this.#columns = options.columns;
    this.#dialect = options.dialect;
    this.#trailing = options.trailingDelimiter;
    this.line = options.firstLine;
    this.#blankStarts = blankStarts(options.dialect.delimiter);
    const { delimiter, quote, escape } = options.dialect;
    const kinds = new Uint8Array(256);
    kinds[0] = ODD;
    kinds[LF] = kinds[CR] = BREAK;
    if (escape >= 0) kinds[escape] = ESCAPE;
    if (quote >= 0) kinds[quote] = QUOTE;
    kinds[delimiter[0]] = DELIMITER;
    this.#marks = new MarkFinder(kinds, delimiter[0]);
  }

  /** Points at bytes[from, to). `take` may then be called several times, from rising offsets. */
  start(bytes: Uint8Array, from: number, to: number): void {
    this.#marks.start(bytes, from, to);
    this.#next = 0;
  }

  /**
   * Adds whole simple records from bytes[from, to) to the batch, until it is full. `origin` is the stream offset of byte 0.
   * Returns the offset of the first record not taken: odd, incomplete, or one too many.
   */
  take(batch: RecordBatch, bytes: Uint8Array, from: number, to: number, final: boolean, origin: number): number {
    const { starts, ends, escaped, lines, offsets, recordStarts, recordEnds, problems, capacity } = batch;
    const columns = this.#columns;
    const finder = this.#marks;
    const marks = finder.marks;
    const { delimiter, doubled, quote } = this.#dialect;
    const step = delimiter.length;
    const trailing = this.#trailing;
    const blankStart = this.#blankStarts;
    let { line, blankLines, literalQuotes } = this;
    let { count } = batch;
    let record = from;
    let m = this.#goBackTo(bytes, from, to);
    let markCount = finder.count;
    let base = finder.base;

    records: while (count < capacity && record < to) {
      let p = record;
      let slot = count * columns;
      const slotEnd = slot + columns;
      let linesInside = 0;
      let literal = 0;
      for (;;) {
        // p is where a field starts; marks before it lie in the last delimiter or line end, or in a record read with care.
        for (;;) {
          if (m >= markCount) {
            if (!finder.advance()) break records;
            markCount = finder.count;
            base = finder.base;
            m = 0;
          }
          if (base + (marks[m] >> KIND_BITS) >= p) break;
          m++;
        }
        let q = base + (marks[m] >> KIND_BITS);
        let kind = marks[m] & KIND_MASK;
        if (kind === QUOTE && q === p) {
          let undo = 0;
          for (;;) {
            if (++m === markCount) {
              if (!finder.advance()) break records;
              markCount = finder.count;
              base = finder.base;
              m = 0;
            }
            q = base + (marks[m] >> KIND_BITS);
            kind = marks[m] & KIND_MASK;
            if (kind === QUOTE) {
              if (!doubled || q + 1 >= to || bytes[q + 1] !== quote) break;
              undo = 1;
              if (++m === markCount) {
                if (!finder.advance()) break records;
                markCount = finder.count;
                base = finder.base;
                m = 0;
              }
            } else if (kind === BREAK) {
              if (bytes[q] === LF || bytes[q + 1] !== LF) linesInside++;
            } else if (kind !== DELIMITER) break records;
          }
          starts[slot] = p + 1;
          ends[slot] = q;
          escaped[slot] = undo;
          p = q + 1;
          if (++m === markCount) {
            if (!finder.advance()) break records;
            markCount = finder.count;
            base = finder.base;
            m = 0;
          }
          kind = marks[m] & KIND_MASK;
          if (
            base + (marks[m] >> KIND_BITS) !== p ||
            kind > BREAK ||
            (kind === DELIMITER && step > 1 && !startsWith(bytes, p, to, delimiter))
          )
            break records;
        } else {
          while (kind !== BREAK) {
            if (kind === DELIMITER) {
              if (step === 1 || startsWith(bytes, q, to, delimiter)) break;
            } else if (kind === QUOTE) literal = 1;
            else if (kind === ODD || quote < 0) break records;
            if (++m === markCount) {
              if (!finder.advance()) break records;
              markCount = finder.count;
              base = finder.base;
              m = 0;
            }
            q = base + (marks[m] >> KIND_BITS);
            kind = marks[m] & KIND_MASK;
          }
          starts[slot] = p;
          ends[slot] = q;
          escaped[slot] = 0;
          p = q;
        }
        slot++;
        if (kind === BREAK) {
          if (slot !== slotEnd && p !== record) break records;
          break;
        }
        m++;
        p += step;
        if (slot === slotEnd) {
          // One delimiter more than columns: only as the known habit of this file.
          if (!trailing || p >= to || (bytes[p] !== LF && bytes[p] !== CR)) break records;
          break;
        }
      }
      const start = record;
      const end = p;
      let next = p + 1;
      if (bytes[p] === CR) {
        if (next < to) next += bytes[next] === LF ? 1 : 0;
        else if (!final) break;
      }
      const leading = bytes[start];
      if (blankStart[leading] === 1 && isBlankLine(bytes, start, end, delimiter)) {
        blankLines++;
      } else {
        if (end - start > MAX_FIELD_BYTES) break;
        lines[count] = line;
        offsets[count] = origin + start;
        recordStarts[count] = start;
        recordEnds[count] = end;
        problems[count] = RecordProblem.none;
        literalQuotes += literal;
        count++;
      }
      line += linesInside + 1;
      record = next;
    }
    this.line = line;
    this.blankLines = blankLines;
    this.literalQuotes = literalQuotes;
    this.#next = m;
    batch.count = count;
    return record;
  }

  /** The first mark at or after `from`: marks beyond it were passed where a record turned out to be odd. */
  #goBackTo(bytes: Uint8Array, from: number, to: number): number {
    const { marks, base, count } = this.#marks;
    if (count === 0 || from < base) {
      this.#marks.start(bytes, from, to);
      return 0;
    }
    let m = Math.min(this.#next, count);
    while (m > 0 && base + (marks[m - 1] >> KIND_BITS) >= from) m--;
    return m;
  }
}
