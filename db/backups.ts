import BetterSqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';

const KEPT_A_DAY = 3;
const KEPT = 10;

/** Folder beside a workspace in which its backups stand. */
export function backupFolder(path: string): string {
  return join(path, '..', `${basename(path)} backups`);
}

/**
 * Writes a checked copy of the workspace beside it and drops old ones: three of the newest day, one of every earlier
 * day, ten in all. The copy appears under its name only when it is whole and on the disk.
 */
export function backUp(db: Database, path: string, nativeBinding: string | null): string {
  const folder = backupFolder(path);
  mkdirSync(folder, { recursive: true });
  const stamp = new Date()
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  const target = join(folder, `${stamp}.muster`);
  if (existsSync(target)) return target;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    chmodSync(partial, 0o600);
    verify(partial, nativeBinding);
    sync(partial);
    renameSync(partial, target);
    sync(folder);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  thinOut(folder);
  return target;
}

function verify(path: string, nativeBinding: string | null): void {
  const copy = new BetterSqlite(path, { readonly: true, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    const result = copy.pragma('quick_check(1)', { simple: true });
    if (result !== 'ok') throw new Error(`The backup did not pass its check: ${String(result)}`);
  } finally {
    copy.close();
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function thinOut(folder: string): void {
  const names = readdirSync(folder)
    .filter((name) => /^\d{8}T\d{6}Z\.muster$/.test(name))
    .sort()
    .reverse();
  const newestDay = names[0]?.slice(0, 8);
  const perDay = new Map<string, number>();
  const keep = names.filter((name) => {
    const day = name.slice(0, 8);
    const seen = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, seen);
    return seen <= (day === newestDay ? KEPT_A_DAY : 1);
  });
  const kept = new Set(keep.slice(0, KEPT));
  for (const name of names) if (!kept.has(name)) rmSync(join(folder, name), { force: true });
}
