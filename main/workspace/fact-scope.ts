import type { StoredRecord } from '../ports/store.ts';

/** Which facts count while a publication is being prepared: as stored, but for what is about to change. */
export type FactScope = {
  /** Statuses that are about to be stored, by chunk. */
  statuses?: ReadonlyMap<number, Uint8Array | null>;
  /** A staging batch to be counted as well. */
  alsoBatch?: number;
  /** A published batch to be left out. */
  withoutBatch?: number;
  /** Invoice records with the statuses that are about to be stored; those stored, if absent. */
  invoices?: readonly StoredRecord[];
};
