import { copyFileSync } from 'node:fs';
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
const MINUTE = 60_000;

const folder = testFolder();
const first = laborFile(folder, 'january.csv', { rows: 20_000 });
/** A part repeats the first extract with other money; some rows are rejected. */
const second = laborFile(folder, 'february.csv', { from: 15_000, rows: 50_000, raise: 1, broken: 1_000 });
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

async function undisturbed(name: string, prepared: string | null, words: Work['words']): Promise<Work> {
  const path = at(name);
  if (prepared !== null) copyFileSync(prepared, path);
  const before = visibleContent(path);
  const done = await run(words(path));
  expect(done.code, done.stderr).toBe(0);
  return { words, prepared, before, after: visibleContent(path), figures: soundFigures(path), ms: done.ms };
}

/** Kills the work up to `most` times, looks at the workspace each time, then lets it come to its end. */
async function torture(campaign: Campaign, work: Work, path: string, most: number): Promise<void> {
  if (work.prepared !== null) copyFileSync(work.prepared, path);
  for (let kill = 0; kill < most; kill++) {
    const hit = await killAfter(work.words(path), campaign.random(work.ms));
    campaign.count(hit ? 'kills' : 'ended before the kill');
    const seen = visibleContent(path);
    expect([work.before, work.after], `content after kill ${kill + 1}, seed ${campaign.seed}`).toContain(seen);
    if (seen !== 'empty') expectSound(path);
    if (seen === work.after) break;
  }
  const again = await run(work.words(path));
  const isThrough = again.code === 0 || again.json?.error?.code === 'already_undone';
  expect(isThrough, `${JSON.stringify(again.json)} ${again.stderr}`).toBe(true);
  expect(visibleContent(path), `content at the end, seed ${campaign.seed}`).toBe(work.after);
  expectSound(path);
  campaign.count('workspaces brought to the same content');
}

function expectSound(path: string): void {
  const workspace = openWorkspace(path, { mode: 'read' });
  try {
    expect(workspace.check()).toEqual([]);
  } finally {
    workspace.close();
  }
}

function soundFigures(path: string): string {
  const workspace = openWorkspace(path, { mode: 'read' });
  try {
    expect(workspace.check()).toEqual([]);
    return JSON.stringify(allFigures(workspace));
  } finally {
    workspace.close();
  }
}

beforeAll(async () => {
  const importing = (file: string) => (path: string) => ['import', file, '--into', path];
  intoEmpty = await undisturbed('reference-1', null, importing(first));
  intoFilled = await undisturbed('reference-2', at('reference-1'), importing(second));
  undoing = await undisturbed('reference-3', at('reference-2'), (path) => ['undo', '--in', path, '--batch', '1']);
}, MINUTE);

describe('killed at any instant', () => {
  it(
    'an import leaves nothing or all of itself, and the same once it is run again',
    { timeout: 4 * MINUTE },
    async () => {
      const campaign = new Campaign('kill -9 of imports');
      afterAll(() => campaign.close());
      for (let file = 0; campaign.counted('kills') < IMPORT_KILLS; file++) {
        await torture(campaign, file % 4 === 0 ? intoEmpty : intoFilled, at(`import-${file}`), KILLS_A_FILE);
      }
      expect(soundFigures(at('import-1'))).toBe(intoFilled.figures);
      expect((await run(['check', '--in', at('import-1')])).json).toEqual({ ok: true, findings: [] });
    },
  );

  it('an undo takes back nothing or all', { timeout: 2 * MINUTE }, async () => {
    const campaign = new Campaign('kill -9 of undo');
    afterAll(() => campaign.close());
    for (let file = 0; campaign.counted('kills') < UNDO_KILLS; file++)
      await torture(campaign, undoing, at(`undo-${file}`), KILLS_A_FILE);
    expect(soundFigures(at('undo-0'))).toBe(undoing.figures);
  });
});
