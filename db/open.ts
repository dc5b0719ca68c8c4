import BetterSqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { InputRefused } from '../main/contract/errors.ts';
import { APPLICATION_ID, migrate, readSchema, schemaOf, versionOf, WORKSPACE_VERSION } from './migrate.ts';
import { backUp } from './backups.ts';
import { lockForWriting } from './writer-lock.ts';
import type { WriterLock } from './writer-lock.ts';

export type OpenOptions = {
  path: string;
  /** Native addon of runtimes that cannot load the default one. */
  nativeBinding: string | null;
  mode: 'read' | 'write';
  /** Told what went wrong without harm to what is stored, in a sentence. */
  warn?: (message: string) => void;
};

export type OpenDatabase = { db: Database; lock: WriterLock | null };

const MAGIC = 'SQLite format 3\0';
const BUSY_MS = 2_000;
/** Tables that every use of a workspace reads whole. */
const READ_AT_ONCE = ['setting', 'worker_type', 'pay_code', 'worker', 'tuple', 'record_set', 'site_name', 'batch'];
/** A workspace names people and their pay: other users of the machine do not read it. */
const OWNER_ONLY = 0o600;

/**
 * Opens a workspace, or makes one where there is no file yet (write mode only).
 * A newer, foreign, damaged or locked file is refused with a sentence and left untouched: everything is checked on
 * a read-only handle before the first write.
 */
export function openDatabase(options: OpenOptions): OpenDatabase {
  const file = basename(options.path);
  const isNew = !existsSync(options.path) || isUnfinished(options);
  if (isNew && options.mode === 'read')
    throw new InputRefused('no_workspace', `There is no workspace ${file}. Import an extract into it first.`, { file });
  if (!isNew) inspect(options, file);
  if (options.mode === 'read') return { db: connect(options, true), lock: null };
  if (!isNew) requireWritable(options.path, file);
  const lock = lockForWriting(options.path, options.nativeBinding);
  try {
    return { db: openForWriting(options, isNew), lock };
  } catch (error) {
    lock.release();
    throw asRefusal(error, file);
  }
}

/**
 * Journals are made beside the file. Where none can be made, opening would fail only after the file was marked as having
 * one, and then nobody could read it there any more.
 */
function requireWritable(path: string, file: string): void {
  const real = realpathSync(path);
  try {
    for (const place of [real, dirname(real)]) accessSync(place, constants.W_OK);
  } catch (error) {
    throw asRefusal(error, file);
  }
}

function openForWriting(options: OpenOptions, isNew: boolean): Database {
  const db = connect(options, false);
  try {
    if (isNew) {
      chmodSync(options.path, OWNER_ONLY);
      db.pragma('page_size = 16384');
    }
    setJournal(db, 'wal');
    settle(db);
    if (versionOf(db) < WORKSPACE_VERSION) {
      if (!isNew) backUp(db, options.path, options.nativeBinding);
      migrate(db);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function connect(options: OpenOptions, readonly: boolean, timeout = BUSY_MS): Database {
  return new BetterSqlite(options.path, {
    readonly,
    fileMustExist: readonly,
    timeout,
    ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
  });
}

/** Sets what RELIABILITY rules ask for and reads it back: a setting that did not take is an error. */
function settle(db: Database): void {
  const wanted: [pragma: string, value: string | number][] = [
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
    ['synchronous', 1],
    // Chunks are written once and read once: a larger cache (in KiB, negative) would only hold memory.
    ['cache_size', -2_000],
  ];
  for (const [pragma, value] of wanted) {
    db.pragma(`${pragma} = ${value}`);
    const got = db.pragma(pragma, { simple: true });
    if (got !== value) throw new Error(`SQLite kept ${pragma} at ${String(got)}.`);
  }
}

/**
 * Changes how the file is journalled: write-ahead while it is open for writing, `memory` to leave one plain file at rest.
 * Only a few bytes within the first sector change, so that this write needs no rollback journal; one left behind by a
 * killed process could not be rolled back by a reader, who would then be kept out.
 */
export function setJournal(db: Database, mode: 'wal' | 'memory'): void {
  for (const step of ['memory', mode]) db.pragma(`journal_mode = ${step}`);
  const got = db.pragma('journal_mode', { simple: true });
  if (got !== mode) throw new Error(`SQLite kept journal_mode at ${String(got)}.`);
}

/** Whether the making of the file was interrupted before anything was in it: nobody's work, so it may be made anew. */
function isUnfinished(options: OpenOptions): boolean {
  const stats = statSync(options.path);
  if (!stats.isFile()) return false;
  if (stats.size === 0) return true;
  if (headOf(options.path) !== MAGIC) return false;
  let db: Database | null = null;
  try {
    db = connect(options, true, 0);
    const marked = versionOf(db) !== 0 || db.pragma('application_id', { simple: true }) !== 0;
    return !marked && db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  } catch {
    // What is wrong with it is said by `inspect`.
    return false;
  } finally {
    db?.close();
  }
}

function inspect(options: OpenOptions, file: string): void {
  if (!statSync(options.path).isFile() || headOf(options.path) !== MAGIC) {
    throw new InputRefused(
      'not_a_workspace',
      `${file} is not a Muster workspace. To read an extract, import it into a workspace.`,
      { file },
    );
  }
  let db: Database | null = null;
  try {
    db = connect(options, true);
    db.pragma('trusted_schema = 0');
    const version = versionOf(db);
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new InputRefused(
        'foreign_file',
        `${file} is a database of another program, not a Muster workspace. It was left as it is.`,
        { file },
      );
    }
    if (version > WORKSPACE_VERSION) {
      throw new InputRefused(
        'newer_workspace',
        `${file} was made by a newer Muster (workspace version ${version}; this program knows up to ${WORKSPACE_VERSION}). Update Muster to open it.`,
        { file },
      );
    }
    const expected = schemaOf(version, options.nativeBinding ? { nativeBinding: options.nativeBinding } : {});
    const found = readSchema(db);
    const strange = [...found.keys()].find((name) => !expected.has(name));
    if (strange)
      throw new InputRefused(
        'foreign_file',
        `${file} holds a ${strange.split(' ')[0]} that no Muster workspace has. It was left as it is.`,
        { file },
      );
    for (const [name, sql] of expected) if (found.get(name) !== sql) throw damaged(file);
    // What cannot be read is found before the first write, not by it.
    for (const table of READ_AT_ONCE) db.prepare(`SELECT count(*) FROM ${table} NOT INDEXED`).get();
  } catch (error) {
    throw asRefusal(error, file);
  } finally {
    db?.close();
  }
}

function headOf(path: string): string {
  const head = Buffer.alloc(MAGIC.length);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1');
}

function damaged(file: string): InputRefused {
  return new InputRefused(
    'damaged_workspace',
    `${file} is damaged. It was left as it is; open the newest backup from the folder "${file} backups" beside it.`,
    { file },
  );
}

/** Turns what SQLite reports into a sentence; anything else passes through. */
export function asRefusal(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new InputRefused('locked_workspace', `${file} is in use by another program. Close it there and try again.`, {
      file,
    });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(file);
  if (code === 'SQLITE_FULL')
    return new InputRefused(
      'disk_full',
      `The disk is full; ${file} is as it was before. Free some space and try again.`,
      { file },
    );
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_PERM') ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS'
  ) {
    return new InputRefused(
      'not_writable',
      `${file} or its folder cannot be written. Copy it to a folder of yours and open it there.`,
      { file },
    );
  }
  if (code.startsWith('SQLITE_IOERR'))
    return new InputRefused(
      'disk_error',
      `The disk reported an error while reading or writing ${file}. Check the disk, then try again.`,
      { file },
    );
  return error;
}
