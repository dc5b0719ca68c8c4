import BetterSqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';

/**
 * Hash of all that a SQLite file says: its schema and every value of every table. Two files of one content may differ
 * in unused space. `unreadable` where SQLite cannot tell.
 */
export function contentOf(path: string): string {
  let db: BetterSqlite.Database | null = null;
  try {
    db = new BetterSqlite(path, { readonly: true });
    const hash = createHash('sha256');
    const schema = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all() as {
      type: string;
      name: string;
    }[];
    hash.update(JSON.stringify([schema, db.pragma('user_version'), db.pragma('application_id')]));
    for (const { name } of schema.filter(({ type }) => type === 'table')) {
      for (const row of db.prepare(`SELECT * FROM ${name} NOT INDEXED`).raw().iterate() as IterableIterator<
        unknown[]
      >) {
        for (const value of row)
          hash.update(value instanceof Uint8Array ? value : `${typeof value} ${JSON.stringify(value)}`).update('|');
      }
    }
    return hash.digest('hex');
  } catch {
    return 'unreadable';
  } finally {
    db?.close();
  }
}
