import { RowStatus } from '../facts/row-status.ts';
import type { ChunkInfo, Store } from '../ports/store.ts';

/** Days within which rows are compared; rows outside keep the status they have. */
export type Window = { firstDay: number; lastDay: number };

/** Outcome of comparing the rows of all batches in a window of days. */
export type Resolution = {
  /** Statuses by chunk; null when all rows are effective. */
  statuses: Map<number, Uint8Array | null>;
  /** Whether any row of any chunk changed its status. */
  changed: boolean;
  /** Source records by batch: how many became duplicates (negative: were readmitted) and how many restate another. */
  counts: Map<number, { duplicates: number; restated: number }>;
};

/** Statuses of chunks while they are being resolved, and what that does to the ledgers. */
export class StatusBook {
  private readonly chunks = new Map<number, { batch: number; before: Uint8Array | null; now: Uint8Array }>();
  readonly counts = new Map<number, { duplicates: number; restated: number }>();

  constructor(private readonly store: Store) {}

  /** Statuses of a chunk to write to; those of rows inside the window are reset by `open`. */
  open(info: ChunkInfo): Uint8Array {
    let chunk = this.chunks.get(info.id);
    if (!chunk) {
      const before = this.store.chunkStatuses(info.id);
      chunk = { batch: info.batch, before, now: before ? Uint8Array.from(before) : new Uint8Array(info.rows) };
      this.chunks.set(info.id, chunk);
      if (!this.counts.has(info.batch)) this.counts.set(info.batch, { duplicates: 0, restated: 0 });
    }
    return chunk.now;
  }

  supersede(chunk: number, row: number): void {
    this.chunks.get(chunk)!.now[row] = RowStatus.superseded;
  }

  close(): Resolution {
    const statuses = new Map<number, Uint8Array | null>();
    let changed = false;
    for (const [id, { batch, before, now }] of this.chunks) {
      statuses.set(id, now.some((status) => status !== RowStatus.effective) ? now : null);
      for (let row = 0; row < now.length; row++) {
        const was = before === null ? RowStatus.effective : before[row];
        if (was === now[row]) continue;
        changed = true;
        const step = (now[row] === RowStatus.duplicate ? 1 : 0) - (was === RowStatus.duplicate ? 1 : 0);
        this.counts.get(batch)!.duplicates += step;
      }
    }
    return { statuses, changed, counts: this.counts };
  }
}

/** Chunks in order of import. */
export function byBatch(chunks: readonly ChunkInfo[]): Map<number, ChunkInfo[]> {
  const sorted = [...chunks].sort((a, b) => a.batch - b.batch || a.id - b.id);
  return Map.groupBy(sorted, ({ batch }) => batch);
}
