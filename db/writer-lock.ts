import BetterSqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { InputRefused } from '../main/contract/errors.ts';

export type WriterLock = { release(): void };

/**
 * One process at a time may change a workspace; readers are not kept out. The lock is a file lock that the system
 * drops when the process ends, however it ends, so nothing stale can remain.
 */
export function lockForWriting(path: string, nativeBinding: string | null): WriterLock {
  const folder = join(tmpdir(), `muster-locks-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 32);
  const db = new BetterSqlite(join(folder, `${name}.lock`), {
    timeout: 0,
    ...(nativeBinding ? { nativeBinding } : {}),
  });
  try {
    db.pragma('journal_mode = off');
    db.exec('BEGIN EXCLUSIVE');
  } catch {
    db.close();
    const file = basename(path);
    throw new InputRefused('locked_workspace', `${file} is open in another Muster. Close it there and try again.`, {
      file,
    });
  }
  return { release: () => db.close() };
}
