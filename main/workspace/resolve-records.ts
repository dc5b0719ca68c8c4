import { IntColumn } from '../facts/int-column.ts';
import { RowStatus } from '../facts/row-status.ts';
import type { StoredRecord } from '../ports/store.ts';

/** A record whose status is not the one it came with. */
export type RecordChange = { id: number; batch: number; was: number; status: number };

export type RecordResolution = { changed: RecordChange[]; counts: Map<number, RecordCounts> };

/** Rows of one batch that do not simply count. */
export type RecordCounts = { duplicates: number; restated: number; contradicting: number };

/**
 * Compares records of one kind by natural key, in order of import: equal to the one in force is a duplicate, other
 * values restate it. Records without a key are never compared. Takes them one by one and keeps a few numbers of each,
 * because there may be millions.
 */
export class RecordComparison {
  readonly counts = new Map<number, RecordCounts>();
  private readonly ids = new IntColumn();
  private readonly batches = new IntColumn();
  private readonly was = new IntColumn();
  private readonly status = new IntColumn();
  private readonly fingerprints: number[] = [];
  private readonly inForce = new Map<string, number>();

  /** Position of the record, for `statusAt` and `mark`. */
  add(record: StoredRecord): number {
    const at = this.ids.length;
    const count = this.countOf(record.batch);
    this.ids.push(record.id);
    this.batches.push(record.batch);
    this.was.push(record.status);
    this.status.push(RowStatus.effective);
    const fingerprint = fingerprintOf(JSON.stringify([record.values, record.attributes]));
    this.fingerprints.push(fingerprint);
    if (record.key === '') return at;
    const current = this.inForce.get(record.key);
    if (current !== undefined && this.fingerprints[current] === fingerprint) {
      this.status.set(at, RowStatus.duplicate);
      count.duplicates++;
      return at;
    }
    if (current !== undefined) {
      this.status.set(current, RowStatus.superseded);
      count.restated++;
    }
    this.inForce.set(record.key, at);
    return at;
  }

  statusAt(at: number): number {
    return this.status.at(at);
  }

  /** Says that a record in force contradicts another. */
  markContradicting(at: number): void {
    this.status.set(at, RowStatus.contradicting);
    this.countOf(this.batches.at(at)).contradicting++;
  }

  resolution(): RecordResolution {
    const changed: RecordChange[] = [];
    for (let at = 0; at < this.ids.length; at++) {
      const [was, status] = [this.was.at(at), this.status.at(at)];
      if (was !== status) changed.push({ id: this.ids.at(at), batch: this.batches.at(at), was, status });
    }
    return { changed, counts: this.counts };
  }

  private countOf(batch: number): RecordCounts {
    let count = this.counts.get(batch);
    if (!count) this.counts.set(batch, (count = { duplicates: 0, restated: 0, contradicting: 0 }));
    return count;
  }
}

/** 53 bits of a text: that two statements under one key have the same by chance is beyond all likelihood. */
function fingerprintOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
