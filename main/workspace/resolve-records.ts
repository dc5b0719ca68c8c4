import { RowStatus } from '../facts/row-status.ts';
import type { StoredRecord } from '../ports/store.ts';

export type RecordResolution = {
  /** Records whose status differs from the one they came with. */
  changed: { id: number; status: number }[];
  counts: Map<number, RecordCounts>;
};

/** Rows of one batch that do not simply count. */
export type RecordCounts = { duplicates: number; restated: number; contradicting: number };

/**
 * Compares records of one kind by natural key, in order of import: equal to the one in force is a duplicate, other
 * values restate it. Records without a key are never compared.
 */
export function resolveRecords(records: readonly StoredRecord[]): RecordResolution {
  const inForce = new Map<string, { at: number; values: string }>();
  const statuses = new Uint8Array(records.length);
  const counts = new Map<number, RecordCounts>();
  records.forEach((record, at) => {
    let count = counts.get(record.batch);
    if (!count) counts.set(record.batch, (count = { duplicates: 0, restated: 0, contradicting: 0 }));
    if (record.key === '') return;
    const values = JSON.stringify([record.values, record.attributes]);
    const current = inForce.get(record.key);
    if (current !== undefined && current.values === values) {
      statuses[at] = RowStatus.duplicate;
      count.duplicates++;
      return;
    }
    if (current !== undefined) {
      statuses[current.at] = RowStatus.superseded;
      count.restated++;
    }
    inForce.set(record.key, { at, values });
  });
  const changed = records.flatMap((record, at) =>
    record.status === statuses[at] ? [] : [{ id: record.id, status: statuses[at] }],
  );
  return { changed, counts };
}
