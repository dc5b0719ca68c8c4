import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonFile } from '../../electron/read-json-file.ts';
import { testFolder } from '../support/folder.ts';

const folder = testFolder();
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('a small file of JSON', () => {
  it('is read with or without a byte-order mark, also through a link', () => {
    const path = file('recipe.json', '\ufeff{"kind":"labor"}');
    symlinkSync('recipe.json', join(folder, 'link.json'));
    expect(readJsonFile(path)).toEqual({ kind: 'labor' });
    expect(readJsonFile(join(folder, 'link.json'))).toEqual({ kind: 'labor' });
  });

  it('is refused by name and reason when it is something else', () => {
    mkdirSync(join(folder, 'folder.json'));
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    const cases: [path: string, code: string][] = [
      [join(folder, 'none.json'), 'not_found'],
      [join(folder, 'folder.json'), 'not_a_file'],
      [join(folder, 'pipe.json'), 'not_a_file'],
      ['/dev/zero', 'not_a_file'],
      [file('large.json', `["${'x'.repeat(1_000_000)}"]`), 'recipe_too_large'],
      [file('broken.json', '{"kind":'), 'bad_json'],
      [file('empty.json', ''), 'bad_json'],
      [file('number.json', '7'), 'bad_json'],
    ];
    for (const [path, code] of cases) expect(() => readJsonFile(path), path).toThrow(expect.objectContaining({ code }));
  });
});
