import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShellState } from '../../main/contract/api.ts';
import { InputRefused } from '../../main/contract/errors.ts';
import type { ServiceControl } from '../../electron/processes/service-messages.ts';
import { SettingsFile } from '../../electron/settings-file.ts';
import { ChosenFiles } from '../../electron/workspace/chosen-files.ts';
import { RecentFiles, recentSchema } from '../../electron/workspace/recent-files.ts';
import { Workspaces } from '../../electron/workspace/workspaces.ts';
import { temporaryFolder } from './temporary.ts';

/** A shell over a service that opens every file but those called foreign. */
function shellIn(folder: string) {
  const open = vi.fn<ServiceControl['open']>(async ({ path }) => {
    if (path.includes('foreign')) throw new InputRefused('foreign', 'This is no Muster workspace.');
    return { sqliteVersion: '3.54.1' };
  });
  const close = vi.fn<ServiceControl['close']>(async () => {});
  const registerFile = vi.fn<ServiceControl['registerFile']>(async () => {});
  const service = { control: { open, close, registerFile } as unknown as ServiceControl, importing: false };
  const files = new ChosenFiles();
  const changes: ShellState[] = [];
  const workspaces = new Workspaces({
    service,
    files,
    recent: new RecentFiles(new SettingsFile(join(folder, 'recent.json'), recentSchema)),
    samples: [{ id: 'northlake', title: 'Northlake Health', description: '' }],
    ownFolder: join(folder, 'samples'),
    opening: { samplesFolder: '/samples', sqliteBinding: null, appVersion: '1.0.0', mode: 'write' },
    onChanged: (state) => changes.push(state),
    onOpened: () => {},
  });
  return { workspaces, service, files, open, close, registerFile, changes };
}

describe('workspaces', () => {
  let folder: string;
  let shell: ReturnType<typeof shellIn>;
  const fileCalled = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '');
    return path;
  };

  beforeEach(() => {
    folder = temporaryFolder();
    shell = shellIn(folder);
  });

  it('are opened one at a time, and the menu and the page are told', async () => {
    await shell.workspaces.open(fileCalled('A.muster'));
    await shell.workspaces.open(fileCalled('B.muster'));
    expect(shell.changes.map(({ open }) => open?.name)).toEqual(['A', 'B']);
    expect(shell.workspaces.sqliteVersion).toBe('3.54.1');
  });

  it('stay open when the next one is refused', async () => {
    await shell.workspaces.open(fileCalled('A.muster'));
    await expect(shell.workspaces.open(fileCalled('foreign.muster'))).rejects.toThrow('no Muster workspace');
    expect(shell.workspaces.state().open).toEqual({ name: 'A' });
    expect(shell.workspaces.state().recent.map(({ name }) => name)).toEqual(['A']);
  });

  it('are not opened twice, since the second opening would find the file locked by the first', async () => {
    const path = fileCalled('A.muster');
    await shell.workspaces.open(path);
    await shell.workspaces.open(path);
    expect(shell.open).toHaveBeenCalledTimes(1);
  });

  it('leave the recent list when they are gone', async () => {
    await expect(shell.workspaces.open(join(folder, 'Gone.muster'))).rejects.toMatchObject({ code: 'not_found' });
    expect(shell.changes.at(-1)?.recent).toEqual([]);
    expect(shell.open).not.toHaveBeenCalled();
  });

  it('are refused when they are folders', async () => {
    await expect(shell.workspaces.open(folder)).rejects.toMatchObject({ code: 'not_a_workspace' });
  });

  it('are made for samples in the settings folder, by the name of the sample', async () => {
    await shell.workspaces.openSample('northlake');
    expect(shell.open.mock.lastCall?.[0].path).toBe(join(folder, 'samples', 'Northlake Health.muster'));
  });

  it('do not change under a running import', async () => {
    await shell.workspaces.open(fileCalled('A.muster'));
    shell.service.importing = true;
    await expect(shell.workspaces.open(fileCalled('B.muster'))).rejects.toMatchObject({ code: 'busy' });
    await expect(shell.workspaces.close()).rejects.toMatchObject({ code: 'busy' });
    expect(shell.close).not.toHaveBeenCalled();
  });

  it('come back, with the files the user chose, after the service was started again; the page is told once', async () => {
    const extract = fileCalled('extract.csv');
    await shell.workspaces.open(fileCalled('A.muster'));
    await shell.files.add(extract);
    await shell.workspaces.restore();
    expect(shell.registerFile.mock.lastCall?.[0].path).toBe(extract);
    expect(shell.open).toHaveBeenCalledTimes(2);
    expect(shell.changes.at(-1)).toMatchObject({ open: { name: 'A' }, recovered: true });
    expect(shell.workspaces.tell().recovered).toBe(false);
  });

  it('are closed when they cannot be opened again after a restart', async () => {
    await shell.workspaces.open(fileCalled('A.muster'));
    shell.open.mockRejectedValueOnce(new Error('locked'));
    await expect(shell.workspaces.restore()).rejects.toThrow('locked');
    expect(shell.changes.at(-1)).toMatchObject({ open: null, recovered: true });
  });
});
