import BetterSqlite from 'better-sqlite3';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupFolder } from '../../db/backups.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allFigures } from '../support/snapshot.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const HEADER = 'worker_id,work_date,pay_code,hours,cost,currency,site,job_code,worker_type';

/** Imports one extract of its own and closes the workspace, as one run of the program does. */
async function run(path: string, name: string): Promise<void> {
  const workspace = openWorkspace(path);
  await importFile(
    workspace,
    writeInto(folder, name, csv(HEADER, `${name},2025-03-03,regular,8,400.00,USD,Main,RN,employee_full_time`)),
  );
  workspace.close();
}

const namesOf = (path: string) => readdirSync(backupFolder(path)).sort();

describe('backups of a workspace', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are whole workspaces that open and give the same figures, for their owner alone', async () => {
    const path = join(folder, 'whole.muster');
    vi.setSystemTime('2026-10-05T09:00:00Z');
    await run(path, 'one.csv');
    const [name] = namesOf(path);
    expect(name).toBe('20261005T090000Z.muster');
    const backup = join(backupFolder(path), name);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    const [original, copy] = [path, backup].map((file) => openWorkspace(file, { mode: 'read' }));
    expect(allFigures(copy)).toEqual(allFigures(original));
    expect(copy.check()).toEqual([]);
    original.close();
    copy.close();
  });

  it('are made when something was stored, and not by looking', async () => {
    const path = join(folder, 'looked.muster');
    vi.setSystemTime('2026-10-05T09:00:00Z');
    await run(path, 'looked.csv');
    vi.setSystemTime('2026-10-05T10:00:00Z');
    openWorkspace(path).close();
    openWorkspace(path, { mode: 'read' }).close();
    expect(namesOf(path)).toHaveLength(1);
  });

  it('are thinned to three of the newest day, one of each day before, ten in all', async () => {
    const path = join(folder, 'thinned.muster');
    const old = backupFolder(path);
    mkdirSync(old);
    const days = Array.from({ length: 14 }, (_, i) => `202609${String(i + 10)}`);
    for (const day of days)
      for (const time of ['080000', '120000']) writeFileSync(join(old, `${day}T${time}Z.muster`), 'old');
    writeFileSync(join(old, 'my own note.txt'), 'kept');
    for (const minute of [1, 2, 3, 4]) {
      vi.setSystemTime(`2026-10-05T09:0${minute}:00Z`);
      await run(path, `thinned-${minute}.csv`);
    }
    expect(namesOf(path)).toEqual([
      ...days.slice(-7).map((day) => `${day}T120000Z.muster`),
      ...[2, 3, 4].map((minute) => `20261005T090${minute}00Z.muster`),
      'my own note.txt',
    ]);
  });

  it('leave nothing half-made behind', async () => {
    const path = join(folder, 'partial.muster');
    vi.setSystemTime('2026-10-05T09:00:00Z');
    await run(path, 'partial.csv');
    expect(namesOf(path).filter((name) => name.endsWith('.partial'))).toEqual([]);
    const backup = new BetterSqlite(join(backupFolder(path), namesOf(path)[0]), { readonly: true });
    expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
    backup.close();
  });
});
