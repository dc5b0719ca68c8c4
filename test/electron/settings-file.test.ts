import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SettingsFile } from '../../electron/settings-file.ts';
import { temporaryFolder } from './temporary.ts';

const schema = z.array(z.string());

describe('a settings file', () => {
  it('gives back what was written', async () => {
    const path = join(temporaryFolder(), 'list.json');
    await new SettingsFile(path, schema).write(['a', 'b']);
    expect(new SettingsFile(path, schema).read([])).toEqual(['a', 'b']);
  });

  it.each(['', '{"a":', '{"a":1}', '[1]'])('starts anew from a file that holds %j', (content) => {
    const path = join(temporaryFolder(), 'list.json');
    writeFileSync(path, content);
    expect(new SettingsFile(path, schema).read(['initial'])).toEqual(['initial']);
  });

  it('keeps the last of many writes', async () => {
    const path = join(temporaryFolder(), 'list.json');
    const file = new SettingsFile(path, schema);
    for (let turn = 0; turn < 20; turn += 1) void file.write([String(turn)]);
    await file.settled();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(['19']);
  });

  it('does not stop work when it cannot be written', async () => {
    const file = new SettingsFile(join(temporaryFolder(), 'missing', 'list.json'), schema);
    await expect(file.write(['a'])).resolves.toBeUndefined();
  });
});
