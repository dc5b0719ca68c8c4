import { createHash } from 'node:crypto';
import type { IntegrityFinding } from '../main/ports/store.ts';
import { auditLength, firstBrokenEntry } from './audit.ts';
import { NOT_STAGED } from './batches.ts';
import { contentHash, eachChunkHash } from './facts/chunks.ts';
import { RECORD_TABLES, visitRecordTexts } from './facts/records.ts';
import { selectRollupHashes } from './rollups.ts';
import { loadSetting, saveSetting } from './settings.ts';
import type { Statements } from './statements.ts';

/** What is staged belongs to an import under way, or to one that was killed: it is not content. */
const QUERIES = [
  ...['worker_type', 'pay_code', 'worker', 'tuple', 'record_set'].map(
    (table) => `SELECT * FROM ${table} ORDER BY rowid`,
  ),
  "SELECT * FROM batch WHERE state <> 'staging' ORDER BY id",
  'SELECT * FROM site_name ORDER BY site',
  `SELECT id, batch, row, column_name, value, reason, byte_offset, hex(raw) FROM quarantine WHERE ${NOT_STAGED} ORDER BY id`,
  `SELECT id, batch, fact, row_count, first_day, last_day, sha256, hex(status) FROM chunk WHERE ${NOT_STAGED} ORDER BY id`,
];

/**
 * Hash over everything small: SQLite's own check misses most single changed bytes inside values.
 * Written with every publication, compared by `check`.
 */
export function sealContent(sql: Statements): void {
  saveSetting(sql, 'content_hash', smallContentHash(sql));
  saveSetting(sql, 'audit_length', String(auditLength(sql)));
}

/** After an entry of the history that leaves the content as it is: the content is not hashed anew. */
export function sealHistory(sql: Statements): void {
  if (loadSetting(sql, 'content_hash') === null) sealContent(sql);
  else saveSetting(sql, 'audit_length', String(auditLength(sql)));
}

function smallContentHash(sql: Statements): string {
  const hash = createHash('sha256');
  for (const query of QUERIES) hash.update(JSON.stringify(sql.of(query).raw().all())).update('\n');
  // A roster for every month is longer than a string can be.
  for (const kind of Object.keys(RECORD_TABLES)) {
    visitRecordTexts(sql, kind, (text) => hash.update(text).update('\n'));
    hash.update(kind);
  }
  return hash.digest('hex');
}

/** Everything that is wrong with the file: structure, content hashes, history. */
export function integrityFindings(sql: Statements): IntegrityFinding[] {
  const findings: IntegrityFinding[] = [];
  try {
    for (const line of sql.db.pragma('integrity_check(20)') as { integrity_check: string }[]) {
      if (line.integrity_check !== 'ok')
        findings.push({
          code: 'file_damaged',
          message: `The file is damaged: ${line.integrity_check}. Open the newest backup.`,
        });
    }
    for (const { id, sha256, data } of eachChunkHash(sql)) {
      if (contentHash(data) !== sha256)
        findings.push({
          code: 'chunk_damaged',
          message: `Chunk ${id} of the labour facts does not have the content that was stored. Open the newest backup.`,
        });
    }
    for (const { name, sha256, data } of selectRollupHashes(sql)) {
      if (contentHash(data) !== sha256)
        findings.push({
          code: 'rollup_damaged',
          message: `The rollup "${name}" does not have the content that was stored. Open the newest backup.`,
        });
    }
    const sealed = loadSetting(sql, 'content_hash');
    // Without a seal there may be nothing yet that was published.
    if (sealed === null ? auditLength(sql) > 0 : sealed !== smallContentHash(sql)) {
      findings.push({
        code: 'content_changed',
        message:
          'Batches, mappings or rows were changed outside Muster, or the file is damaged. Open the newest backup.',
      });
    }
    const broken = firstBrokenEntry(sql);
    if (broken !== null)
      findings.push({ code: 'history_changed', message: `The history was changed at entry ${broken}.` });
    else if (String(auditLength(sql)) !== (loadSetting(sql, 'audit_length') ?? '0'))
      findings.push({ code: 'history_changed', message: 'Entries at the end of the history are missing.' });
  } catch (error) {
    findings.push({
      code: 'file_damaged',
      message: `The file cannot be read to its end (${(error as Error).message}). Open the newest backup.`,
    });
  }
  return findings;
}
