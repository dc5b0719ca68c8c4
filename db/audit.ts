import { createHash } from 'node:crypto';
import type { Statements } from './statements.ts';

type AuditRow = { seq: number; at: string; action: string; detail: string; previous: string; hash: string };

const GENESIS = '0'.repeat(64);

/** Adds an entry that hashes the one before, so that history cannot be changed unnoticed. */
export function appendAudit(sql: Statements, entry: { at: string; action: string; detail: unknown }): void {
  const last = sql.of('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined;
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    action: entry.action,
    detail: JSON.stringify(entry.detail),
    previous: last?.hash ?? GENESIS,
  };
  sql
    .of('INSERT INTO audit (seq, at, action, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?)')
    .run(row.seq, row.at, row.action, row.detail, row.previous, hashOf(row));
}

/** Sequence number of the first entry that does not fit the chain; null when it is whole. */
export function firstBrokenEntry(sql: Statements): number | null {
  let previous = GENESIS;
  let expected = 1;
  for (const row of sql
    .of('SELECT seq, at, action, detail, previous, hash FROM audit ORDER BY seq')
    .all() as AuditRow[]) {
    if (row.seq !== expected || row.previous !== previous || row.hash !== hashOf(row)) return expected;
    previous = row.hash;
    expected++;
  }
  return null;
}

function hashOf({ seq, at, action, detail, previous }: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, at, action, detail, previous]))
    .digest('hex');
}

/** Entries there are; a truncated history is shorter than the count kept in the settings. */
export function auditLength(sql: Statements): number {
  return sql.of('SELECT count(*) FROM audit').pluck().get() as number;
}
