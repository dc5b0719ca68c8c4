import type { QuarantinedRow } from '../contract/workspace.ts';
import type { Store } from '../ports/store.ts';
import { cleanRoomOf, withholdValues } from './clean-room.ts';

/** Rejected rows with their reasons; in a clean room without the rejected value, which can be a name. */
export function quarantinedRows(
  store: Store,
  { batch, offset, limit }: { batch: number | null; offset: number; limit: number },
): { total: number; rows: QuarantinedRow[] } {
  const { total, rows } = store.quarantine(batch, { offset, limit });
  if (cleanRoomOf(store) === null) return { total, rows };
  return { total, rows: withholdValues(rows) };
}
