import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import type { Ledger, Publication, Store, StoredBatch, StoredRecord } from '../ports/store.ts';
import type { Dictionaries } from './dictionaries.ts';
import { rebuildRollup } from './rebuild-rollup.ts';
import { resolveLabor } from './resolve-labor.ts';
import { RecordComparison } from './resolve-records.ts';
import type { RecordResolution } from './resolve-records.ts';
import { RosterComparison } from './resolve-roster.ts';
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
  const records = batch.fact ? null : resolved(store, dictionaries, batch.kind, { alsoBatch: batch.id });
  const { duplicates, restated } = (resolution ?? records)?.counts.get(batch.id) ?? { duplicates: 0, restated: 0 };
  const quarantined = batch.quarantined + (records?.counts.get(batch.id)?.contradicting ?? 0);
  const ledger: Ledger = {
    rowsRead: batch.rowsRead,
    accepted: batch.rowsRead - quarantined - duplicates,
    quarantined,
    duplicates,
    restated,
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
    ledgers: otherLedgers(store.batches(), batch.id, resolution?.counts ?? records?.steps ?? new Map()),
    chunkStatuses: changedStatuses(resolution),
    recordStatuses: (records?.changed ?? []).map(({ id, status }) => ({ kind: batch.kind, id, status })),
    contradictions: records?.contradictions ?? { found: [], released: [] },
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
  const records = fact ? null : resolved(store, dictionaries, batch.kind, { withoutBatch: batch.id });
  const steps: ReadonlyMap<number, LedgerStep> = resolution?.counts ?? records?.steps ?? new Map();
  const invoices =
    batch.kind === 'invoices'
      ? { invoices: withStatuses(store.records('invoices'), records!).filter((record) => record.batch !== batch.id) }
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
    ledgers: otherLedgers(store.batches(), batch.id, steps),
    chunkStatuses: changedStatuses(resolution),
    recordStatuses: (records?.changed ?? []).map(({ id, status }) => ({ kind: batch.kind, id, status })),
    contradictions: records?.contradictions ?? { found: [], released: [] },
    rollups: encodeRollup(rollup),
  };
  store.publish(publication);
  dictionaries.markStored();
  const readmitted = [...steps.values()].reduce(
    (sum, { duplicates, contradicting = 0 }) => sum + Math.max(0, -duplicates) + Math.max(0, -contradicting),
    0,
  );
  return { rows: batch.accepted, readmitted, rollup };
}

/** Compares the records of a kind with each other, a staged batch among them or a published one left out. */
function resolved(
  store: Store,
  dictionaries: Dictionaries,
  kind: string,
  { alsoBatch, withoutBatch }: { alsoBatch?: number; withoutBatch?: number },
): Resolved {
  const scope = alsoBatch === undefined ? {} : { alsoBatch };
  if (kindOf(kind).versioned)
    return withConsequences(
      resolveStatements(store.records(kind, scope).filter(({ batch }) => batch !== withoutBatch)),
    );
  const comparison = kind === 'roster' ? new RosterComparison(dictionaries) : new RecordComparison();
  store.visitRecords(
    kind,
    (record) => {
      if (record.batch !== withoutBatch) comparison.add(record);
    },
    scope,
  );
  return withConsequences(comparison.resolution());
}

type Resolved = RecordResolution & {
  steps: ReadonlyMap<number, LedgerStep>;
  contradictions: Publication['contradictions'];
};

/** Adds what changed statuses do to the ledgers of the batches that the records came with, and to quarantine. */
function withConsequences(resolution: RecordResolution): Resolved {
  const steps = new Map<number, { duplicates: number; contradicting: number }>();
  const contradictions = { found: [] as number[], released: [] as number[] };
  for (const { id, batch, was, status } of resolution.changed) {
    let step = steps.get(batch);
    if (!step) steps.set(batch, (step = { duplicates: 0, contradicting: 0 }));
    step.duplicates += Number(status === RowStatus.duplicate) - Number(was === RowStatus.duplicate);
    if (status === RowStatus.contradicting) contradictions.found.push(id);
    else if (was === RowStatus.contradicting) contradictions.released.push(id);
    else continue;
    step.contradicting += status === RowStatus.contradicting ? 1 : -1;
  }
  return { ...resolution, steps, contradictions };
}

/** Records with the statuses that they are about to have. */
function withStatuses(records: readonly StoredRecord[], { changed }: RecordResolution): StoredRecord[] {
  const now = new Map(changed.map(({ id, status }) => [id, status]));
  return records.map((record) => ({ ...record, status: now.get(record.id) ?? record.status }));
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
    const invoices = withStatuses(store.records('invoices', { alsoBatch: batch.id }), records!);
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

/** Rows by which a ledger changes. */
type LedgerStep = { duplicates: number; contradicting?: number };

function otherLedgers(
  batches: readonly StoredBatch[],
  self: number,
  steps: ReadonlyMap<number, LedgerStep>,
): Map<number, Ledger> {
  const ledgers = new Map<number, Ledger>();
  for (const batch of batches) {
    const { duplicates = 0, contradicting = 0 } = steps.get(batch.id) ?? {};
    if (batch.id === self || batch.state !== 'published' || (duplicates === 0 && contradicting === 0)) continue;
    ledgers.set(batch.id, {
      ...batch,
      accepted: batch.accepted - duplicates - contradicting,
      quarantined: batch.quarantined + contradicting,
      duplicates: batch.duplicates + duplicates,
    });
  }
  return ledgers;
}
