import { decodeLaborChunk } from '../facts/labor-chunk.ts';
import { decodeStaffingChunk } from '../facts/staffing-chunk.ts';
import type { Store, StoredRecord } from '../store.ts';
import type { Dictionaries } from './dictionaries.ts';
import { finalInvoiceLines } from './invoice-lines.ts';
import { reconcileInvoices } from './reconcile-invoices.ts';
import { RollupSums } from './rollup.ts';
import { sumLaborChunk, sumStaffingChunk } from './sum-chunks.ts';

export type RebuildOptions = {
  /** Statuses that are about to be stored, by chunk. */
  statuses?: ReadonlyMap<number, Uint8Array | null>;
  /** A staging batch to be counted as well. */
  alsoBatch?: number;
  /** A published batch to be left out. */
  withoutBatch?: number;
  /** Invoice records with the statuses that are about to be stored; those stored, if absent. */
  invoices?: readonly StoredRecord[];
};

/** Sums all effective facts anew, from the chunks: after rows changed status, and to check what is stored. */
export function rebuildRollup(store: Store, dictionaries: Dictionaries, options: RebuildOptions = {}): RollupSums {
  const sums = new RollupSums();
  const statusesOf = (chunk: number) =>
    options.statuses?.has(chunk) ? options.statuses.get(chunk)! : store.chunkStatuses(chunk);
  const scope = options.alsoBatch === undefined ? {} : { alsoBatch: options.alsoBatch };
  for (const info of store.chunks('labor', scope)) {
    if (info.batch !== options.withoutBatch)
      sumLaborChunk(sums, decodeLaborChunk(store.chunkData(info.id)), statusesOf(info.id));
  }
  const censusSeen = new Set<string>();
  for (const info of store.chunks('staffing', scope)) {
    if (info.batch !== options.withoutBatch)
      sumStaffingChunk(sums, decodeStaffingChunk(store.chunkData(info.id)), statusesOf(info.id), {
        dictionaries,
        censusSeen,
      });
  }
  const lines = finalInvoiceLines(
    options.invoices ?? store.records('invoices').filter((record) => record.batch !== options.withoutBatch),
  );
  if (lines.length > 0) reconcileInvoices(sums, lines, { store, dictionaries, options });
  return sums;
}
