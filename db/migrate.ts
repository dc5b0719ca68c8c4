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

/** Names of everything a workspace of this version may hold; a file with more would run foreign SQL. */
export function expectedObjects(): Set<string> {
  const names = new Set<string>();
  for (const sql of MIGRATIONS)
    for (const match of sql.matchAll(/CREATE (?:UNIQUE )?(?:TABLE|INDEX) (\w+)/g)) names.add(match[1]);
  return names;
}
