import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSamples, sampleFileName } from '../../electron/workspace/samples.ts';
import { temporaryFolder } from './temporary.ts';

const repository = join(import.meta.dirname, '..', '..');

describe('samples', () => {
  it('are offered with the fictional ones first and nothing but id, title and description', () => {
    const folder = temporaryFolder();
    for (const [id, fictional] of [
      ['real', false],
      ['story', true],
    ] as const) {
      mkdirSync(join(folder, id));
      writeFileSync(
        join(folder, id, 'sample.json'),
        JSON.stringify({ id, title: id, description: 'd', fictional, files: [] }),
      );
    }
    mkdirSync(join(folder, 'notes'));
    expect(readSamples(folder)).toEqual([
      { id: 'story', title: 'story', description: 'd' },
      { id: 'real', title: 'real', description: 'd' },
    ]);
  });

  it('are none where there is no folder', () => {
    expect(readSamples(join(temporaryFolder(), 'missing'))).toEqual([]);
  });

  it('bundled with the program can be read, each with a file name of its own', () => {
    const names = readSamples(join(repository, 'samples')).map(sampleFileName);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\p{L}\p{N} ._-]+\.muster$/u);
  });

  it('give file names that every file system takes', () => {
    expect(sampleFileName({ id: 'x', title: 'A/B: "C"? <D>', description: '' })).toBe('A B C D.muster');
  });
});
