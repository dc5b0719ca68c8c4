import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RecentFiles, recentSchema } from '../../electron/workspace/recent-files.ts';
import { SettingsFile } from '../../electron/settings-file.ts';
import { temporaryFolder } from './temporary.ts';

function listIn(folder: string): RecentFiles {
  return new RecentFiles(new SettingsFile(join(folder, 'recent.json'), recentSchema));
}

describe('recent workspaces', () => {
  it('are listed newest first, once each, by name and folder', async () => {
    const recent = listIn(temporaryFolder());
    await recent.add('/data/A.muster');
    await recent.add('/data/B.muster');
    await recent.add('/data/A.muster');
    expect(recent.list().map(({ name, folder }) => [name, folder])).toEqual([
      ['A', '/data'],
      ['B', '/data'],
    ]);
  });

  it('are known by an id that leads back to the path and means nothing else', async () => {
    const recent = listIn(temporaryFolder());
    await recent.add('/data/A.muster');
    const [{ id }] = recent.list();
    expect(recent.pathOf(id)).toBe('/data/A.muster');
    expect(recent.pathOf('/data/A.muster')).toBeUndefined();
    expect(id).not.toContain('A');
  });

  it('are at most ten', async () => {
    const recent = listIn(temporaryFolder());
    for (let turn = 1; turn <= 12; turn += 1) await recent.add(`/data/${turn}.muster`);
    expect(recent.list().map(({ name }) => name)).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
  });

  it('are there at the next start, without those taken off the list', async () => {
    const folder = temporaryFolder();
    const recent = listIn(folder);
    await recent.add('/data/A.muster');
    await recent.add('/data/B.muster');
    await recent.remove('/data/B.muster');
    expect(listIn(folder).list()).toEqual(recent.list());
    expect(recent.list()).toHaveLength(1);
  });
});
