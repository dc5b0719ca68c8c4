import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, textHash } from '../../db/store.ts';
import { WORKER_TYPES } from '../../main/model/worker-types.ts';
import type { Clock, ReaderChannel } from '../../main/ports/processes.ts';
import { Workspace } from '../../main/workspace/workspace.ts';
import { testFolder } from '../support/folder.ts';
import { inProcessReader } from '../support/reader.ts';
import { importFile, openWorkspace, steadyClock } from '../support/workspace.ts';
import { Campaign } from './campaign.ts';
import { readersOf, run, start } from './command-line.ts';
import { visibleContent, wholeContent } from './content.ts';
import { laborFile } from './extracts.ts';

const READER_KILLS = 6;
const MINUTE = 60_000;

const folder = testFolder();
const base = laborFile(folder, 'january.csv', { rows: 2_000 });
const extract = laborFile(folder, 'february.csv', { from: 1_000, rows: 90_000, broken: 200 });
const prepared = join(folder, 'prepared.muster');
let before: string;
let copies = 0;

const copy = (): string => {
  const path = join(folder, `copy-${copies++}.muster`);
  copyFileSync(prepared, path);
  return path;
};

beforeAll(async () => {
  const workspace = openWorkspace(prepared);
  await importFile(workspace, base);
  workspace.close();
  before = visibleContent(prepared);
}, MINUTE);

/** Waits until a command line has started its reader. */
async function readerOf(child: Parameters<typeof readersOf>[0]): Promise<number | undefined> {
  for (let i = 0; i < 400 && child.exitCode === null; i++) {
    const [reader] = readersOf(child);
    if (reader !== undefined) return reader;
    await wait(5);
  }
  return undefined;
}

describe.concurrent('a reader', () => {
  const campaign = new Campaign('reader faults');
  afterAll(() => campaign.close());

  it(
    'that is killed at any instant is named as the reason, and nothing is stored',
    { timeout: 2 * MINUTE },
    async () => {
      while (campaign.counted('readers killed') < READER_KILLS) {
        const path = copy();
        const { process: child, ended } = start(['import', extract, '--into', path]);
        const reader = await readerOf(child);
        await wait(campaign.random(400));
        try {
          if (reader !== undefined) process.kill(reader, 'SIGKILL');
        } catch {
          // It had ended by itself.
        }
        const { code, json, stderr } = await ended;
        if (code === 0) {
          campaign.count('readers that had ended');
          continue;
        }
        expect({ code, json, stderr }).toMatchObject({
          code: 3,
          json: { error: { code: 'reader_failed', file: 'february.csv' } },
          stderr: '',
        });
        expect(json.error.message).toMatch(/SIGKILL.*Nothing was stored/);
        expect(visibleContent(path)).toBe(before);
        campaign.count('readers killed');
      }
    },
  );

  it('that stands still is given up after ten seconds, and nothing is stored', { timeout: MINUTE }, async () => {
    const path = copy();
    const { process: child, ended } = start(['import', extract, '--into', path]);
    const reader = await readerOf(child);
    process.kill(reader!, 'SIGSTOP');
    const { code, json, ms } = await ended;
    expect({ code, json }).toMatchObject({ code: 3, json: { error: { code: 'reader_stalled' } } });
    expect(ms).toBeGreaterThan(9_000);
    expect(() => process.kill(reader!, 0), 'the reader is gone').toThrow();
    expect(visibleContent(path)).toBe(before);
    campaign.count('readers stopped');
  });

  it('does not outlive a command line that was killed', { timeout: MINUTE }, async () => {
    const { process: child, ended } = start(['import', extract, '--into', copy()]);
    const reader = await readerOf(child);
    child.kill('SIGKILL');
    await ended;
    for (let i = 0; i < 200 && isAlive(reader!); i++) await wait(25);
    expect(isAlive(reader!)).toBe(false);
    campaign.count('orphans gone');
  });

  it('that crashes before any of its messages leaves the workspace untouched', { timeout: MINUTE }, async () => {
    for (let last = 0; last < 6; last++) {
      const path = copy();
      let messages = 0;
      const workspace = openWorkspace(path, {
        launchReader: inProcessReader(() => (messages++ === last ? 'code 70' : null)),
      });
      const whole = wholeContent(path);
      const outcome = await importFile(workspace, extract).then(
        () => null,
        (error: unknown) => error,
      );
      if (outcome === null) break;
      expect(outcome).toMatchObject({ code: 'reader_failed', message: expect.stringContaining('code 70') as string });
      expect(wholeContent(path), `crash at message ${last}`).toBe(whole);
      workspace.close();
      campaign.count('crashes');
    }
    expect(campaign.counted('crashes')).toBeGreaterThan(2);
  });

  it('that takes more memory than is set aside for it gives up, and nothing is stored', async () => {
    const path = copy();
    let looks = 0;
    const workspace = openWorkspace(path, {
      launchReader: inProcessReader(undefined, () => (++looks > 2 ? 1.1 * 1024 ** 3 : 0)),
    });
    const whole = wholeContent(path);
    await expect(importFile(workspace, extract)).rejects.toMatchObject({
      code: 'too_much_memory',
      message: expect.stringMatching(/^february\.csv takes more memory .* Save it as CSV, or split it/) as string,
    });
    expect(wholeContent(path)).toBe(whole);
    workspace.close();
  });

  it('that says nonsense is refused, and nothing is stored', async () => {
    for (const nonsense of [
      { type: 'labor' },
      { type: 'preview' },
      { type: 'records', rows: [{}] },
      null,
      'x',
      { type: 'finished' },
    ]) {
      const path = copy();
      const workspace = openWorkspace(path, { launchReader: () => sayingOnly(nonsense) });
      const whole = wholeContent(path);
      await expect(importFile(workspace, extract)).rejects.toThrow();
      expect(wholeContent(path)).toBe(whole);
      workspace.close();
      campaign.count('talking nonsense');
    }
  });

  it('that never says anything is given up when the time is over', async () => {
    const path = copy();
    const soon: Clock = { ...steadyClock(), after: (_, work) => (setTimeout(work, 1), () => undefined) };
    const store = openStore(
      { path, nativeBinding: null, mode: 'write', workerTypes: WORKER_TYPES, account: null },
      soon.now,
    );
    const silent: ReaderChannel = {
      post: () => undefined,
      onMessage: () => undefined,
      onExit: () => undefined,
      kill: () => campaign.count('silent readers ended'),
    };
    const workspace = new Workspace({
      store,
      clock: soon,
      hashText: textHash,
      launchReader: () => silent,
      report: () => undefined,
    });
    const whole = wholeContent(path);
    await expect(importFile(workspace, extract)).rejects.toMatchObject({ code: 'reader_stalled' });
    expect(wholeContent(path)).toBe(whole);
    expect(campaign.counted('silent readers ended')).toBe(1);
    workspace.close();
  });

  it('that met a bomb is refused by name: a pattern that never ends', { timeout: MINUTE }, async () => {
    const recipe = {
      kind: 'roster',
      columns: { worker_id: 'id', hire_date: 'hired' },
      skip_rows_matching: '(a|a|aa)+$',
    };
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'bomb.json'), JSON.stringify(recipe));
    writeFileSync(join(folder, 'bomb.csv'), `id,hired\n${'a'.repeat(80)}!,2020-01-01\n`);
    const { code, json } = await run([
      'import',
      join(folder, 'bomb.csv'),
      '--into',
      copy(),
      '--recipe',
      join(folder, 'bomb.json'),
    ]);
    expect({ code, json }).toMatchObject({ code: 3, json: { error: { code: 'reader_stalled' } } });
    campaign.count('bombs');
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A reader that starts an import properly and then says one thing. */
function sayingOnly(message: unknown): ReaderChannel {
  const started = {
    type: 'started',
    kind: 'labor',
    profile: 'canonical_labor',
    confidence: 1,
    recipe: {},
    dimensions: ['site'],
    sheet: null,
    size: 1,
  };
  let listen: (message: unknown) => void = () => undefined;
  return {
    post: () =>
      queueMicrotask(() => {
        listen(started);
        listen(message);
      }),
    onMessage: (listener) => (listen = listener),
    onExit: () => undefined,
    kill: () => undefined,
  };
}
