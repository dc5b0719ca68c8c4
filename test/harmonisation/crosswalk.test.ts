import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosswalkOf, mappingsOf } from '../../main/harmonisation/crosswalk.ts';
import { RowStatus } from '../../main/facts/row-status.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
const HEADER = 'entity,job_code,target_job_code,share';
let files = 0;

const importRows = (workspace: Workspace, header: string, ...rows: string[]) =>
  importFile(workspace, writeInto(folder, `crosswalk-${files++}.csv`, csv(header, ...rows)), { kind: 'crosswalk' });

/** Mappings as one line each: code, relation, targets with shares. */
const linesOf = (workspace: Workspace, version?: number) =>
  crosswalkOf(workspace.view(), version === undefined ? {} : { version }).mappings.map(({ code, relation, targets }) =>
    `${code} ${relation} ${targets.map((target) => `${target.code}:${target.share}`).join(' ')}`.trim(),
  );

async function withWorkspace(name: string, use: (workspace: Workspace) => Promise<void>): Promise<void> {
  const workspace = openWorkspace(join(folder, `${name}.muster`));
  try {
    await use(workspace);
    expect(workspace.check()).toEqual([]);
  } finally {
    workspace.close();
  }
}

describe('the crosswalk', () => {
  it('tells one to one, split, merged and none apart, and leaves what no row names unmapped', () =>
    withWorkspace('relations', async (workspace) => {
      await importRows(
        workspace,
        HEADER,
        'Hill,RN1,RN,',
        'Hill,RN2,RN,1',
        'Hill,PCT,CNA,0.7',
        'Hill,PCT,UC,0.3',
        'Hill,CHAPL,,',
        'Hill,PT2,PT,1',
        'Dale,RN1,RN,1',
      );
      expect(linesOf(workspace)).toEqual([
        'RN1 one_to_one RN:1',
        'CHAPL none',
        'PCT split CNA:0.7 UC:0.3',
        'PT2 one_to_one PT:1',
        'RN1 merged RN:1',
        'RN2 merged RN:1',
      ]);
      const mapped = mappingsOf(crosswalkOf(workspace.view()), { entity: 'Hill' });
      expect(mapped.get('RN1')?.relation).toBe('merged');
      expect(mapped.has('MLS')).toBe(false);
    }));

  it('keeps what is said of suppliers apart from what is said of jobs', () =>
    withWorkspace('domains', async (workspace) => {
      await importRows(workspace, `domain,${HEADER}`, ',Hill,CREST,RN,', 'supplier,Hill,CREST,Crestline Staffing,');
      const crosswalk = crosswalkOf(workspace.view());
      expect(mappingsOf(crosswalk, { entity: 'Hill' }).get('CREST')?.targets).toEqual([{ code: 'RN', share: 1 }]);
      expect(mappingsOf(crosswalk, { domain: 'supplier', entity: 'Hill' }).get('CREST')?.targets).toEqual([
        { code: 'Crestline Staffing', share: 1 },
      ]);
    }));

  it('lets the last extract that names a job decide all of it', () =>
    withWorkspace('redecided', async (workspace) => {
      await importRows(workspace, HEADER, 'Hill,PCT,CNA,0.7', 'Hill,PCT,UC,0.3', 'Hill,RN1,RN,1');
      const second = await importRows(workspace, HEADER, 'Hill,PCT,CNA,1');
      expect(second).toMatchObject({ accepted: 1, duplicates: 0, restated: 1 });
      expect(linesOf(workspace)).toEqual(['PCT one_to_one CNA:1', 'RN1 one_to_one RN:1']);
      const third = await importRows(workspace, HEADER, 'Hill,PCT,UC,0.3', 'Hill,PCT,CNA,0.7');
      expect(third).toMatchObject({ accepted: 2, duplicates: 0, restated: 2 });
      expect(linesOf(workspace)[0]).toBe('PCT split CNA:0.7 UC:0.3');
      const effective = workspace.store.records('crosswalk').filter(({ status }) => status === RowStatus.effective);
      expect(effective.map(({ batch, line }) => `${batch}:${line}`)).toEqual(['1:4', '3:2', '3:3']);
    }));

  it('takes a job said again in the same way for a duplicate', () =>
    withWorkspace('again', async (workspace) => {
      await importRows(workspace, HEADER, 'Hill,PCT,CNA,0.7', 'Hill,PCT,UC,0.3');
      const again = await importRows(workspace, HEADER, 'Hill,RN1,RN,1', 'Hill,PCT,UC,0.3', 'Hill,PCT,CNA,0.7');
      expect(again).toMatchObject({ accepted: 1, duplicates: 2, restated: 0 });
      expect(crosswalkOf(workspace.view()).mappings.map(({ code, batch }) => [code, batch])).toEqual([
        ['PCT', 1],
        ['RN1', 2],
      ]);
      // Without the first extract the second one speaks for the job.
      expect(workspace.undo(1)).toMatchObject({ readmitted: 2 });
      expect(linesOf(workspace)).toEqual(['PCT split CNA:0.7 UC:0.3', 'RN1 one_to_one RN:1']);
    }));

  it.each([
    ['shares that do not add up', ['Hill,PCT,CNA,0.7', 'Hill,PCT,UC,0.4'], /add up to 1\.100, not to 1/],
    ['two targets and no share', ['Hill,PCT,CNA,', 'Hill,PCT,UC,'], /add up to 2\.000, not to 1/],
    ['one target with two shares', ['Hill,PCT,CNA,0.7', 'Hill,PCT,CNA,0.3'], /one target with two shares/],
    ['a share of nothing', ['Hill,PCT,CNA,1', 'Hill,PCT,UC,0'], /a share of 0/],
    ['a target and none', ['Hill,PCT,CNA,1', 'Hill,PCT,,'], /no counterpart and to have one/],
  ])('leaves a job with %s unmapped, and says why on import', (name, rows, message) =>
    withWorkspace(name.replaceAll(' ', '-'), async (workspace) => {
      const report = await importRows(workspace, HEADER, ...rows, 'Hill,RN1,RN,1');
      expect(report.warnings).toMatchObject([{ code: 'crosswalk_fault', message: expect.stringMatching(message) }]);
      const { mappings, faults } = crosswalkOf(workspace.view());
      expect(mappings.map(({ code }) => code)).toEqual(['RN1']);
      expect(faults).toMatchObject([{ entity: 'Hill', code: 'PCT', message: expect.stringMatching(message) }]);
    }),
  );

  it('accepts thirds that are written with three decimals', () =>
    withWorkspace('thirds', async (workspace) => {
      await importRows(workspace, HEADER, ...['A', 'B', 'C'].map((target) => `Hill,GEN,${target},0.333`));
      expect(linesOf(workspace)).toEqual(['GEN split A:0.333 B:0.333 C:0.333']);
    }));
});

describe('versions of the crosswalk', () => {
  it('begin at 0 with nothing, and a version that there is not is refused by number', () =>
    withWorkspace('none', async (workspace) => {
      expect(crosswalkOf(workspace.view())).toEqual({ version: 0, mappings: [], faults: [] });
      expect(() => crosswalkOf(workspace.view(), { version: 1 })).toThrow(/no version 1.*has no crosswalk yet/);
      await importRows(workspace, HEADER, 'Hill,RN1,RN,1');
      expect(() => crosswalkOf(workspace.view(), { version: 2 })).toThrow(/no version 2.*the latest is 1/);
    }));

  it('stay as they were when a batch in the middle is undone, which makes a version of its own', () =>
    withWorkspace('undone', async (workspace) => {
      await importRows(workspace, HEADER, 'Hill,RN1,RN,1');
      await importRows(workspace, HEADER, 'Hill,RN1,LPN,1', 'Hill,PT2,PT,1');
      await importRows(workspace, HEADER, 'Hill,RT2,RT,1');
      workspace.undo(2);
      expect(crosswalkOf(workspace.view()).version).toBe(4);
      expect([0, 1, 2, 3, 4].map((version) => linesOf(workspace, version))).toEqual([
        [],
        ['RN1 one_to_one RN:1'],
        ['PT2 one_to_one PT:1', 'RN1 one_to_one LPN:1'],
        ['PT2 one_to_one PT:1', 'RN1 one_to_one LPN:1', 'RT2 one_to_one RT:1'],
        ['RN1 one_to_one RN:1', 'RT2 one_to_one RT:1'],
      ]);
    }));

  it('are there again when the file is opened again, those of undone batches among them', async () => {
    const path = join(folder, 'reopened.muster');
    const before = openWorkspace(path);
    await importRows(before, HEADER, 'Hill,RN1,RN,1');
    before.undo(1);
    before.close();
    const after = openWorkspace(path, { mode: 'read' });
    expect([0, 1, 2].map((version) => linesOf(after, version))).toEqual([[], ['RN1 one_to_one RN:1'], []]);
    expect(after.check()).toEqual([]);
    after.close();
  });

  it('say when each came about and under which account', () =>
    withWorkspace('history', async (workspace) => {
      await importRows(workspace, HEADER, 'Hill,RN1,RN,1');
      workspace.undo(1);
      const events = workspace.store.batchEvents('crosswalk');
      expect(events).toMatchObject([
        { batch: 1, counts: true, by: 'analyst' },
        { batch: 1, counts: false, by: 'analyst' },
      ]);
      expect(events[0].at < events[1].at).toBe(true);
    }));

  it('can each be had again after any run of imports and undoings', async () => {
    const job = fc.constantFrom('A', 'B', 'C');
    const extract = fc.uniqueArray(fc.tuple(job, fc.constantFrom('X', 'Y', '')), { minLength: 1, maxLength: 3 });
    const step = fc.oneof(
      {
        weight: 2,
        arbitrary: extract.map((rows) => ({ rows: rows.map(([code, target]) => `Hill,${code},${target},`) })),
      },
      { weight: 1, arbitrary: fc.nat({ max: 8 }).map((undo) => ({ undo })) },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) =>
        withWorkspace(`any-${run++}`, async (workspace) => {
          const seen = new Map([[0, linesOf(workspace)]]);
          for (const one of steps) {
            if ('rows' in one) await importRows(workspace, HEADER, ...one.rows);
            else {
              const published = workspace.store.batches().filter(({ state }) => state === 'published');
              if (published.length > 0) workspace.undo(published[one.undo % published.length].id);
            }
            const { version } = crosswalkOf(workspace.view());
            const lines = linesOf(workspace);
            expect(seen.get(version) ?? lines).toEqual(lines);
            seen.set(version, lines);
          }
          for (const [version, lines] of seen) expect(linesOf(workspace, version)).toEqual(lines);
        }),
      ),
      { numRuns: 12 },
    );
  });
});
