import type { Dialect } from './dialect.ts';
import { RecordProblem } from '../scanning/problem.ts';
import { modalWidth, readSample, type RecordWidth, type SampleOptions } from '../layout/sample-records.ts';

/** How much less than one table several tables in a file are believed. */
const SEVERAL_TABLES = 0.8;
/** How much of a sound record one is worth whose odd quotes could be mended. */
const MENDED = 0.7;

/** Part of a file that dialects are compared on. */
export interface DialectSample {
  bytes: Uint8Array;
  options: Omit<SampleOptions, 'dialect'>;
}

/** From 0 to about 1: the most that a table of records of these widths can be believed, whatever its cells hold. */
export function shapeLikeness(widths: RecordWidth[]): number {
  if (widths.length === 0) return 0;
  const columns = modalWidth(widths.map((record) => record.width));
  // A record with odd quotes may yet be mended.
  const fitting = widths.filter((record) => record.odd || record.width === columns).length;
  return agreement(fitting / widths.length, widths) * breadth(columns);
}

/** From 0 to about 1: how much the sample looks like a table: records of one width, no odd quotes, cells of one value each. */
export function tableLikeness(sample: DialectSample, dialect: Dialect, widths: RecordWidth[]): number {
  const columns = modalWidth(widths.map((record) => record.width));
  const records = readSample(sample.bytes, columns, { ...sample.options, dialect }).filter((record) => !record.blank);
  const sound = records.filter((record) => record.problem === RecordProblem.none);
  const mended = records.filter(
    (record) => record.problem === RecordProblem.strayQuote && record.cells.length === columns,
  );
  const filled = new Uint8Array(columns);
  let cells = 0;
  let clean = 0;
  for (const record of [...sound, ...mended]) {
    record.cells.forEach((cell, c) => {
      if (cell !== '') filled[c] = 1;
      cells++;
      clean += record.quoted[c] ? 1 : cleanness(cell, dialect);
    });
  }
  if (cells === 0) return 0;
  const emptyColumns = filled.filter((seen) => seen === 0).length / columns;
  return (
    agreement((sound.length + MENDED * mended.length) / records.length, widths) *
    (clean / cells) *
    (1 - emptyColumns / 2) *
    breadth(columns)
  );
}

function agreement(fitting: number, widths: RecordWidth[]): number {
  return Math.max(fitting ** 2, SEVERAL_TABLES * steadiness(widths) ** 3);
}

/** Share of records that are as wide as a neighbour: near 1 as well where tables of different width follow each other. */
function steadiness(widths: RecordWidth[]): number {
  const steady = widths.filter(
    ({ width, odd }, i) => width > 1 && !odd && (widths[i - 1]?.width === width || widths[i + 1]?.width === width),
  );
  return steady.length / widths.length;
}

/** One column speaks for no delimiter at all; more columns are believed a little more than fewer. */
function breadth(columns: number): number {
  return columns === 1 ? 0.1 : 1 - 1 / (2 * columns);
}

/** From 0 to 1: how much an unquoted cell looks like one value, with nothing in it that could be a delimiter or a quote. */
function cleanness(cell: string, dialect: Dialect): number {
  if (cell === '') return 0.9;
  if (/^["']|["']$/.test(cell)) return 0.2;
  let clean = cell.startsWith(' ') || cell.endsWith(' ') ? 0.8 : 1;
  if (cell.includes('"') || /^[~^|#@*!&+<>;:]|[~^|#@*!&+<>;:]$/.test(cell)) clean *= 0.5;
  for (const [sign] of cell.matchAll(/[,;\t|]/g))
    if (!dialect.delimiter.includes(sign)) clean *= sign === ',' ? 0.8 : 0.3;
  return clean;
}
