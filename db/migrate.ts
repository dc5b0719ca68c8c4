import BetterSqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import first from './migrations/0001-workspace.sql?raw';

/** Each entry brings a workspace from version i to i + 1; forward only. */
const MIGRATIONS: readonly string[] = [first];

/** Version that this program writes and the newest it can open. */
export const WORKSPACE_VERSION = MIGRATIONS.length;

/** 'MUST': marks a SQLite file as a Muster workspace. */
export const APPLICATION_ID = 0x4d555354;

/** Brings a workspace to the current version; every step shares a transaction with its version bump. */
export function migrate(db: Database): void {
  for (let version = versionOf(db); version < WORKSPACE_VERSION; version++) {
    db.transaction(() => {
      db.exec(MIGRATIONS[version]);
      db.pragma(`user_version = ${version + 1}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
    })();
  }
}

export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * What a workspace of some version consists of, by type and name, as SQLite writes it down. A file with more would run
 * foreign SQL; one in which a definition reads otherwise is damaged.
 */
export function schemaOf(version: number, options: BetterSqlite.Options): Map<string, string> {
  const db = new BetterSqlite(':memory:', options);
  try {
    for (const sql of MIGRATIONS.slice(0, version)) db.exec(sql);
    return readSchema(db);
  } finally {
    db.close();
  }
}

/** Everything that a file defines. */
export function readSchema(db: Database): Map<string, string> {
  const rows = db.prepare("SELECT type || ' ' || name, tbl_name || ': ' || coalesce(sql, '') FROM sqlite_schema").raw();
  return new Map(rows.all() as [string, string][]);
}
