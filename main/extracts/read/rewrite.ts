import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PlainCsvWriter } from './plain-csv.ts';
import { openTable } from './records.ts';
import { RefusedInput } from './refused.ts';
import type { ReadingOptions, Understanding } from './understanding.ts';
import type { ReadingWarning } from './warning.ts';

/** Names that a plain file may keep; the name of a packed file or a workbook would belie what is in it. */
const PLAIN_NAME = /^(?!.*\.(gz|xlsx|xlsm|xlsb|xls)$)/i;

/** How one file was read. */
export interface Rewritten {
  understanding: Understanding;
  rows: number;
  /** Rows that needed repair, by physical line. */
  odd: { line: number; reason: string }[];
  /** Physical lines after the data. */
  footerLines: number;
  /** The plain file written, or null. */
  out: string | null;
  warnings: ReadingWarning[];
}

/**
 * Reads a whole file and, with a folder given, writes it there as plain CSV under its own name.
 * Every row comes out as wide as the header: short ones are filled up, empty cells beyond it dropped, others joined to the last cell.
 */
export async function rewrite(path: string, options: ReadingOptions, outDir: string | null): Promise<Rewritten> {
  const table = await openTable(path, options);
  const { understanding } = table;
  const out = outDir === null ? null : await target(path, outDir);
  const writer = out === null ? null : await PlainCsvWriter.create(out);
  const odd: Rewritten['odd'] = [];
  let rows = 0;
  try {
    if (understanding.hasHeader) await writer?.writeRow(understanding.headerText);
    for await (const record of table.records()) {
      rows++;
      if (record.problem !== null) odd.push({ line: record.line, reason: record.problem });
      await writer?.writeRow(toWidth(record.cells, understanding.header.length, understanding.delimiter));
    }
    await writer?.finish();
  } catch (error) {
    await writer?.discard();
    throw error;
  }
  const footerLines = understanding.dataEnd === null ? understanding.footerLines : table.linesAfter();
  return {
    understanding,
    rows,
    odd,
    footerLines,
    out,
    warnings: [...table.source.warnings, ...understanding.warnings],
  };
}

async function target(path: string, outDir: string): Promise<string> {
  const file = basename(path);
  const out = join(outDir, PLAIN_NAME.test(file) ? file : `${file}.csv`);
  const [source, existing] = await Promise.all([realpath(path), realpath(out).catch(() => null)]);
  if (source === existing)
    throw new RefusedInput('would_overwrite', `${file} would be written over itself. Choose another folder.`, { file });
  return out;
}

function toWidth(cells: string[], width: number, delimiter: string): string[] {
  if (cells.length === width) return cells;
  if (cells.length < width) return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
  const beyond = cells.slice(width);
  if (beyond.every((cell) => cell.trim() === '')) return cells.slice(0, width);
  return [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)];
}
