import type { RollupBlob } from '../main/ports/store.ts';
import { contentHash } from './facts/chunks.ts';
import type { Statements } from './statements.ts';

/** Throws as SQLite does for a damaged file when the content is not what was stored. */
export function selectRollup(sql: Statements, name: string): Uint8Array | null {
  const row = sql.of('SELECT sha256, data FROM rollup WHERE name = ?').get(name) as
    | { sha256: string; data: Uint8Array }
    | undefined;
  if (!row) return null;
  if (contentHash(row.data) !== row.sha256)
    throw Object.assign(new Error(`The rollup "${name}" is damaged.`), { code: 'SQLITE_CORRUPT' });
  return row.data;
}

/** Replaces all rollups: they are valid together or not at all. */
export function replaceRollups(sql: Statements, rollups: readonly RollupBlob[]): void {
  sql.of('DELETE FROM rollup').run();
  const insert = sql.of('INSERT INTO rollup (name, sha256, data) VALUES (?, ?, ?)');
  for (const { name, data } of rollups) insert.run(name, contentHash(data), data);
}

export function selectRollupHashes(sql: Statements): { name: string; sha256: string; data: Uint8Array }[] {
  return sql.of('SELECT name, sha256, data FROM rollup ORDER BY name').all() as {
    name: string;
    sha256: string;
    data: Uint8Array;
  }[];
}
