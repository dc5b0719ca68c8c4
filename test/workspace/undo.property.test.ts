import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredBatch } from '../../main/ports/store.ts';
import { rowsUnder } from '../../main/workspace/source-rows.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
let runs = 0;

/** A line of an extract: the first five columns are its natural key. */
type Line = {
  worker: string;
  day: string;
  unit: string;
  payCode: string;
  correction: string;
  hours: number;
  cost: string;
  home: string;
};
type Step = { import: Line[] } | { undo: number };

const COLUMNS = ['worker_id', 'work_date', 'unit', 'pay_code', 'is_correction', 'hours', 'cost', 'home_unit'];
const cells = (line: Line) => [
  line.worker,
  line.day,
  line.unit,
  line.payCode,
  line.correction,
  line.hours,
  line.cost,
  line.home,
];

const anyLine: fc.Arbitrary<Line> = fc.record({
  worker: fc.constantFrom('A', 'B'),
  day: fc.constantFrom('2025-01-30', '2025-01-31', '2025-02-01'),
  unit: fc.constantFrom('ICU', 'ED'),
  payCode: fc.constantFrom('regular', 'overtime'),
  correction: fc.constantFrom('', '', 'true'),
  hours: fc.integer({ min: 1, max: 2 }),
  cost: fc.constantFrom('100.00', '200.00', '', '#REF!'),
  home: fc.constantFrom('ICU', 'ICU', 'ED'),
});
const anyFile = fc.array(anyLine, { minLength: 1, maxLength: 7 });
/** Files that come again, whole or as parts of others, and batches that are taken back. */
const anySteps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(anyFile, { minLength: 1, maxLength: 4 }),
    fc.array(fc.record({ kind: fc.nat({ max: 3 }), which: fc.nat(), other: fc.nat() }), { minLength: 3, maxLength: 9 }),
  )
  .map(([files, plan]) =>
    plan.map(({ kind, which, other }): Step => {
      const file = files[which % files.length];
      if (kind === 0) return { undo: which };
      return { import: kind === 1 ? [...file, ...files[other % files.length]] : file };
    }),
  );

type Effective = { batch: number; line: number };
type Batch = { id: number; lines: Line[]; state: 'published' | 'undone' };

/** What the definitions say, in the plainest form: batches in order, one row in force for each key. */
class NaiveWorkspace {
  readonly batches: Batch[] = [];

  effective(): { rows: Effective[]; duplicates: Map<number, number>; restated: Map<number, number> } {
    const inForce = new Map<string, { at: Effective; values: string }>();
    const duplicates = new Map<number, number>();
    const restated = new Map<number, number>();
    for (const { id, lines } of this.batches.filter(({ state }) => state === 'published')) {
      const seen = new Map<string, number>();
      duplicates.set(id, 0);
      restated.set(id, 0);
      lines.forEach((line, i) => {
        if (line.cost === '#REF!') return;
        const plain = cells(line).slice(0, 5).join('|');
        const occurrence = (seen.get(plain) ?? 0) + 1;
        seen.set(plain, occurrence);
        const key = `${plain}|${occurrence}`;
        const values = cells(line).slice(5).join('|');
        const current = inForce.get(key);
        if (current?.values === values) return void duplicates.set(id, duplicates.get(id)! + 1);
        if (current) restated.set(id, restated.get(id)! + 1);
        inForce.set(key, { at: { batch: id, line: i + 2 }, values });
      });
    }
    return { rows: [...inForce.values()].map(({ at }) => at), duplicates, restated };
  }

  find(lines: Line[]): Batch | undefined {
    return this.batches.find(
      (batch) => batch.state === 'published' && JSON.stringify(batch.lines) === JSON.stringify(lines),
    );
  }
}

const sorted = (rows: Effective[]) => rows.map(({ batch, line }) => batch * 1000 + line).sort((a, b) => a - b);

function effectiveRows(workspace: Workspace): Effective[] {
  const { rows } = rowsUnder(workspace.view(), {
    query: { metric: 'labor_cost', where: {}, from: '2025-01', to: '2025-02' },
    offset: 0,
    limit: 1_000,
  });
  return rows.map((row) => ({ batch: Number(row['batch']), line: Number(row['line']) }));
}

async function carryOut(step: Step, workspace: Workspace, naive: NaiveWorkspace): Promise<void> {
  if ('undo' in step) {
    const published = naive.batches.filter(({ state }) => state === 'published');
    if (published.length === 0) return;
    const batch = published[step.undo % published.length];
    const before = naive.effective();
    batch.state = 'undone';
    const after = naive.effective();
    const readmitted = [...after.duplicates].reduce(
      (sum, [id, count]) => sum + Math.max(0, before.duplicates.get(id)! - count),
      0,
    );
    const accepted = batch.lines.filter(({ cost }) => cost !== '#REF!').length - before.duplicates.get(batch.id)!;
    expect(workspace.undo(batch.id)).toEqual({ batch: batch.id, rows: accepted, readmitted });
    return;
  }
  const known = naive.find(step.import);
  const path = writeInto(folder, `extract-${runs}.csv`, csv(COLUMNS, ...step.import.map(cells)));
  const report = await importFile(workspace, path, { kind: 'labor', settings: { currency: 'USD' } });
  expect(report.rowsRead).toBe(report.accepted + report.quarantined + report.duplicates);
  if (known) {
    expect(report).toMatchObject({
      batch: null,
      rowsRead: step.import.length,
      duplicates: step.import.length,
      accepted: 0,
      quarantined: 0,
    });
    return;
  }
  naive.batches.push({ id: report.batch!, lines: step.import, state: 'published' });
  const { duplicates, restated } = naive.effective();
  expect(report).toMatchObject({
    rowsRead: step.import.length,
    duplicates: duplicates.get(report.batch!),
    restated: restated.get(report.batch!),
  });
}

function expectSame(workspace: Workspace, naive: NaiveWorkspace): void {
  const { rows, duplicates } = naive.effective();
  expect(sorted(effectiveRows(workspace))).toEqual(sorted(rows));
  for (const batch of workspace.store.batches()) {
    expect(batch.rowsRead).toBe(batch.accepted + batch.quarantined + batch.duplicates);
    if (batch.state === 'published')
      expect({ batch: batch.id, duplicates: batch.duplicates }).toEqual({
        batch: batch.id,
        duplicates: duplicates.get(batch.id),
      });
  }
}

describe('imports and undos in any sequence', () => {
  it(
    'leave the rows that a naive model leaves, with ledgers that add up, and a file in which check finds nothing',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anySteps, async (steps) => {
          const path = join(folder, `workspace-${++runs}.muster`);
          const workspace = openWorkspace(path);
          const naive = new NaiveWorkspace();
          try {
            for (const step of steps) {
              await carryOut(step, workspace, naive);
              expectSame(workspace, naive);
            }
            expect(workspace.check()).toEqual([]);
          } finally {
            workspace.close();
          }
          const again = openWorkspace(path, { mode: 'read' });
          try {
            expectSame(again, naive);
            expect(again.check()).toEqual([]);
          } finally {
            again.close();
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  it('leave the books of an undone batch as they were', async () => {
    const workspace = openWorkspace(join(folder, 'books.muster'));
    const line = (hours: number): Line => ({
      worker: 'A',
      day: '2025-01-30',
      unit: 'ICU',
      payCode: 'regular',
      correction: '',
      hours,
      cost: '100.00',
      home: 'ICU',
    });
    await importFile(
      workspace,
      writeInto(folder, 'books.csv', csv(COLUMNS, cells(line(1)), cells({ ...line(2), cost: '#REF!' }))),
      { settings: { currency: 'USD' } },
    );
    workspace.undo(1);
    const [batch]: StoredBatch[] = workspace.store.batches();
    expect(batch).toMatchObject({ state: 'undone', rowsRead: 2, accepted: 1, quarantined: 1, duplicates: 0 });
    expect(workspace.view().months()).toBeNull();
    expect(() => workspace.undo(1)).toThrow(expect.objectContaining({ code: 'already_undone' }));
    expect(() => workspace.undo(7)).toThrow(expect.objectContaining({ code: 'unknown_batch' }));
    workspace.close();
  });
});
