import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ImportReport } from '../../main/contract/workspace.ts';
import { writeInto } from '../support/folder.ts';
import { importFile, openWorkspace, type ImportChoices } from '../support/workspace.ts';

/** What an import answered: A all accepted, Q some rows quarantined, R refused, W accepted with a warning. */
export type Answer = {
  answer: 'A' | 'Q' | 'R' | 'W';
  /** Code of the refusal. */
  code?: string;
  message?: string;
  place?: { file?: string; row?: number; column?: string };
  report?: ImportReport;
  accepted?: number;
  warnings?: string[];
  /** Quarantined rows as `line column reason`. */
  rejects?: string[];
  /** Hash of the monthly sums that figures are computed from. */
  sums?: string;
};

let made = 0;

/**
 * Imports a content as a user would, through the real reader, into a workspace of its own, and says what came of it.
 * Whatever the answer, the ledger adds up, nothing of a refused extract is stored, and every message is a sentence.
 */
export async function answerTo(
  folder: string,
  content: string | Uint8Array,
  choices: ImportChoices & { name?: string } = {},
): Promise<Answer> {
  const { name = `extract-${++made}.csv`, ...rest } = choices;
  return answerToFile(folder, writeInto(folder, name, content), rest);
}

export async function answerToFile(folder: string, path: string, choices: ImportChoices = {}): Promise<Answer> {
  const workspace = openWorkspace(join(folder, `answer-${++made}.muster`));
  try {
    const report = await importFile(workspace, path, choices);
    const rejects = workspace.store.quarantine(null, { offset: 0, limit: 100 }).rows;
    const hash = createHash('sha256');
    for (const name of ['cells', 'cells.start', 'regular_pay', 'overtime_pay', 'records'])
      hash.update(workspace.store.rollup(name) ?? 'none');
    return { ...accepted(report, rejects), sums: hash.digest('hex') };
  } catch (error) {
    expect(workspace.store.batches()).toEqual([]);
    return refused(error as Error & { code?: string; place?: Answer['place'] });
  } finally {
    workspace.close();
  }
}

function accepted(report: ImportReport, quarantine: { row: number; column: string | null; reason: string }[]): Answer {
  const { rowsRead, accepted, quarantined, duplicates, reasons, warnings } = report;
  expect(rowsRead).toBe(accepted + quarantined + duplicates);
  expect(Object.values(reasons).reduce((sum, rows) => sum + rows, 0)).toBe(quarantined);
  for (const { message } of warnings) expect(message).toMatch(/[.?]$/);
  return {
    answer: quarantined > 0 ? 'Q' : warnings.length > 0 ? 'W' : 'A',
    report,
    accepted,
    warnings: warnings.map(({ code }) => code),
    rejects: quarantine.map(({ row, column, reason }) => `${row} ${column ?? '-'} ${reason}`),
  };
}

function refused(error: Error & { code?: string; place?: Answer['place'] }): Answer {
  const { code, message, place } = error;
  if (code === undefined) throw error;
  expect(code).not.toBe('fault');
  expect(message).toMatch(/^.{20,}[.?:)]/);
  return { answer: 'R', code, message, ...(place ? { place } : {}) };
}
