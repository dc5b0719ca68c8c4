import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { openWorkspace } from '../support/workspace.ts';
import { Campaign } from './campaign.ts';
import { run, start } from './command-line.ts';
import { visibleContent } from './content.ts';
import { laborFile } from './extracts.ts';

const MINUTE = 60_000;
const BUSY_ANSWER_MS = 5_000;
const NOBODY = 65_534;

const folder = testFolder();
const first = laborFile(folder, 'january.csv', { rows: 2_000 });
const second = laborFile(folder, 'february.csv', { from: 2_000, rows: 60_000 });
const prepared = join(folder, 'prepared.muster');
const campaign = new Campaign('access to the workspace');
let before: string;
let startMs: number;

beforeAll(async () => {
  const { ms } = await run(['import', first, '--into', prepared]);
  startMs = ms;
  before = visibleContent(prepared);
}, MINUTE);
afterAll(() => campaign.close());

/**
 * What runs a program as an ordinary user: nothing for one who is it already. Root may write everywhere, so that its
 * answers prove nothing. null, and said in the counts, where another user cannot even start the program.
 */
async function asOrdinaryUser(): Promise<string[] | null> {
  if (userInfo().uid !== 0) return [];
  const user = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', 'env', 'HOME=/nonexistent'];
  const { code } = await run(['--version'], user).catch(() => ({ code: null }));
  if (code === 0) return user;
  campaign.count('not tried, because the program belongs to root alone');
  return null;
}

describe('a folder and a workspace that may only be read', () => {
  it('show their figures, refuse an import and stay as they are', { timeout: MINUTE }, async () => {
    const shelf = mkdtempSync(join(folder, 'shelf-'));
    const path = join(shelf, 'w.muster');
    copyFileSync(prepared, path);
    chmodSync(folder, 0o755);
    chmodSync(first, 0o644);
    chmodSync(second, 0o644);
    const bytes = readFileSync(path);
    const user = await asOrdinaryUser();
    if (user === null) return;
    for (const [mode, folderMode] of [
      [0o444, 0o555],
      [0o444, 0o777],
      [0o666, 0o555],
      [0o000, 0o755],
    ] as const) {
      chmodSync(path, mode);
      chmodSync(shelf, folderMode);
      const read = await run(['metrics', '--in', path, '--metric', 'productive_hours'], user);
      if (mode === 0) expect(read).toMatchObject({ code: 3, json: { error: { file: 'w.muster' } } });
      else expect(read, read.stderr).toMatchObject({ code: 0 });
      const write = await run(['import', second, '--into', path], user);
      expect(write, write.stderr).toMatchObject({ code: 3, json: { error: { file: 'w.muster' } } });
      if (mode !== 0) expect(write.json.error.code).toBe('not_writable');
      expect(readFileSync(path).equals(bytes), `mode ${mode.toString(8)} in ${folderMode.toString(8)}`).toBe(true);
      campaign.count('without permission');
    }
    chmodSync(shelf, 0o755);
  });

  it('refuse to hold a new workspace or an export', { timeout: MINUTE }, async () => {
    const shelf = mkdtempSync(join(folder, 'closed-'));
    chmodSync(shelf, 0o555);
    const user = await asOrdinaryUser();
    if (user === null) return;
    const made = await run(['import', second, '--into', join(shelf, 'new.muster')], user);
    expect(made, made.stderr).toMatchObject({ code: 3, json: { error: { code: 'not_writable', file: 'new.muster' } } });
    chmodSync(prepared, 0o644);
    const exported = await run(['quarantine', '--in', prepared, '--out', join(shelf, 'q.csv')], user);
    expect(exported, exported.stderr).toMatchObject({ code: 3, json: { error: { file: 'q.csv' } } });
    chmodSync(shelf, 0o755);
    expect(execFileSync('ls', ['-A', shelf]).toString()).toBe('');
    campaign.count('without permission', 2);
  });

  it('say so when the extract may not be read', { timeout: MINUTE }, async () => {
    const secret = laborFile(folder, 'secret.csv', { rows: 3 });
    chmodSync(secret, 0o000);
    const user = await asOrdinaryUser();
    if (user === null) return;
    const open = mkdtempSync(join(folder, 'open-'));
    chmodSync(open, 0o777);
    const { code, json } = await run(['import', secret, '--into', join(open, 'w.muster')], user);
    expect({ code, json }).toMatchObject({ code: 3, json: { error: { code: 'unreadable', file: 'secret.csv' } } });
    chmodSync(secret, 0o644);
    campaign.count('without permission');
  });
});

describe('a workspace in use by another program', () => {
  it('is refused within five seconds, and readers of ours are not kept out', { timeout: MINUTE }, async () => {
    const path = join(folder, 'busy.muster');
    copyFileSync(prepared, path);
    const other = openWorkspace(path);
    const { code, json, ms } = await run(['import', second, '--into', path]);
    expect({ code, json }).toMatchObject({
      code: 3,
      json: { error: { code: 'locked_workspace', file: 'busy.muster' } },
    });
    expect(ms).toBeLessThan(BUSY_ANSWER_MS);
    expect((await run(['metrics', '--in', path, '--metric', 'productive_hours'])).code).toBe(0);
    other.close();
    expect((await run(['import', second, '--into', path])).code).toBe(0);
    campaign.count('locked');
  });

  it('is refused within five seconds when a stranger locks the file itself', { timeout: MINUTE }, async () => {
    const path = join(folder, 'held.muster');
    copyFileSync(prepared, path);
    const stranger = new BetterSqlite(path);
    stranger.exec('BEGIN EXCLUSIVE');
    for (const words of [
      ['import', second, '--into', path],
      ['undo', '--in', path, '--batch', '1'],
      ['metrics', '--in', path],
    ]) {
      const { code, json, ms } = await run(words);
      expect({ words, code, json }).toMatchObject({ code: 3, json: { error: { code: 'locked_workspace' } } });
      expect(ms).toBeLessThan(BUSY_ANSWER_MS);
      campaign.count('locked');
    }
    stranger.exec('ROLLBACK');
    stranger.close();
    expect(visibleContent(path)).toBe(before);
  });
});

describe('a workspace that loses its name while an extract is imported', () => {
  const cases: [string, (path: string, other: string) => void][] = [
    ['replaced by another', (path, other) => renameSync(other, path)],
    ['moved away', (path) => renameSync(path, `${path}.moved`)],
    ['deleted', (path) => rmSync(path)],
    ['moved with its folder', (path) => renameSync(dirname(path), `${dirname(path)}-moved`)],
  ];

  it.each(cases)('%s: nothing is reported as stored that is not there', { timeout: MINUTE }, async (name, lose) => {
    const home = join(folder, name.replaceAll(' ', '-'));
    mkdirSync(home);
    const path = join(home, 'w.muster');
    const other = join(home, 'other.muster');
    copyFileSync(prepared, path);
    copyFileSync(prepared, other);
    const otherBytes = readFileSync(other);
    const { process: child, ended } = start(['import', second, '--into', path]);
    while (child.exitCode === null && !existsSync(`${path}-wal`)) await wait(2);
    await wait(campaign.random(startMs / 8));
    lose(path, other);
    const { code, json, stderr } = await ended;
    expect({ code, json, stderr }).toMatchObject({ code: 3 });
    expect(json.error.message).toMatch(/\.$/);
    if (name === 'replaced by another') expect(readFileSync(path).equals(otherBytes)).toBe(true);
    campaign.count('names lost');
  });
});
