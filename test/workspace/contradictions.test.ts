import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { addExtract, toldOf, workspaceWith } from '../support/people.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
const HEADER = 'worker_id,entity,unit,job_code,worker_type,hire_date,term_date,term_reason,observed_from,observed_to';
const row = (worker: string, unit: string, hired: string, left = '', type = 'employee_full_time') =>
  `${worker},Hill,${unit},RN,${type},${hired},${left},,2024-01-01,2025-12-31`;
/** The employer's roster, and what another system has of the same people. */
const OURS = [HEADER, row('A', 'ICU', '2022-01-03', '2024-09-30'), row('B', 'ED', '2022-01-03')];
const THEIRS = [HEADER, row('A', 'ICU', '2022-02-01'), row('C', 'ED', '2023-01-02')];

const rejected = (workspace: Workspace) =>
  workspace.store
    .quarantine(null, { offset: 0, limit: 100 })
    .rows.map(({ batch, row: line, column, value, reason }) => [batch, line, column, value, reason]);
const ledgers = (workspace: Workspace) =>
  workspace.store
    .batches()
    .filter(({ state }) => state === 'published')
    .map(({ id, rowsRead, accepted, quarantined, duplicates }) => [id, rowsRead, accepted, quarantined, duplicates]);

describe('two rows that claim the same days of a worker in one entity', () => {
  it('are not both counted: the later one is quarantined with its reason', async () => {
    const workspace = await workspaceWith(folder, OURS);
    const report = await addExtract(folder, workspace, THEIRS);
    expect(report).toMatchObject({ rowsRead: 2, accepted: 1, quarantined: 1, duplicates: 0 });
    expect(report.reasons).toEqual({ contradicts_row: 1 });
    expect(rejected(workspace)).toEqual([[2, 2, 'worker_id', 'A', 'contradicts_row']]);
    expect(toldOf(workspace)).toEqual([
      'A: hire 2022-01-03, unclassified 2024-09-30, ICU',
      'B: hire 2022-01-03, stays, ED',
      'C: hire 2023-01-02, stays, ED',
    ]);
  });

  it('come to count when what they contradict is taken back, and the ledger of their batch with them', async () => {
    const workspace = await workspaceWith(folder, OURS, THEIRS);
    expect(workspace.undo(1)).toEqual({ batch: 1, rows: 2, readmitted: 1 });
    expect(ledgers(workspace)).toEqual([[2, 2, 2, 0, 0]]);
    expect(rejected(workspace)).toEqual([]);
    expect(toldOf(workspace)[0]).toBe('A: hire 2022-02-01, stays, ICU');
    expect(workspace.check()).toEqual([]);
  });

  it('come to count when what they contradict is restated', async () => {
    const workspace = await workspaceWith(folder, OURS, THEIRS, [HEADER, row('A', 'ICU', '2022-01-03', '2022-01-31')]);
    expect(ledgers(workspace)).toEqual([
      [1, 2, 2, 0, 0],
      [2, 2, 2, 0, 0],
      [3, 1, 1, 0, 0],
    ]);
    expect(toldOf(workspace)[0]).toBe('A: hire 2022-01-03, stays, ICU > ICU');
  });

  it('are two jobs where neither takes the whole time and they differ in place', async () => {
    const workspace = await workspaceWith(folder, [
      HEADER,
      row('A', 'ICU', '2022-01-03', '2024-09-30', 'employee_part_time'),
      row('A', 'ED', '2022-02-01', '', 'per_diem'),
    ]);
    expect(rejected(workspace)).toEqual([]);
  });

  it('are a change of terms where the first has no end, or hands over on its last day', async () => {
    const workspace = await workspaceWith(folder, [
      HEADER,
      row('A', 'ICU', '2022-01-03'),
      row('A', 'ICU', '2024-02-01'),
      row('B', 'ICU', '2022-01-03', '2024-02-01'),
      row('B', 'ED', '2024-02-01'),
    ]);
    expect(rejected(workspace)).toEqual([]);
    expect(toldOf(workspace)).toEqual(['A: hire 2022-01-03, stays, ICU > ICU', 'B: hire 2022-01-03, stays, ICU > ED']);
  });
});

let runs = 0;
const anyRow = fc
  .record({
    worker: fc.constantFrom('A', 'B'),
    unit: fc.constantFrom('ICU', 'ED'),
    hired: fc.constantFrom('2024-01-01', '2024-02-01', '2024-03-01'),
    left: fc.constantFrom('', '2024-02-15', '2024-06-30', '2023-01-01'),
  })
  .map(({ worker, unit, hired, left }) => row(worker, unit, hired, left));

it('keeps every ledger whole and every state the same, whatever is imported and taken back', async () => {
  const files = fc.array(fc.array(anyRow, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), async (extracts, which) => {
      const open = async (some: readonly (readonly string[])[]) => {
        const workspace = openWorkspace(join(folder, `property-${runs++}.muster`));
        for (const [i, rows] of some.entries())
          // A column of its own keeps equal files apart.
          await importFile(
            workspace,
            writeInto(
              folder,
              `property-${runs}-${i}.csv`,
              csv(HEADER, ...rows, row(`OTHER${i}${rows.length}`, 'ICU', '2024-01-01')),
            ),
          );
        return workspace;
      };
      const workspace = await open(extracts);
      for (const [, read, accepted, quarantined, duplicates] of ledgers(workspace))
        expect(accepted + quarantined + duplicates).toBe(read);
      const undone = which % extracts.length;
      workspace.undo(undone + 1);
      const without = await open(extracts.filter((_, i) => i !== undone));
      const counts = (all: (number | string)[][]) => all.map(([, ...rest]) => rest);
      expect(counts(ledgers(workspace))).toEqual(counts(ledgers(without)));
      expect(rejected(workspace).map(([, ...rest]) => rest).length).toBe(rejected(without).length);
      const people = (some: Workspace) => toldOf(some).filter((text) => !text.startsWith('OTHER'));
      expect(people(workspace)).toEqual(people(without));
      workspace.close();
      without.close();
    }),
    { numRuns: 25 },
  );
});
