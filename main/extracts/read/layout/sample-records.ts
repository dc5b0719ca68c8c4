import { isBlankLine } from '../scanning/blank-line.ts';
import { dialectBytes, type Dialect } from '../dialect/dialect.ts';
import { fieldText } from '../field-text.ts';
import type { RecordProblemCode } from '../scanning/problem.ts';
import { CR, readByTheLetter, Reading } from '../scanning/reading.ts';
import { afterBreak, RecordReader, splitLiterally } from '../scanning/record.ts';

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
  /** Whether the sample ends where the file ends; otherwise its last, cut record is left out. */
  final: boolean;
  maxRecords?: number;
}

/** A record that takes up so much of a sample and is not at its end has left a quote open. */
const OPEN_BYTES = 65_536;

/** How wide a record is, and whether its quotes are odd. */
export interface RecordWidth {
  width: number;
  odd: boolean;
}

/**
 * The widths of the records of a sample that are not blank, without making text of them.
 * A quote left open over several lines counts for its first line only.
 */
export function measureSample(
  bytes: Uint8Array,
  { dialect, final, maxRecords = Infinity }: SampleOptions,
): RecordWidth[] {
  const rules = dialectBytes(dialect);
  const reading = new Reading();
  const widths: RecordWidth[] = [];
  for (let p = 0; p < bytes.length && widths.length < maxRecords;) {
    if (!readByTheLetter(bytes, p, bytes.length, final, rules, reading)) {
      const open =
        bytes.length - p > OPEN_BYTES &&
        readByTheLetter(bytes, p, bytes.length, true, rules, reading) &&
        reading.firstBreak >= 0;
      if (!open) break;
    }
    const odd = reading.stray || reading.unclosed;
    const blank = isBlankLine(bytes, p, reading.end, rules.delimiter);
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

/** Reads a sample of UTF-8 into records of `columns` fields, as far as they have them; blank ones are included. */
export function readSample(
  bytes: Uint8Array,
  columns: number,
  { dialect, final, maxRecords = Infinity }: SampleOptions,
): SampleRecord[] {
  const rules = dialectBytes(dialect);
  const reader = new RecordReader({ dialect: rules, columns, trailingDelimiter: false });
  const records: SampleRecord[] = [];
  let line = 1;
  for (let p = 0; p < bytes.length && records.length < maxRecords;) {
    if (!reader.read(bytes, p, bytes.length, final)) {
      const open =
        bytes.length - p > OPEN_BYTES &&
        reader.read(bytes, p, bytes.length, true) &&
        reader.reading.next < bytes.length;
      if (!open) break;
    }
    const { reading, problem } = reader;
    const cells: string[] = [];
    const quoted: boolean[] = [];
    for (let i = 0; i < reading.fields; i++) {
      cells.push(fieldText(bytes, reading.starts[i], reading.ends[i], reading.escaped[i], dialect));
      quoted.push(reading.quoted[i] === 1);
    }
    records.push({
      cells,
      quoted,
      line,
      breaks: reading.lines - (reading.next > reading.end ? 1 : 0),
      start: p,
      next: reading.next,
      blank: cells.every((cell) => cell.trim() === '') || isBlankLine(bytes, p, reading.end, rules.delimiter),
      problem,
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
