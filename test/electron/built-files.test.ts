import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBuiltFiles } from '../../electron/locks/built-files.ts';
import { temporaryFolder } from './temporary.ts';

describe('the list of files that the page may load', () => {
  it('holds built files by address, with their types', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'assets'));
    for (const name of ['index.html', 'assets/main.js', 'assets/main.css', 'assets/inter.woff2'])
      writeFileSync(join(folder, name), '');
    const types = [...listBuiltFiles(folder)].map(([address, { type }]) => `${address} ${type.split(';')[0]}`);
    expect(types.sort()).toEqual([
      '/assets/inter.woff2 font/woff2',
      '/assets/main.css text/css',
      '/assets/main.js text/javascript',
      '/index.html text/html',
    ]);
  });

  it('leaves out source maps, unknown kinds, folders and links that lead elsewhere', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder.js'));
    for (const name of ['main.js.map', 'notes.txt', '.html']) writeFileSync(join(folder, name), '');
    symlinkSync('/etc/passwd', join(folder, 'passwd.html'));
    expect([...listBuiltFiles(folder).keys()]).toEqual([]);
  });
});
