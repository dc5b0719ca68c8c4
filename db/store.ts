import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { InputRefused } from '../main/contract/errors.ts';
import type { NewBatch, Publication, Store, StoredWorkerType } from '../main/ports/store.ts';
import { appendAudit } from './audit.ts';
import { backUp } from './backups.ts';
import {
  deleteBatch,
  insertBatch,
  loadBatches,
  loadBatchWithContent,
  selectBatchEvents,
  settleBatch,
  stagingBatches,
  updateLedger,
} from './batches.ts';
import {
  insertAdditions,
  insertWorkerTypes,
  loadPayCodes,
  loadRecordSets,
  loadSiteNames,
  loadTuples,
  loadWorkerName,
  loadWorkers,
  loadWorkerTypes,
  updatePayClass,
} from './dictionaries.ts';
import {
  deleteChunks,
  insertChunk,
  selectChunkData,
  selectChunks,
  selectChunkStatuses,
  updateChunkStatuses,
} from './facts/chunks.ts';
import {
  deleteRecords,
  insertRecords,
  selectRecords,
  selectRecordsEver,
  updateRecordStatus,
  visitRecords,
} from './facts/records.ts';
import { integrityFindings, sealContent, sealHistory } from './integrity.ts';
import { asRefusal, openDatabase, setJournal } from './open.ts';
import type { OpenOptions } from './open.ts';
import {
  countReasons,
  deleteQuarantine,
  insertQuarantine,
  quarantineContradiction,
  releaseContradiction,
  selectQuarantine,
} from './quarantine.ts';
import { replaceRollups, selectRollup } from './rollups.ts';
import { loadSetting, saveSetting } from './settings.ts';
import { Statements } from './statements.ts';

/**
 * Opens the workspace at a path as the domain's store; a new one starts with the worker types given. Its history names
 * the account at work. Throws InputRefused as `openDatabase` does.
 */
export function openStore(
  options: OpenOptions & { workerTypes: readonly StoredWorkerType[]; account: string | null },
  now: () => string,
): Store & { sqliteVersion: string } {
  const { db, lock } = openDatabase(options);
  const sql = new Statements(db);
  const file = basename(options.path);
  const identity = identityOf(options.path);
  let changed = false;

  /** A transaction that is on the disk when it returns. */
  const durably = (work: () => void) => {
    db.pragma('synchronous = FULL');
    try {
      db.transaction(() => {
        work();
        // What is written into a file that has lost its name is gone when it is closed.
        if (identityOf(options.path) !== identity) throw replaced(file);
      })();
      changed = true;
    } catch (error) {
      throw asRefusal(error, file);
    } finally {
      db.pragma('synchronous = NORMAL');
    }
  };
  /** Staged work may be lost with the power: nothing reads it. */
  const staged = <T>(work: () => T): T => {
    try {
      return db.transaction(work)();
    } catch (error) {
      throw asRefusal(error, file);
    }
  };
  const discard = (batch: number) =>
    staged(() => {
      deleteChunks(sql, batch);
      deleteQuarantine(sql, batch);
      deleteRecords(sql, batch);
      deleteBatch(sql, batch);
    });

  if (options.mode === 'write') {
    try {
      for (const batch of stagingBatches(sql)) discard(batch);
      if (loadWorkerTypes(sql).length === 0) staged(() => insertWorkerTypes(sql, options.workerTypes));
    } catch (error) {
      db.close();
      lock?.release();
      throw asRefusal(error, file);
    }
  }

  return refusing(file, {
    readOnly: options.mode === 'read',
    sqliteVersion: db.prepare('SELECT sqlite_version()').pluck().get() as string,

    tuples: () => loadTuples(sql),
    workers: () => loadWorkers(sql),
    workerName: (id) => loadWorkerName(sql, id),
    payCodes: () => loadPayCodes(sql),
    recordSets: () => loadRecordSets(sql),
    siteNames: () => loadSiteNames(sql),
    workerTypes: () => loadWorkerTypes(sql),
    setting: (key) => loadSetting(sql, key),
    setSettings: (settings) =>
      durably(() => {
        for (const [setting, value] of Object.entries(settings)) {
          saveSetting(sql, setting, value);
          appendAudit(sql, { at: now(), action: 'set', detail: { setting, value, by: options.account } });
        }
        sealHistory(sql);
      }),
    mapPayCode: (id, payClass, rollups) =>
      durably(() => {
        updatePayClass(sql, id, payClass);
        replaceRollups(sql, rollups);
        appendAudit(sql, { at: now(), action: 'map_pay_code', detail: { id, payClass, by: options.account } });
        sealContent(sql);
      }),

    batches: () => loadBatches(sql),
    batchWithContent: (sha256, recipeHash) => loadBatchWithContent(sql, sha256, recipeHash),
    stageBatch: (batch: NewBatch) => staged(() => insertBatch(sql, batch)),
    stageChunk: (batch, fact, chunk) => staged(() => insertChunk(sql, batch, fact, chunk)),
    stageQuarantine: (batch, rows) => staged(() => insertQuarantine(sql, batch, rows)),
    stageRecords: (batch, kind, rows) => staged(() => insertRecords(sql, batch, kind, rows)),
    discard,
    publish: (change) =>
      durably(() => {
        publish(sql, change);
        appendAudit(sql, {
          at: now(),
          action: change.action,
          detail: { batch: change.batch, sha256: change.sha256, ledger: change.ledger, by: options.account },
        });
        sealContent(sql);
      }),

    chunks: (fact, chunkOptions = {}) => selectChunks(sql, fact, chunkOptions),
    chunkData: (id) => selectChunkData(sql, id),
    chunkStatuses: (id) => selectChunkStatuses(sql, id),
    records: (kind, recordOptions = {}) => selectRecords(sql, kind, recordOptions.alsoBatch),
    visitRecords: (kind, visit, { alsoBatch } = {}) => visitRecords(sql, kind, visit, alsoBatch),
    recordsEver: (kind) => selectRecordsEver(sql, kind),
    batchEvents: (kind) => selectBatchEvents(sql, kind),
    quarantine: (batch, page) => selectQuarantine(sql, batch, page),
    quarantineReasons: (batch) => countReasons(sql, batch),
    rollup: (name) => selectRollup(sql, name),

    integrity: () => integrityFindings(sql),
    close: () => {
      try {
        if (options.mode === 'write') {
          if (changed) backUp(db, options.path, options.nativeBinding);
          // At rest the workspace is one plain file that can be copied, mailed or opened from a read-only folder.
          setJournal(db, 'memory');
        }
      } catch (error) {
        options.warn?.(
          `${file} was closed without a backup: ${(error as Error).message}. What is stored in it is safe.`,
        );
      } finally {
        db.close();
        lock?.release();
      }
    },
  });
}

/** A store whose every call turns what SQLite reports into a refusal: a damaged file is no fault of the program. */
function refusing<S extends object>(file: string, store: S): S {
  const guarded = Object.entries(store).map(([name, work]: [string, unknown]) => {
    if (typeof work !== 'function') return [name, work];
    return [
      name,
      (...list: unknown[]): unknown => {
        try {
          return work(...list);
        } catch (error) {
          // Text that is no JSON any more was not written so.
          throw asRefusal(error instanceof SyntaxError ? { code: 'SQLITE_CORRUPT' } : error, file);
        }
      },
    ];
  });
  return Object.fromEntries(guarded) as S;
}

/** What tells whether a path still leads to the file that was opened. */
function identityOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev} ${stats.ino}`;
}

function replaced(file: string): InputRefused {
  return new InputRefused(
    'workspace_replaced',
    `${file} was moved, deleted or replaced by another file while it was open, so nothing was stored. Close it, and open the file you mean.`,
    { file },
  );
}

function publish(sql: Statements, change: Publication): void {
  const { ledger } = change;
  if (change.state === 'published' && ledger.rowsRead !== ledger.accepted + ledger.quarantined + ledger.duplicates) {
    throw new Error(`The ledger of batch ${change.batch} does not add up: ${JSON.stringify(ledger)}`);
  }
  insertAdditions(sql, change.additions);
  settleBatch(sql, change);
  for (const [batch, other] of change.ledgers) updateLedger(sql, batch, other);
  for (const [chunk, statuses] of change.chunkStatuses) updateChunkStatuses(sql, chunk, statuses);
  for (const { kind, id, status } of change.recordStatuses) updateRecordStatus(sql, kind, id, status);
  for (const id of change.contradictions.released) releaseContradiction(sql, id);
  for (const id of change.contradictions.found) quarantineContradiction(sql, id);
  if (change.state === 'undone') {
    deleteChunks(sql, change.batch);
    if (!change.keepsRecords) deleteRecords(sql, change.batch);
    deleteQuarantine(sql, change.batch);
  }
  replaceRollups(sql, change.rollups);
}

/** SHA-256 of a text as lower-case hex, for recipes. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
