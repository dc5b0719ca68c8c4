import { RowStatus } from '../facts/row-status.ts';
import type { StoredRecord } from '../ports/store.ts';
import type { RecordResolution } from './resolve-records.ts';

/** What one batch states under one key: its distinct rows. */
export type Statement = { key: string; batch: number; rows: readonly StoredRecord[] };

/**
 * Rows of each batch that share a key, together, in order of import; of rows that say the same the first counts.
 * Records must come batch by batch.
 */
function statementsOf(records: readonly StoredRecord[]): Statement[] {
  const statements = new Map<string, { key: string; batch: number; rows: Map<string, StoredRecord> }>();
  for (const record of records) {
    const id = JSON.stringify([record.batch, record.key]);
    let statement = statements.get(id);
    if (!statement) statements.set(id, (statement = { key: record.key, batch: record.batch, rows: new Map() }));
    const said = saidBy(record);
    if (!statement.rows.has(said)) statement.rows.set(said, record);
  }
  return [...statements.values()].map(({ rows, ...statement }) => ({ ...statement, rows: [...rows.values()] }));
}

/** The latest statement under each key; one that only repeats the statement before it leaves that in force. */
export function statementsInForce(records: readonly StoredRecord[]): Statement[] {
  const inForce = new Map<string, Statement>();
  for (const statement of statementsOf(records)) {
    const before = inForce.get(statement.key);
    if (before === undefined || saidTogether(before) !== saidTogether(statement)) inForce.set(statement.key, statement);
  }
  return [...inForce.values()];
}

/**
 * Compares records of a versioned kind statement by statement: one equal to that in force is made of duplicates, any
 * other supersedes it whole.
 */
export function resolveStatements(records: readonly StoredRecord[]): RecordResolution {
  const statements = statementsOf(records);
  const effective = new Set(statementsInForce(records).flatMap(({ rows }) => rows.map(({ id }) => id)));
  const repeated = new Set(records.map(({ id }) => id));
  const counts = new Map(records.map(({ batch }) => [batch, { duplicates: 0, restated: 0, contradicting: 0 }]));
  const before = new Map<string, string>();
  for (const statement of statements) {
    const said = saidTogether(statement);
    const current = before.get(statement.key);
    if (current === said) continue;
    if (current !== undefined) counts.get(statement.batch)!.restated += statement.rows.length;
    before.set(statement.key, said);
    for (const { id } of statement.rows) repeated.delete(id);
  }
  for (const { id, batch } of records) if (repeated.has(id)) counts.get(batch)!.duplicates++;
  const statusOf = (id: number) => {
    if (effective.has(id)) return RowStatus.effective;
    return repeated.has(id) ? RowStatus.duplicate : RowStatus.superseded;
  };
  const changed = records.flatMap(({ id, batch, status: was }) => {
    const status = statusOf(id);
    return was === status ? [] : [{ id, batch, was, status }];
  });
  return { changed, counts };
}

function saidBy({ values, attributes }: StoredRecord): string {
  return JSON.stringify([values, attributes]);
}

function saidTogether({ rows }: Statement): string {
  return JSON.stringify(rows.map(saidBy).sort());
}
