import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import type { Ledger, Publication, Store, StoredBatch, StoredRecord } from '../ports/store.ts';
import type { Dictionaries } from './dictionaries.ts';
import { rebuildRollup } from './rebuild-rollup.ts';
import { resolveLabor } from './resolve-labor.ts';
import { resolveRecords } from './resolve-records.ts';
import type { RecordResolution } from './resolve-records.ts';
import { resolveStatements } from './resolve-statements.ts';
import { resolveStaffing } from './resolve-staffing.ts';
import { decodeRollup, encodeRollup } from './rollup.ts';
import type { Rollup, RollupSums } from './rollup.ts';
import type { Resolution, Window } from './status-book.ts';

export type StagedBatch = {
  id: number;
  kind: string;
  /** null for kinds stored row by row. */
  fact: 'labor' | 'staffing' | null;
  /** Sums of the batch alone, all rows effective. */
  sums: RollupSums;
  window: Window | null;
  rowsRead: number;
  quarantined: number;
  skipped: number;
  sha256: string;
  size: number;
  warnings: { code: string; message: string }[];
  /** What the history calls its publication. */
  action: 'import' | 'decide';
};

export type Changed = { ledger: Ledger; rollup: Rollup };

/** Compares a staged batch with the workspace and makes it visible, in one durable transaction. */
export function publishBatch(store: Store, dictionaries: Dictionaries, batch: StagedBatch): Changed {
  const resolution = batch.fact
    ? resolveWith(store, dictionaries, batch.fact, batch.window, { alsoBatch: batch.id })
    : null;
  const records = batch.fact ? null : resolverOf(batch.kind)(store.records(batch.kind, { alsoBatch: batch.id }));
  const count = (resolution ?? records)?.counts.get(batch.id) ?? { duplicates: 0, restated: 0 };
  const ledger: Ledger = {
    rowsRead: batch.rowsRead,
    accepted: batch.rowsRead - batch.quarantined - count.duplicates,
    quarantined: batch.quarantined,
    duplicates: count.duplicates,
    restated: count.restated,
    skipped: batch.skipped,
  };
  const sums = nextSums(store, dictionaries, batch, { resolution, records });
  const rollup = sums.sorted(dictionaries.tuples.size);
  store.publish({
    batch: batch.id,
    state: 'published',
    ledger,
    sha256: batch.sha256,
    size: batch.size,
    warnings: batch.warnings,
    keepsRecords: true,
    action: batch.action,
    firstDay: batch.window?.firstDay ?? null,
    lastDay: batch.window?.lastDay ?? null,
    additions: dictionaries.additions(),
    ledgers: otherLedgers(store.batches(), batch.id, resolution?.counts ?? new Map()),
    chunkStatuses: changedStatuses(resolution),
    recordStatuses: (records?.changed ?? []).map((change) => ({ kind: batch.kind, ...change })),
    rollups: encodeRollup(rollup),
  });
  dictionaries.markStored();
  return { ledger, rollup };
}

/** Takes a batch back; rows that later batches had dropped as its duplicates count again. */
export function undoBatch(
  store: Store,
  dictionaries: Dictionaries,
  batch: StoredBatch,
): { rows: number; readmitted: number; rollup: Rollup } {
  const fact = batch.kind === 'labor' || batch.kind === 'staffing' ? batch.kind : null;
  const window = batch.firstDay === null ? null : { firstDay: batch.firstDay, lastDay: batch.lastDay! };
  const resolution = fact ? resolveWith(store, dictionaries, fact, window, { withoutBatch: batch.id }) : null;
  const remaining = fact ? [] : store.records(batch.kind).filter((record) => record.batch !== batch.id);
  const before = duplicatesByBatch(remaining);
  const records = fact ? null : resolverOf(batch.kind)(remaining);
  const counts =
    resolution?.counts ??
    new Map(
      [...(records?.counts ?? [])].map(([id, { duplicates }]) => [
        id,
        { duplicates: duplicates - (before.get(id) ?? 0), restated: 0 },
      ]),
    );
  const changed = new Map((records?.changed ?? []).map(({ id, status }) => [id, status]));
  const invoices =
    batch.kind === 'invoices'
      ? { invoices: remaining.map((record) => ({ ...record, status: changed.get(record.id) ?? record.status })) }
      : {};
  const rollup = rebuildRollup(store, dictionaries, {
    withoutBatch: batch.id,
    ...invoices,
    ...(resolution ? { statuses: resolution.statuses } : {}),
  }).sorted(dictionaries.tuples.size);
  const publication: Publication = {
    batch: batch.id,
    state: 'undone',
    ledger: batch,
    sha256: batch.sha256,
    size: 0,
    warnings: batch.warnings,
    keepsRecords: kindOf(batch.kind).versioned ?? false,
    action: 'undo',
    firstDay: batch.firstDay,
    lastDay: batch.lastDay,
    additions: dictionaries.additions(),
    ledgers: otherLedgers(store.batches(), batch.id, counts),
    chunkStatuses: changedStatuses(resolution),
    recordStatuses: (records?.changed ?? []).map((change) => ({ kind: batch.kind, ...change })),
    rollups: encodeRollup(rollup),
  };
  store.publish(publication);
  dictionaries.markStored();
  const readmitted = [...counts.values()].reduce((sum, { duplicates }) => sum + Math.max(0, -duplicates), 0);
  return { rows: batch.accepted, readmitted, rollup };
}

/** How records of a kind are compared with each other. */
function resolverOf(kind: string): (records: readonly StoredRecord[]) => RecordResolution {
  return kindOf(kind).versioned ? resolveStatements : resolveRecords;
}

function resolveWith(
  store: Store,
  dictionaries: Dictionaries,
  fact: 'labor' | 'staffing',
  window: Window | null,
  scope: { alsoBatch?: number; withoutBatch?: number },
): Resolution | null {
  if (!window) return null;
  const chunks = store
    .chunks(fact, { ...window, ...(scope.alsoBatch === undefined ? {} : { alsoBatch: scope.alsoBatch }) })
    .filter((chunk) => chunk.batch !== scope.withoutBatch);
  // Labour rows of one extract are never compared with each other; staffing records are.
  if (fact === 'labor' && chunks.every((chunk) => chunk.batch === scope.alsoBatch)) return null;
  return fact === 'labor'
    ? resolveLabor(store, dictionaries, chunks, window)
    : resolveStaffing(store, dictionaries, chunks, window);
}

/** The batch is added to what is stored where that is exact; else everything is summed anew. */
function nextSums(
  store: Store,
  dictionaries: Dictionaries,
  batch: StagedBatch,
  { resolution, records }: { resolution: Resolution | null; records: RecordResolution | null },
): RollupSums {
  const statuses = resolution ? { statuses: resolution.statuses } : {};
  if (batch.kind === 'invoices') {
    const changed = new Map(records!.changed.map(({ id, status }) => [id, status]));
    const invoices = store
      .records('invoices', { alsoBatch: batch.id })
      .map((record) => ({ ...record, status: changed.get(record.id) ?? record.status }));
    return rebuildRollup(store, dictionaries, { invoices });
  }
  // An invoice may bill what this batch brings, so that the sums before it cannot be added to.
  const billed = batch.fact === 'labor' && store.records('invoices').length > 0;
  // Both may carry the census of one site and day, which counts once.
  const sharesDays = batch.fact === 'staffing' && resolution !== null && resolution.counts.size > 1;
  return resolution?.changed || billed || sharesDays
    ? rebuildRollup(store, dictionaries, { ...statuses, alsoBatch: batch.id })
    : withStored(store, batch.sums);
}

function withStored(store: Store, sums: RollupSums): RollupSums {
  const stored = decodeRollup((name) => store.rollup(name));
  if (stored) sums.addRollup(stored);
  return sums;
}

function changedStatuses(resolution: Resolution | null): Map<number, Uint8Array | null> {
  return resolution?.changed ? resolution.statuses : new Map();
}

function otherLedgers(
  batches: readonly StoredBatch[],
  self: number,
  counts: ReadonlyMap<number, { duplicates: number }>,
): Map<number, Ledger> {
  const ledgers = new Map<number, Ledger>();
  for (const batch of batches) {
    const step = counts.get(batch.id)?.duplicates ?? 0;
    if (batch.id === self || batch.state !== 'published' || step === 0) continue;
    ledgers.set(batch.id, { ...batch, accepted: batch.accepted - step, duplicates: batch.duplicates + step });
  }
  return ledgers;
}

function duplicatesByBatch(records: readonly { batch: number; status: number }[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const record of records)
    if (record.status === RowStatus.duplicate) counts.set(record.batch, (counts.get(record.batch) ?? 0) + 1);
  return counts;
}
