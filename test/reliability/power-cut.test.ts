import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { Campaign } from './campaign.ts';
import { run, start } from './command-line.ts';
import { visibleContent } from './content.ts';
import { laborFile } from './extracts.ts';

const COPIES = 12;
/** Power cuts within each journal, beside one at every end of a page. */
const TORN = 40;
const WAL_HEADER = 32;
const FRAME = 24 + 16_384;
const SECTOR = 512;
const MINUTE = 60_000;

const folder = testFolder();
const first = laborFile(folder, 'january.csv', { rows: 4_000 });
const second = laborFile(folder, 'february.csv', { from: 2_000, rows: 50_000, raise: 1, broken: 500 });
const at = (name: string) => join(folder, `${name}.muster`);
const prepared = at('prepared');
let before: string;
let after: string;
let undone: string;

/** Opens what the power cut has left, as the next start would, and says what it shows. */
function contentAfterRestart(
  main: string,
  journal: Uint8Array | null,
  expected: readonly string[],
  where: string,
): string {
  const path = at('restarted');
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  copyFileSync(main, path);
  if (journal !== null) writeFileSync(`${path}-wal`, journal);
  const workspace = openWorkspace(path);
  try {
    expect(workspace.check(), where).toEqual([]);
  } finally {
    workspace.close();
  }
  const content = visibleContent(path);
  expect(expected, where).toContain(content);
  return content;
}

/** Does some work, and copies file and journal just before the workspace is closed. */
async function journalOf(name: string, from: string, work: (path: string) => Promise<void>): Promise<Buffer> {
  const path = at(name);
  copyFileSync(from, path);
  await work(path);
  return readFileSync(`${path}.wal-kept`);
}

/** Every state of the disk that a power cut can leave: the journal cut after each page, or torn inside one. */
function cutEverywhere(campaign: Campaign, main: string, journal: Buffer, expected: readonly [string, string]): void {
  const cuts: Uint8Array[] = [];
  for (let end = 0; end <= journal.length; end = end === 0 ? WAL_HEADER : end + FRAME)
    cuts.push(journal.subarray(0, end));
  for (let i = 0; i < TORN; i++) {
    const torn = Buffer.from(journal.subarray(0, campaign.integer(journal.length)));
    const sector = Math.floor(torn.length / SECTOR) * SECTOR;
    // The last sector may hold anything.
    for (let p = sector; p < torn.length; p++) torn[p] = campaign.integer(256);
    cuts.push(torn);
  }
  const seen = new Set<string>();
  for (const cut of cuts) {
    seen.add(
      contentAfterRestart(
        main,
        cut,
        expected,
        `journal cut at ${cut.length} of ${journal.length}, seed ${campaign.seed}`,
      ),
    );
    campaign.count('cuts of a journal');
  }
  expect([...seen].sort(), 'states that came up').toEqual([...expected].sort());
}

beforeAll(async () => {
  expect((await run(['import', first, '--into', prepared])).code).toBe(0);
  before = visibleContent(prepared);
  copyFileSync(prepared, at('reference'));
  expect((await run(['import', second, '--into', at('reference')])).code).toBe(0);
  after = visibleContent(at('reference'));
  copyFileSync(at('reference'), at('undone'));
  expect((await run(['undo', '--in', at('undone'), '--batch', '1'])).code).toBe(0);
  undone = visibleContent(at('undone'));
}, MINUTE);

describe('after a power cut', () => {
  const campaign = new Campaign('power cuts');
  afterAll(() => campaign.close());

  it('at a random instant of an import the workspace is as before or as after', { timeout: 2 * MINUTE }, async () => {
    const { ms } = await run(['check', '--in', prepared]);
    while (campaign.counted('copies during an import') < COPIES) {
      const path = at('cut');
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
      copyFileSync(prepared, path);
      const { process: child, ended } = start(['import', second, '--into', path]);
      const attempt = { running: true };
      void ended.then(() => (attempt.running = false));
      while (attempt.running) {
        await wait(campaign.random(ms));
        // A stopped process writes nothing, so that file and journal are of one instant.
        if (!child.kill('SIGSTOP')) break;
        copyFileSync(path, at('copy'));
        const journal = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : null;
        child.kill('SIGCONT');
        contentAfterRestart(at('copy'), journal, [before, after], `copy during an import, seed ${campaign.seed}`);
        campaign.count('copies during an import');
      }
      await ended;
    }
  });

  it(
    'wherever it hits the journal of an import, all of the import is there or nothing',
    { timeout: MINUTE },
    async () => {
      const journal = await journalOf('importing', prepared, async (path) => {
        const workspace = openWorkspace(path);
        await importFile(workspace, second);
        copyFileSync(`${path}-wal`, `${path}.wal-kept`);
        workspace.close();
      });
      cutEverywhere(campaign, prepared, journal, [before, after]);
    },
  );

  it('wherever it hits the journal of an undo, all of the undo is there or nothing', { timeout: MINUTE }, async () => {
    const journal = await journalOf('undoing', at('reference'), async (path) => {
      const workspace = openWorkspace(path);
      workspace.undo(1);
      copyFileSync(`${path}-wal`, `${path}.wal-kept`);
      workspace.close();
    });
    cutEverywhere(campaign, at('reference'), journal, [after, undone]);
  });
});
