import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openTable } from '../../../main/extracts/read/records.ts';
import { fieldText } from '../../../main/extracts/read/field-text.ts';
import { RecordScanner, type ScannerOptions } from '../../../main/extracts/read/scan.ts';
import { problemName } from '../../../main/extracts/read/scanning/problem.ts';
import type { ReadingOptions } from '../../../main/extracts/read/understanding.ts';

/** A folder of its own for the files of one test file, gone at the end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-read-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let files = 0;

/** Puts bytes or text in a file and returns its path. */
export function fileOf(folder: string, content: string | Uint8Array, name = `extract-${++files}.csv`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface Row {
  cells: string[];
  line: number;
  problem: string | null;
}

/** Reads a whole file as the product does. */
export async function readFile(path: string, options: ReadingOptions = {}) {
  const table = await openTable(path, options);
  const rows: Row[] = [];
  for await (const row of table.records()) rows.push(row);
  const warnings = [...table.source.warnings, ...table.understanding.warnings];
  return {
    ...table.understanding,
    rows,
    cells: rows.map((row) => row.cells),
    warnings: warnings.map((warning) => warning.code),
    source: table.source,
  };
}

/** Scans bytes cut into pieces of `chunk` bytes, with junk in the buffer behind them, as a reused buffer has. */
export function scan(
  content: string | Uint8Array,
  options: Partial<ScannerOptions> & { columns: number },
  chunk = Infinity,
) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const dialect = { delimiter: ',', quote: '"', escape: options.quote === undefined ? '"' : options.quote, ...options };
  const scanner = new RecordScanner({ firstLine: 1, maxRecords: 1000, ...dialect });
  const rows: (Row & { offset: number })[] = [];
  let window = new Uint8Array(0);
  let fed = 0;
  do {
    const piece = bytes.subarray(fed, fed + chunk);
    fed += piece.length;
    const next = new Uint8Array(window.length + piece.length + 8).fill(0x22);
    next.set(window);
    next.set(piece, window.length);
    const filled = window.length + piece.length;
    let p = 0;
    for (let more = true; more;) {
      const after = scanner.scan(next, p, filled, fed >= bytes.length);
      more = after > p && after < filled;
      p = after;
      for (let i = 0; i < scanner.count; i++) {
        const cells: string[] = [];
        for (let s = i * options.columns; s < (i + 1) * options.columns; s++)
          cells.push(fieldText(next, scanner.starts[s], scanner.ends[s], scanner.escaped[s], dialect));
        rows.push({
          cells,
          line: scanner.lines[i],
          offset: scanner.offsets[i],
          problem: scanner.problems[i] === 0 ? null : problemName(scanner.problems[i]),
        });
      }
    }
    window = next.slice(p, filled);
  } while (fed < bytes.length);
  return {
    rows,
    cells: rows.map((row) => row.cells),
    blankLines: scanner.blankLines,
    literalQuotes: scanner.literalQuotes,
    left: window.length,
  };
}

export const PLAIN_EXTRACT = 'worker_id,name,hours\n1,Ann,7.5\n2,Bob,8\n3,Cy,6\n';

/** The code of the refusal that a reading ends in, or 'accepted'. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );
}
