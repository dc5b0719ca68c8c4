import { createHash } from 'node:crypto';
import type { ChunkInfo, FactName } from '../../main/ports/store.ts';
import type { Statements } from '../statements.ts';

/** Content hash that stands beside every stored blob. */
export function contentHash(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

export function insertChunk(
  sql: Statements,
  batch: number,
  fact: FactName,
  chunk: { rows: number; firstDay: number; lastDay: number; data: Uint8Array },
): number {
  return Number(
    sql
      .of('INSERT INTO chunk (batch, fact, row_count, first_day, last_day, sha256, data) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(batch, fact, chunk.rows, chunk.firstDay, chunk.lastDay, contentHash(chunk.data), chunk.data).lastInsertRowid,
  );
}

/** Chunks of published batches (and of one staging batch, if named) that may hold days of the range, in import order. */
export function selectChunks(
  sql: Statements,
  fact: FactName,
  options: { firstDay?: number; lastDay?: number; alsoBatch?: number },
): ChunkInfo[] {
  return sql
    .of(
      `SELECT chunk.id, chunk.batch, chunk.fact, row_count AS rows, chunk.first_day AS firstDay, chunk.last_day AS lastDay
       FROM chunk JOIN batch ON batch.id = chunk.batch
       WHERE fact = ? AND chunk.last_day >= ? AND chunk.first_day <= ? AND (batch.state = 'published' OR batch.id = ?)
       ORDER BY chunk.batch, chunk.id`,
    )
    .all(fact, options.firstDay ?? -1e9, options.lastDay ?? 1e9, options.alsoBatch ?? -1) as ChunkInfo[];
}

export function selectChunkData(sql: Statements, id: number): Uint8Array {
  return sql.of('SELECT data FROM chunk WHERE id = ?').pluck().get(id) as Uint8Array;
}

export function selectChunkStatuses(sql: Statements, id: number): Uint8Array | null {
  return sql.of('SELECT status FROM chunk WHERE id = ?').pluck().get(id) as Uint8Array | null;
}

export function updateChunkStatuses(sql: Statements, id: number, statuses: Uint8Array | null): void {
  sql.of('UPDATE chunk SET status = ? WHERE id = ?').run(statuses, id);
}

export function deleteChunks(sql: Statements, batch: number): void {
  sql.of('DELETE FROM chunk WHERE batch = ?').run(batch);
}

export function* eachChunkHash(sql: Statements): Generator<{ id: number; sha256: string; data: Uint8Array }> {
  for (const id of sql.of('SELECT id FROM chunk ORDER BY id').pluck().all() as number[]) {
    yield sql.of('SELECT id, sha256, data FROM chunk WHERE id = ?').get(id) as {
      id: number;
      sha256: string;
      data: Uint8Array;
    };
  }
}
