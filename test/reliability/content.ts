import BetterSqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';

const PUBLISHED = "batch IN (SELECT id FROM batch WHERE state = 'published')";

/** What may differ between two runs of the same work: times, and the hashes and history that depend on them. */
const TIMED = new Set(['setting', 'audit']);

/**
 * All that can be seen of a workspace, read without any code of ours, as one hash; `empty` where there is nothing.
 * Two workspaces to which the same was done have the same content, however often it was interrupted.
 */
export function visibleContent(path: string): string {
  return contentOf(path, (table, columns) => {
    if (TIMED.has(table)) return null;
    const shown = columns.filter((column) => column !== 'imported' && !(table === 'batch' && column === 'recipe'));
    const where =
      table === 'batch' ? " WHERE state <> 'staging'" : columns.includes('batch') ? ` WHERE ${PUBLISHED}` : '';
    return `SELECT ${shown.join(', ')} FROM ${table}${where}`;
  });
}

/** Everything that stands in a workspace, staged rows, times and history included. */
export function wholeContent(path: string): string {
  return contentOf(path, (table) => `SELECT * FROM ${table}`);
}

function contentOf(path: string, query: (table: string, columns: string[]) => string | null): string {
  if (!existsSync(path)) return 'empty';
  const db = new BetterSqlite(path, { readonly: true });
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[];
    const hash = createHash('sha256');
    let rows = 0;
    for (const table of tables) {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
      const text = query(table, columns);
      if (text === null) continue;
      const found = (db.prepare(text).raw().all() as unknown[][]).map((row) => JSON.stringify(row)).sort();
      if (table !== 'worker_type') rows += found.length;
      hash.update(`${table}\n${found.join('\n')}\n`);
    }
    return rows === 0 ? 'empty' : hash.digest('hex').slice(0, 16);
  } finally {
    db.close();
  }
}
