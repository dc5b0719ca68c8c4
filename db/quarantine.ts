import type { QuarantinedRecord, RejectedRow } from '../main/ports/store.ts';
import type { Statements } from './statements.ts';

export function insertQuarantine(sql: Statements, batch: number, rows: readonly RejectedRow[]): void {
  const insert = sql.of(
    'INSERT INTO quarantine (batch, row, column_name, value, reason, byte_offset, raw) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const row of rows) insert.run(batch, row.row, row.column, row.value, row.reason, row.offset, row.raw);
}

const SHOWN =
  "FROM quarantine JOIN batch ON batch.id = quarantine.batch WHERE batch.state = 'published' AND (@batch IS NULL OR quarantine.batch = @batch)";

export function selectQuarantine(
  sql: Statements,
  batch: number | null,
  page: { offset: number; limit: number },
): { total: number; rows: QuarantinedRecord[] } {
  const total = sql.of(`SELECT count(*) ${SHOWN}`).pluck().get({ batch }) as number;
  const rows = sql
    .of(
      `SELECT quarantine.batch, batch.file, batch.sheet, row, column_name AS "column", value, reason ${SHOWN} ORDER BY quarantine.batch, row, quarantine.id LIMIT @limit OFFSET @offset`,
    )
    .all({ batch, limit: page.limit, offset: page.offset }) as QuarantinedRecord[];
  return { total, rows };
}

const CONTRADICTION = 'contradicts_row';

/** A stored row of a roster that contradicts another stands in quarantine while it does; it keeps its own values. */
export function quarantineContradiction(sql: Statements, roster: number): void {
  sql
    .of(
      `INSERT INTO quarantine (batch, row, column_name, value, reason, byte_offset, raw)
       SELECT batch, line, 'worker_id', worker_id, ?, 0, X'' FROM roster WHERE id = ?`,
    )
    .run(CONTRADICTION, roster);
}

export function releaseContradiction(sql: Statements, roster: number): void {
  sql
    .of('DELETE FROM quarantine WHERE reason = ? AND (batch, row) = (SELECT batch, line FROM roster WHERE id = ?)')
    .run(CONTRADICTION, roster);
}

export function countReasons(sql: Statements, batch: number): Record<string, number> {
  return Object.fromEntries(
    sql
      .of('SELECT reason, count(*) FROM quarantine WHERE batch = ? GROUP BY reason ORDER BY reason')
      .raw()
      .all(batch) as [string, number][],
  );
}

export function deleteQuarantine(sql: Statements, batch: number): void {
  sql.of('DELETE FROM quarantine WHERE batch = ?').run(batch);
}
