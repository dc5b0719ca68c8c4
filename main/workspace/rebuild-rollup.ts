import { decodeLaborChunk } from '../facts/labor-chunk.ts';
import { decodeStaffingChunk } from '../facts/staffing-chunk.ts';
import type { Store } from '../ports/store.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { FactScope } from './fact-scope.ts';
import { finalInvoiceLines } from './invoice-lines.ts';
import { reconcileInvoices } from './reconcile-invoices.ts';
import { OwnPay } from './own-pay.ts';
import { RollupSums } from './rollup.ts';
import { sumLaborChunk, sumStaffingChunk } from './sum-chunks.ts';

/** Sums all effective facts anew, from the chunks: after rows changed status, and to check what is stored. */
export function rebuildRollup(store: Store, dictionaries: Dictionaries, options: FactScope = {}): RollupSums {
  const sums = new RollupSums();
  const ownPay = new OwnPay(dictionaries);
  const statusesOf = (chunk: number) =>
    options.statuses?.has(chunk) ? options.statuses.get(chunk)! : store.chunkStatuses(chunk);
  const scope = options.alsoBatch === undefined ? {} : { alsoBatch: options.alsoBatch };
  for (const info of store.chunks('labor', scope)) {
    if (info.batch !== options.withoutBatch)
      sumLaborChunk(sums, decodeLaborChunk(store.chunkData(info.id)), statusesOf(info.id), ownPay);
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
