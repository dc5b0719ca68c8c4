import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own for one test file, gone at the end. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a folder and gives its path. */
export function writeInto(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Lines of delimited text; a list of cells is joined by commas. */
export function csv(...rows: readonly (string | readonly (string | number)[])[]): string {
  return rows.map((row) => `${typeof row === 'string' ? row : row.join(',')}\n`).join('');
}
