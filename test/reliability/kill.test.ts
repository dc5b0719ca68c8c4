import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { allFigures } from '../support/snapshot.ts';
import { openWorkspace } from '../support/workspace.ts';
import { Campaign } from './campaign.ts';
import { killAfter, run } from './command-line.ts';
import { visibleContent } from './content.ts';
import { laborFile } from './extracts.ts';

const IMPORT_KILLS = 30;
const KILLS_A_FILE = 3;
const UNDO_KILLS = 10;

const folder = testFolder();
const first = laborFile(folder, 'january.csv', { rows: 20_000 });
/** Half of it is new, a part repeats the first extract and a part restates it; some rows are rejected. */
const second = laborFile(folder, 'february.csv', { from: 10_000, rows: 50_000, broken: 1_000 });
const at = (name: string) => join(folder, `${name}.muster`);

/** What a workspace shows before and after the work that is to be killed, and how long that takes. */
type Work = {
  words: (path: string) => string[];
  prepared: string | null;
  before: string;
  after: string;
  figures: string;
  ms: number;
};
let intoEmpty: Work;
let intoFilled: Work;
let undoing: Work;

const figuresOf = (path: string): string => {
  const workspace = openWorkspace(path, { mode: 'read' });
  try {
    return JSON.stringify(allFigures(workspace));
  } finally {
    workspace.close();
  }
};

async function undisturbed(name: string, prepared: string | null, words: Work['words']): Promise<Work> {
  const path = at(name);
  if (prepared !== null) copyFileSync(prepared, path);
  const before = visibleContent(path);
  const done = await run(words(path));
  expect(done.code, done.stderr).toBe(0);
  return { words, prepared, before, after: visibleContent(path), figures: figuresOf(path), ms: done.ms };
}

/** Kills the work up to `most` times, looks at the workspace each time, then lets it come to its end. */
async function torture(campaign: Campaign, work: Work, path: string, most: number): Promise<void> {
  if (work.prepared !== null) copyFileSync(work.prepared, path);
  for (let kill = 0; kill < most; kill++) {
    const hit = await killAfter(work.words(path), campaign.random(work.ms));
    campaign.count(hit ? 'kills' : 'ended before the kill');
    const seen = visibleContent(path);
    expect([work.before, work.after], `content after kill ${kill + 1}, seed ${campaign.seed}`).toContain(seen);
    await expectSound(path, seen);
    if (seen !== work.after) continue;
    campaign.count('were through already');
    break;
  }
  const again = await run(work.words(path));
  const isThrough = again.code === 0 || again.json?.error?.code === 'already_undone';
  expect(isThrough, `${JSON.stringify(again.json)} ${again.stderr}`).toBe(true);
  expect(visibleContent(path), `content at the end, seed ${campaign.seed}`).toBe(work.after);
  expect(figuresOf(path)).toBe(work.figures);
  const check = await run(['check', '--in', path]);
  expect(check.json).toEqual({ ok: true, findings: [] });
  campaign.count('re-run to the same content');
}

async function expectSound(path: string, seen: string): Promise<void> {
  if (!existsSync(path) || seen === 'empty') return;
  const workspace = openWorkspace(path, { mode: 'read' });
  try {
    expect(workspace.check()).toEqual([]);
  } finally {
    workspace.close();
  }
}

beforeAll(async () => {
  const importing = (file: string) => (path: string) => ['import', file, '--into', path];
  intoEmpty = await undisturbed('reference-1', null, importing(first));
  intoFilled = await undisturbed('reference-2', at('reference-1'), importing(second));
  undoing = await undisturbed('reference-3', at('reference-2'), (path) => ['undo', '--in', path, '--batch', '1']);
}, 60_000);

describe('killed at any instant', () => {
  const campaign = new Campaign('kill -9 of imports');
  const undoCampaign = new Campaign('kill -9 of undo');
  afterAll(() => {
    campaign.close();
    undoCampaign.close();
  });

  it(
    'an import leaves nothing or all of itself, and the same content once it is run again',
    { timeout: 120_000 },
    async () => {
      for (let file = 0; campaign.counted('kills') < IMPORT_KILLS; file++) {
        await torture(campaign, file % 4 === 0 ? intoEmpty : intoFilled, at(`import-${file}`), KILLS_A_FILE);
      }
    },
  );

  it('an undo takes back nothing or all', { timeout: 60_000 }, async () => {
    for (let file = 0; undoCampaign.counted('kills') < UNDO_KILLS; file++)
      await torture(undoCampaign, undoing, at(`undo-${file}`), KILLS_A_FILE);
  });
});
