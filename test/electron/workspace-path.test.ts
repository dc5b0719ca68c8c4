import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withExtension, workspaceInArguments } from '../../electron/workspace/workspace-path.ts';

describe('the workspace named on a command line', () => {
  it.each([
    [['--no-sandbox', '/app', 'A.muster'], resolve('/work', 'A.muster')],
    [['/data/B.MUSTER'], resolve('/data/B.MUSTER')],
    [['--file=A.muster'], null],
    [['/app', 'extract.csv'], null],
    [[], null],
  ])('in %j is %j', (argv, path) => expect(workspaceInArguments(argv, '/work')).toBe(path));
});

describe('a name from a save dialog', () => {
  it.each([
    ['/data/A', '/data/A.muster'],
    ['/data/A.muster', '/data/A.muster'],
    ['/data/A.Muster', '/data/A.Muster'],
    ['/data/A.v2', '/data/A.v2.muster'],
  ])('%s becomes %s', (given, expected) => expect(withExtension(given, '.muster')).toBe(expected));
});
