import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { inProcessReader } from '../support/reader.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { Campaign } from './campaign.ts';
import { visibleContent, wholeContent } from './content.ts';
import { laborFile, rosterFile } from './extracts.ts';

const STOPS = 20;
/** Every so many stops the import is done again and compared. */
const COMPARED = 4;
const MINUTE = 60_000;

const folder = testFolder();
const base = laborFile(folder, 'january.csv', { rows: 3_000 });
const extracts = [
  laborFile(folder, 'february.csv', { from: 1_000, rows: 40_000, raise: 1, broken: 100 }),
  rosterFile(folder, 'roster.csv', 12_000),
];
const prepared = join(folder, 'prepared.muster');
const finished: string[] = [];

beforeAll(async () => {
  const workspace = openWorkspace(prepared);
  await importFile(workspace, base);
  workspace.close();
  for (const [i, extract] of extracts.entries()) {
    const path = join(folder, `finished-${i}.muster`);
    copyFileSync(prepared, path);
    const done = openWorkspace(path);
    await importFile(done, extract);
    done.close();
    finished.push(visibleContent(path));
  }
}, MINUTE);

describe('an import that the user stops', () => {
  const campaign = new Campaign('stopped imports');
  afterAll(() => campaign.close());

  it(
    'leaves nothing behind at whichever message it is stopped, and can be done again',
    { timeout: 3 * MINUTE },
    async () => {
      const path = join(folder, 'stopped.muster');
      for (let stop = 0; stop < STOPS; stop++) {
        const which = stop % extracts.length;
        copyFileSync(prepared, path);
        const controller = new AbortController();
        const last = campaign.integer(8);
        let messages = 0;
        const reader = inProcessReader(() => {
          if (messages++ === last) controller.abort();
          return null;
        });
        const workspace = openWorkspace(path, { launchReader: reader });
        const before = wholeContent(path);
        const outcome = await importFile(workspace, extracts[which], { signal: controller.signal }).then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
        if (outcome === 'cancelled') {
          expect(wholeContent(path), `stopped at message ${last}, seed ${campaign.seed}`).toBe(before);
          expect(workspace.check()).toEqual([]);
          campaign.count('stopped');
        } else {
          expect(outcome).toBe('done');
          campaign.count('done before the stop');
        }
        const again = outcome === 'cancelled' && stop % COMPARED < extracts.length;
        if (again) {
          await importFile(workspace, extracts[which]);
          campaign.count('done again');
        }
        workspace.close();
        if (again || outcome === 'done') expect(visibleContent(path), `seed ${campaign.seed}`).toBe(finished[which]);
      }
      expect(campaign.counted('stopped')).toBeGreaterThan(STOPS / 2);
    },
  );

  it('is left at once when it was stopped before it began, whatever its reader still sends', async () => {
    const path = join(folder, 'never.muster');
    copyFileSync(prepared, path);
    const launch = inProcessReader();
    // A process that is killed has messages under way.
    const workspace = openWorkspace(path, { launchReader: () => ({ ...launch(), kill: () => undefined }) });
    const before = wholeContent(path);
    const importing = importFile(workspace, extracts[0], { signal: AbortSignal.abort() });
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
    await wait(500);
    expect(wholeContent(path)).toBe(before);
    workspace.close();
    campaign.count('stopped before they began');
  });
});
