import { dialectBytes, type Dialect } from './dialect.ts';
import { fieldText } from './field-text.ts';
import { RecordProblem, type RecordProblemCode } from './problem.ts';
import { CR, readByTheLetter, Reading } from './reading.ts';
import { afterBreak, RecordReader, splitLiterally } from './record.ts';

/** A record of a sample, as text. */
export interface SampleRecord {
  cells: string[];
  /** For each cell, whether it stood in quotes. */
  quoted: boolean[];
  /** Physical line, counted from 1 at the start of the sample. */
  line: number;
  /** Line breaks inside its quotes. */
  breaks: number;
  /** Bytes from the start of the sample to the record, and to what follows its line break. */
  start: number;
  next: number;
  /** Nothing but blank cells. */
  blank: boolean;
  problem: RecordProblemCode;
  ending: '' | '\n' | '\r' | '\r\n';
}

export interface SampleOptions {
  dialect: Dialect;
  /** Fields a record should have, to mend odd quotes by; unknown if absent. */
  columns?: number;
  /** Whether the sample ends where the file ends; otherwise its last, cut record is left out. */
  final: boolean;
  maxRecords?: number;
}

/** How wide a record is, and whether its quotes are odd. */
export interface RecordWidth {
  width: number;
  odd: boolean;
}

/**
 * The widths of the records of a sample that are not blank, without making text of them.
 * A quote left open over several lines counts for its first line only.
 */
export function measureSample(bytes: Uint8Array, { dialect, final, maxRecords = Infinity }: SampleOptions): RecordWidth[] {
  const rules = dialectBytes(dialect);
  const reading = new Reading();
  const widths: RecordWidth[] = [];
  for (let p = 0; p < bytes.length && widths.length < maxRecords; ) {
    if (!readByTheLetter(bytes, p, bytes.length, final, rules, reading) && !reading.unclosed) break;
    const odd = reading.stray || reading.unclosed;
    const blank = reading.fields === 1 && reading.end === p;
    let { next } = reading;
    if (reading.unclosed && reading.firstBreak >= 0) {
      next = afterBreak(bytes, reading.firstBreak, bytes.length);
      splitLiterally(bytes, p, reading.firstBreak, rules.delimiter, reading);
    }
    if (!blank) widths.push({ width: reading.fields, odd });
    p = next;
  }
  return widths;
}

/** The most frequent width; of equally frequent ones the larger, of none 0. */
export function modalWidth(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) {
      best = width;
      most = count;
    }
  }
  return best;
}

/** The most frequent width of records that are not blank. */
export function tableWidth(records: SampleRecord[]): number {
  return modalWidth(records.filter((record) => !record.blank).map((record) => record.cells.length));
}

/** Reads a sample of UTF-8 into records, blank ones included. */
export function readSample(bytes: Uint8Array, options: SampleOptions): SampleRecord[] {
  const { dialect, columns, final, maxRecords = Infinity } = options;
  const rules = { dialect: dialectBytes(dialect), columns: columns ?? 1, trailingDelimiter: false };
  const reader = new RecordReader(rules);
  const plain = new Reading();
  const records: SampleRecord[] = [];
  let line = 1;
  for (let p = 0; p < bytes.length && records.length < maxRecords; ) {
    const complete = columns === undefined ? readByTheLetter(bytes, p, bytes.length, final, rules.dialect, plain) : reader.read(bytes, p, bytes.length, final);
    if (!complete) break;
    const reading = columns === undefined ? plain : reader.reading;
    const cells: string[] = [];
    const quoted: boolean[] = [];
    for (let i = 0; i < reading.fields; i++) {
      cells.push(fieldText(bytes, reading.starts[i], reading.ends[i], reading.escaped[i], dialect));
      quoted.push(reading.quoted[i] === 1);
    }
    const odd = reading.unclosed ? RecordProblem.unclosedQuote : reading.stray ? RecordProblem.strayQuote : RecordProblem.none;
    records.push({
      cells,
      quoted,
      line,
      breaks: reading.lines - (reading.next > reading.end ? 1 : 0),
      start: p,
      next: reading.next,
      blank: cells.every((cell) => cell.trim() === ''),
      problem: columns === undefined ? odd : reader.problem,
      ending: ending(bytes, reading.end, reading.next),
    });
    line += reading.lines;
    p = reading.next;
  }
  return records;
}

function ending(bytes: Uint8Array, end: number, next: number): SampleRecord['ending'] {
  if (next === end) return '';
  if (next - end === 2) return '\r\n';
  return bytes[end] === CR ? '\r' : '\n';
}
