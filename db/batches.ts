import type { BatchEvent, Ledger, NewBatch, Publication, StoredBatch } from '../main/ports/store.ts';
import type { Statements } from './statements.ts';

const COLUMNS = `id, file, sheet, sha256, recipe_hash AS recipeHash, kind, profile, state, imported, rows_read AS rowsRead, accepted, quarantined,
  duplicates, restated, skipped, first_day AS firstDay, last_day AS lastDay, warnings`;

type BatchRow = Omit<StoredBatch, 'warnings'> & { warnings: string };

/** Condition on a `batch` column: the row belongs to a batch that was published. */
export const NOT_STAGED = "batch IN (SELECT id FROM batch WHERE state <> 'staging')";

export function loadBatches(sql: Statements): StoredBatch[] {
  return (sql.of(`SELECT ${COLUMNS} FROM batch WHERE state <> 'staging' ORDER BY id`).all() as BatchRow[]).map(parsed);
}

export function loadBatchWithContent(sql: Statements, sha256: string, recipeHash: string): StoredBatch | null {
  const row = sql
    .of(`SELECT ${COLUMNS} FROM batch WHERE state = 'published' AND sha256 = ? AND recipe_hash = ?`)
    .get(sha256, recipeHash) as BatchRow | undefined;
  return row ? parsed(row) : null;
}

function parsed(row: BatchRow): StoredBatch {
  return { ...row, warnings: JSON.parse(row.warnings) as StoredBatch['warnings'] };
}

/** Publications and undoings of batches of a kind, as the audit has them. */
export function selectBatchEvents(sql: Statements, kind: string): BatchEvent[] {
  const rows = sql
    .of(
      `SELECT batch.id AS batch, audit.action <> 'undo' AS counts, audit.at, json_extract(audit.detail, '$.by') AS by
       FROM audit JOIN batch ON batch.id = json_extract(audit.detail, '$.batch') WHERE batch.kind = ? ORDER BY audit.seq`,
    )
    .all(kind) as (Omit<BatchEvent, 'counts'> & { counts: number })[];
  return rows.map((row) => ({ ...row, counts: row.counts === 1 }));
}

export function insertBatch(sql: Statements, batch: NewBatch): number {
  return Number(
    sql
      .of(
        "INSERT INTO batch (file, sheet, kind, profile, recipe, recipe_hash, imported, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'staging')",
      )
      .run(batch.file, batch.sheet, batch.kind, batch.profile, batch.recipe, batch.recipeHash, batch.imported)
      .lastInsertRowid,
  );
}

export function settleBatch(sql: Statements, change: Publication): void {
  const { ledger } = change;
  sql
    .of(
      `UPDATE batch SET state = ?, sha256 = ?, size = ?, first_day = ?, last_day = ?, warnings = ?, rows_read = ?, accepted = ?, quarantined = ?,
       duplicates = ?, restated = ?, skipped = ? WHERE id = ?`,
    )
    .run(
      change.state,
      change.sha256,
      change.size,
      change.firstDay,
      change.lastDay,
      JSON.stringify(change.warnings),
      ledger.rowsRead,
      ledger.accepted,
      ledger.quarantined,
      ledger.duplicates,
      ledger.restated,
      ledger.skipped,
      change.batch,
    );
}

export function updateLedger(sql: Statements, batch: number, ledger: Ledger): void {
  sql
    .of('UPDATE batch SET accepted = ?, quarantined = ?, duplicates = ?, restated = ? WHERE id = ?')
    .run(ledger.accepted, ledger.quarantined, ledger.duplicates, ledger.restated, batch);
}

export function deleteBatch(sql: Statements, batch: number): void {
  sql.of('DELETE FROM batch WHERE id = ?').run(batch);
}

export function stagingBatches(sql: Statements): number[] {
  return sql.of("SELECT id FROM batch WHERE state = 'staging'").pluck().all() as number[];
}
