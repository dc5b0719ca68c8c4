import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ChosenFiles } from '../../electron/workspace/chosen-files.ts';
import { temporaryFolder } from './temporary.ts';

describe('chosen files', () => {
  it('are known to the page by a new id, a name and a size', async () => {
    const path = join(temporaryFolder(), 'extract.csv');
    writeFileSync(path, 'a,b\n');
    const files = new ChosenFiles();
    const { handle, file } = await files.add(path);
    expect(handle).toEqual({ id: file.id, name: 'extract.csv', size: 4 });
    expect(files.all()).toEqual([{ id: handle.id, path, name: 'extract.csv' }]);
    expect((await files.add(path)).handle.id).not.toBe(handle.id);
  });

  it.each(['folder', '/dev/zero'])('are refused when they are not files: %s', async (name) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder'));
    const path = name.startsWith('/') ? name : join(folder, name);
    await expect(new ChosenFiles().add(path)).rejects.toMatchObject({ code: 'not_a_file' });
  });
});
