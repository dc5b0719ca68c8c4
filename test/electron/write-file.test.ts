import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../electron/write-file.ts';
import { temporaryFolder } from './temporary.ts';

describe('writing a whole file', () => {
  it('replaces what was there and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'deck.pdf');
    writeFileSync(path, 'old');
    await writeWholeFile(path, new Uint8Array([1, 2, 3]));
    expect([...readFileSync(path)]).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).toEqual(['deck.pdf']);
  });

  it('is readable by its owner only', async () => {
    const path = join(temporaryFolder(), 'deck.pdf');
    await writeWholeFile(path, 'x');
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('writes to the file that a link leads to, and keeps the link', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'deck.pdf'), 'old');
    symlinkSync('deck.pdf', join(folder, 'latest.pdf'));
    await writeWholeFile(join(folder, 'latest.pdf'), 'new');
    expect(readFileSync(join(folder, 'deck.pdf'), 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'latest.pdf')).isSymbolicLink()).toBe(true);
  });

  it('never puts itself in the place of a pipe or device', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.pdf')]);
    await expect(writeWholeFile(join(folder, 'pipe.pdf'), 'x')).rejects.toMatchObject({ code: 'not_a_file' });
    expect(statSync(join(folder, 'pipe.pdf')).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe.pdf']);
  });

  it('leaves no trace when the last step fails', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'deck.pdf', 'inside'), { recursive: true });
    await expect(writeWholeFile(join(folder, 'deck.pdf'), 'x')).rejects.toThrow('deck.pdf');
    expect(readdirSync(folder)).toEqual(['deck.pdf']);
  });
});
