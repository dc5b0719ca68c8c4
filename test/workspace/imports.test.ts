import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { InputRefused } from '../../main/contract/errors.ts';
import type { ReaderMessage } from '../../main/extracts/messages.ts';
import type { Clock } from '../../main/ports/processes.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { workbook } from '../extracts/read/workbook-bytes.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { inProcessReader } from '../support/reader.ts';
import { allFigures } from '../support/snapshot.ts';
import { importFile, openWorkspace, steadyClock } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const HEADER = 'worker_id,work_date,pay_code,hours,cost,currency,site,job_code,worker_type';
const row = (worker: string, day = '2025-03-03', cost = '400.00', code = 'regular') =>
  `${worker},${day},${code},8,${cost},USD,Main,RN,employee_full_time`;
const file = (name: string, ...rows: string[]) => writeInto(folder, name, csv(HEADER, ...rows));
const open: Workspace[] = [];
let count = 0;

function newWorkspace(options: Parameters<typeof openWorkspace>[1] = {}): { workspace: Workspace; path: string } {
  const path = join(folder, `workspace-${++count}.muster`);
  const workspace = openWorkspace(path, options);
  open.push(workspace);
  return { workspace, path };
}

afterEach(() => {
  for (const workspace of open.splice(0)) workspace.close();
});

describe('an extract that is already there', () => {
  it('adds nothing, whatever its name, and says which batch it was', async () => {
    const { workspace } = newWorkspace();
    const first = file('march.csv', row('A'), row('B'));
    await importFile(workspace, first);
    copyFileSync(first, join(folder, 'march (1).csv'));
    const report = await importFile(workspace, join(folder, 'march (1).csv'));
    expect(report).toMatchObject({
      rowsRead: 2,
      accepted: 0,
      duplicates: 2,
      batch: null,
      reasons: {},
      warnings: [{ code: 'already_imported', message: expect.stringContaining('march.csv') }],
    });
    expect(workspace.store.batches()).toHaveLength(1);
    expect(workspace.check()).toEqual([]);
  });

  it('comes in again when it was undone', async () => {
    const { workspace } = newWorkspace();
    await importFile(workspace, file('again.csv', row('A')));
    const before = allFigures(workspace);
    workspace.undo(1);
    expect(await importFile(workspace, file('again.csv', row('A')))).toMatchObject({
      batch: 2,
      accepted: 1,
      duplicates: 0,
    });
    expect(allFigures(workspace)).toEqual(before);
  });

  it('comes in again under another recipe, as other rows', async () => {
    const { workspace } = newWorkspace();
    const path = file('recipe.csv', row('A'));
    await importFile(workspace, path);
    expect(await importFile(workspace, path, { settings: { unit: 'ICU' } })).toMatchObject({
      batch: 2,
      accepted: 1,
      duplicates: 0,
      restated: 0,
    });
  });
});

describe('an extract without rows', () => {
  it('is a batch of its own that changes no figure, and says so', async () => {
    const { workspace } = newWorkspace();
    await importFile(workspace, file('some.csv', row('A')));
    const before = allFigures(workspace);
    const report = await importFile(workspace, file('header.csv'));
    expect(report).toMatchObject({
      rowsRead: 0,
      accepted: 0,
      quarantined: 0,
      duplicates: 0,
      batch: 2,
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'no_rows' })]),
    });
    expect(allFigures(workspace)).toEqual(before);
    expect(workspace.undo(2)).toEqual({ batch: 2, rows: 0, readmitted: 0 });
    expect(workspace.check()).toEqual([]);
  });

  it('may be the first that comes in', async () => {
    const { workspace } = newWorkspace();
    await importFile(workspace, file('first.csv'));
    expect(workspace.view().months()).toBeNull();
    expect(workspace.check()).toEqual([]);
  });

  it('may be one in which every row is rejected', async () => {
    const { workspace } = newWorkspace();
    const report = await importFile(workspace, file('rejected.csv', row('A', '2025-02-30'), row('', '2025-03-01')));
    expect(report).toMatchObject({
      rowsRead: 2,
      accepted: 0,
      quarantined: 2,
      reasons: { invalid_date: 1, missing_value: 1 },
    });
    expect(workspace.check()).toEqual([]);
  });
});

describe('an import that fails', () => {
  const LINES = Array.from({ length: 70_000 }, (_, i) =>
    row(`W${i % 500}`, `2025-0${1 + (i % 9)}-15`, '1.00', i === 100 ? 'NEW' : 'regular'),
  );
  const long = writeInto(folder, 'long.csv', csv(HEADER, ...LINES));

  /** Breaks the line to the reader after its n-th chunk. */
  const breakingAfter = (chunks: number) => {
    let seen = 0;
    return inProcessReader((message: ReaderMessage) =>
      message.type === 'labor' && ++seen > chunks ? 'SIGKILL' : null,
    );
  };

  it('because the reader dies leaves the workspace as it was, ready for the next import', async () => {
    let dies = true;
    const reader = breakingAfter(1);
    const { workspace, path } = newWorkspace({ launchReader: () => (dies ? reader : inProcessReader())() });
    dies = false;
    await importFile(workspace, file('before.csv', row('A')));
    const before = allFigures(workspace);
    dies = true;
    await expect(importFile(workspace, long)).rejects.toThrow(
      expect.objectContaining({ code: 'reader_failed', message: expect.stringContaining('SIGKILL') }),
    );
    expect(allFigures(workspace)).toEqual(before);
    expect(workspace.store.batches()).toHaveLength(1);
    expect(workspace.store.chunks('labor')).toHaveLength(1);
    expect(workspace.view().dictionaries.payCodes.map(({ code }) => code)).toEqual(['regular']);
    dies = false;
    expect(await importFile(workspace, file('after.csv', row('C')))).toMatchObject({ accepted: 1 });
    expect(workspace.store.workers()).toEqual(['A', 'C']);
    workspace.close();
    open.pop();
    const again = openWorkspace(path);
    open.push(again);
    expect(again.check()).toEqual([]);
    expect(again.store.batches().map(({ file: name }) => name)).toEqual(['before.csv', 'after.csv']);
  });

  it('because the extract is refused stores nothing', async () => {
    const { workspace } = newWorkspace();
    await expect(importFile(workspace, writeInto(folder, 'empty.csv', ''))).rejects.toThrow(InputRefused);
    await expect(importFile(workspace, join(folder, 'nowhere.csv'))).rejects.toThrow(InputRefused);
    await expect(importFile(workspace, writeInto(folder, 'strange.csv', csv('a,b', '1,2')))).rejects.toThrow(
      expect.objectContaining({ code: 'unknown_extract' }),
    );
    await expect(
      importFile(workspace, writeInto(folder, 'dates.csv', csv(HEADER, row('A', '03/04/2026')))),
    ).rejects.toThrow(expect.objectContaining({ code: 'ambiguous_date' }));
    expect(workspace.store.batches()).toEqual([]);
    expect(workspace.check()).toEqual([]);
  });

  it('because the user stops it stores nothing', async () => {
    const controller = new AbortController();
    const stopping = inProcessReader((message) => {
      if (message.type === 'labor') controller.abort();
      return null;
    });
    const { workspace } = newWorkspace({ launchReader: stopping });
    await expect(importFile(workspace, long, { signal: controller.signal })).rejects.toThrow(
      expect.objectContaining({ code: 'cancelled' }),
    );
    await expect(importFile(workspace, long, { signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ code: 'cancelled' }),
    );
    expect(workspace.store.batches()).toEqual([]);
    expect(workspace.store.chunks('labor')).toEqual([]);
  });

  it('because the reader says nothing for ten seconds is given up', async () => {
    const waiting: { milliseconds: number; work: () => void }[] = [];
    const clock: Clock = {
      ...steadyClock(),
      after: (milliseconds, work) => (waiting.push({ milliseconds, work }), () => undefined),
    };
    const silent = () => ({
      post: () => undefined,
      onMessage: () => undefined,
      onExit: () => undefined,
      kill: () => undefined,
    });
    const { workspace } = newWorkspace({ launchReader: silent, clock });
    const outcome = importFile(workspace, long);
    let waited = 0;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      waited += next.milliseconds;
      next.work();
    }
    await expect(outcome).rejects.toThrow(expect.objectContaining({ code: 'reader_stalled' }));
    expect(waited).toBe(10_000);
  });

  it('because the process ends leaves staged rows that the next opening sweeps away', async () => {
    const { workspace, path } = newWorkspace();
    await importFile(workspace, file('kept.csv', row('A')));
    const staging = workspace.store.stageBatch({
      file: 'half.csv',
      sheet: null,
      kind: 'labor',
      profile: 'x',
      recipe: '{}',
      recipeHash: 'x',
      imported: '2026-10-01T00:00:00Z',
    });
    workspace.store.stageChunk(staging, 'labor', { rows: 1, firstDay: 1, lastDay: 1, data: new Uint8Array(8) });
    workspace.store.stageQuarantine(staging, [
      { row: 2, column: null, value: null, reason: 'short_row', offset: 0, raw: new Uint8Array(3) },
    ]);
    expect(workspace.store.chunks('labor')).toHaveLength(1);
    expect(workspace.store.quarantine(null, { offset: 0, limit: 9 }).total).toBe(0);
    workspace.close();
    open.pop();
    const again = openWorkspace(path);
    open.push(again);
    expect(again.store.chunks('labor', { alsoBatch: staging })).toHaveLength(1);
    expect(again.store.batches()).toHaveLength(1);
    expect(again.check()).toEqual([]);
  });
});

describe('a workspace at rest', () => {
  it('is one plain file with its backups beside it', async () => {
    const { workspace, path } = newWorkspace();
    await importFile(workspace, file('rest.csv', row('A')));
    workspace.close();
    open.pop();
    expect(['-wal', '-shm', '-journal'].filter((suffix) => existsSync(path + suffix))).toEqual([]);
    expect(readdirSync(`${path} backups`).filter((name) => name.endsWith('.muster'))).toHaveLength(1);
  });

  it('gives the same figures when it is opened again, and by a second reader at once', async () => {
    const { workspace, path } = newWorkspace();
    await importFile(
      workspace,
      file(
        'open.csv',
        row('A'),
        row('B', '2025-04-04'),
        row('C', '2025-04-05', '500.00', 'overtime'),
        row('D', '2025-04-05', '', 'ZZ'),
      ),
    );
    const before = allFigures(workspace);
    const reader = openWorkspace(path, { mode: 'read' });
    expect(allFigures(reader)).toEqual(before);
    reader.close();
    workspace.close();
    open.pop();
    const again = openWorkspace(path);
    open.push(again);
    expect(allFigures(again)).toEqual(before);
  });
});

describe('a pay code', () => {
  it('that nobody has mapped is named at import, counts in money, and in hours once it is mapped', async () => {
    const { workspace } = newWorkspace();
    const report = await importFile(workspace, file('codes.csv', row('A'), row('A', '2025-03-04', '80.00', 'ZB1')));
    expect(report.warnings).toMatchObject([{ code: 'unmapped_pay_codes', message: expect.stringContaining('ZB1') }]);
    const productive = () =>
      allFigures(workspace).find(({ metric, by }) => metric === 'productive_hours' && by['job'] === 'RN')!.value;
    expect(productive()).toBe(8);
    workspace.mapPayCode('ZB1', 'overtime');
    expect(productive()).toBe(16);
    expect(workspace.check()).toEqual([]);
    workspace.mapPayCode('ZB1', null);
    expect(productive()).toBe(8);
    expect(() => workspace.mapPayCode('ZB1', 'holiday')).toThrow(
      expect.objectContaining({ code: 'unknown_pay_class' }),
    );
    expect(() => workspace.mapPayCode('QQ', 'regular')).toThrow(expect.objectContaining({ code: 'unknown_pay_code' }));
  });
});

describe('what was rejected of a workbook', () => {
  it('is kept with the sheet it stands in, of any other file with none', async () => {
    const { workspace } = newWorkspace();
    const inSheet = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const line = (number: number, day: string) =>
      `<row r="${number}">${inSheet(`A${number}`, 'W1')}${inSheet(`B${number}`, day)}${inSheet(`C${number}`, '8')}</row>`;
    const header = `<row r="1">${inSheet('A1', 'worker_id')}${inSheet('B1', 'work_date')}${inSheet('C1', 'hours')}</row>`;
    const bytes = workbook([
      { name: 'Notes', data: `<row r="1">${inSheet('A1', 'Nothing here')}</row>` },
      { name: 'May 2025', data: header + line(2, '2025-05-01') + line(3, '2025-05-32') },
    ]);
    await importFile(workspace, writeInto(folder, 'may.xlsx', bytes), { settings: { sheet: 'May 2025' } });
    await importFile(workspace, file('bad.csv', row('A', '2025-02-30')));
    expect(workspace.store.quarantine(null, { offset: 0, limit: 9 }).rows).toEqual([
      {
        batch: 1,
        file: 'may.xlsx',
        sheet: 'May 2025',
        row: 3,
        column: 'work_date',
        value: '2025-05-32',
        reason: 'invalid_date',
      },
      {
        batch: 2,
        file: 'bad.csv',
        sheet: null,
        row: 2,
        column: 'work_date',
        value: '2025-02-30',
        reason: 'invalid_date',
      },
    ]);
    expect(workspace.check()).toEqual([]);
  });
});
