import type { DialectBytes } from '../dialect/dialect.ts';
import { LF, CR, readByTheLetter, Reading, startsWith } from './reading.ts';
import { RecordProblem, type RecordProblemCode } from './problem.ts';
import { repairLine } from './repair.ts';

export interface RecordRules {
  dialect: DialectBytes;
  /** Fields a sound record has. */
  columns: number;
  /** Every record ends with one delimiter too many, which means nothing. */
  trailingDelimiter: boolean;
}

/**
 * Reads one record and judges it.
 *
 * A record that spans lines, or whose quotes are odd, has to justify itself by its number of fields. Otherwise its
 * first line is read alone: as the record with the fewest odd quotes if the number of fields comes out right, else as
 * lost, so that an unclosed quote costs one record and not the rest of the file.
 */
export class RecordReader {
  reading = new Reading();
  problem: RecordProblemCode = RecordProblem.none;
  readonly #rules: RecordRules;
  #spare = new Reading();

  constructor(rules: RecordRules) {
    this.#rules = rules;
  }

  /** Reads the record that starts at `from`. False: more bytes are needed, nothing was read. */
  read(bytes: Uint8Array, from: number, to: number, final: boolean): boolean {
    const { dialect, columns, trailingDelimiter } = this.#rules;
    const { reading } = this;
    if (!readByTheLetter(bytes, from, to, final, dialect, reading)) return false;
    if (trailingDelimiter) dropTrailing(reading, columns);
    const odd = reading.unclosed || reading.stray;
    const counts = reading.fields === columns;
    const suspicious = odd || (!counts && (reading.firstBreak >= 0 || reading.literalQuote));
    if (!suspicious) {
      this.problem = judge(reading, columns);
      return true;
    }

    const severalLines = reading.firstBreak >= 0;
    const problem = severalLines || reading.unclosed ? RecordProblem.unclosedQuote : RecordProblem.strayQuote;
    const lineEnd = severalLines ? reading.firstBreak : reading.end;
    const next = severalLines ? afterBreak(bytes, lineEnd, to) : reading.next;
    if (repairLine(bytes, from, lineEnd, dialect, columns, this.#spare)) {
      this.#takeSpare(lineEnd, next, problem);
      return true;
    }
    if (!severalLines) {
      this.problem = odd ? problem : judge(reading, columns);
      return true;
    }
    if (!reading.unclosed) {
      if (!readByTheLetter(bytes, next, to, final, dialect, this.#spare)) return false;
      if (trailingDelimiter) dropTrailing(this.#spare, columns);
      if (this.#spare.fields !== columns || this.#spare.unclosed || this.#spare.stray) {
        this.problem = odd ? RecordProblem.strayQuote : judge(reading, columns);
        return true;
      }
    }
    splitLiterally(bytes, from, lineEnd, dialect.delimiter, this.#spare);
    this.#takeSpare(lineEnd, next, RecordProblem.unclosedQuote);
    return true;
  }

  #takeSpare(end: number, next: number, problem: RecordProblemCode): void {
    const taken = this.#spare;
    this.#spare = this.reading;
    this.reading = taken;
    taken.finish(end, next);
    this.problem = taken.nul ? RecordProblem.nulByte : problem;
  }
}

function judge(reading: Reading, columns: number): RecordProblemCode {
  if (reading.nul) return RecordProblem.nulByte;
  if (reading.tooLong) return RecordProblem.fieldTooLong;
  if (reading.fields < columns) return RecordProblem.shortRow;
  if (reading.fields > columns) return RecordProblem.longRow;
  return RecordProblem.none;
}

function dropTrailing(reading: Reading, columns: number): void {
  const last = reading.fields - 1;
  if (last === columns && reading.starts[last] === reading.ends[last] && !reading.quoted[last])
    reading.fields = columns;
}

/** The offset after the line break at `at`. */
export function afterBreak(bytes: Uint8Array, at: number, to: number): number {
  return bytes[at] === CR && at + 1 < to && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** Fields of one line at every delimiter, quotes taken for text. */
export function splitLiterally(bytes: Uint8Array, from: number, to: number, delimiter: Uint8Array, out: Reading): void {
  out.clear();
  let start = from;
  for (let p = from; p < to; p++) {
    if (bytes[p] === 0) out.nul = true;
    if (bytes[p] !== delimiter[0] || !startsWith(bytes, p, to, delimiter)) continue;
    out.add(start, p, 0, 0);
    start = p + delimiter.length;
    p = start - 1;
  }
  out.add(start, to, 0, 0);
}
