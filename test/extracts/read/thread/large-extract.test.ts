import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LaunchThread } from '../../../../main/ports/processes.ts';
import { laborFile } from '../../../reliability/extracts.ts';
import { contentOf } from '../../../support/content.ts';
import { testFolder } from '../../../support/folder.ts';
import { inProcessReader } from '../../../support/reader.ts';
import { launchScanner } from '../../../support/scanning-thread.ts';
import { importFile, openWorkspace } from '../../../support/workspace.ts';

const folder = testFolder();
let threads = 0;
const counted: LaunchThread = () => {
  threads++;
  return launchScanner();
};

async function imported(extract: string, name: string, launchThread: LaunchThread | null) {
  const path = join(folder, name);
  const workspace = openWorkspace(path, { launchReader: inProcessReader(undefined, undefined, launchThread) });
  const report = await importFile(workspace, extract);
  workspace.close();
  return { report, content: contentOf(path) };
}

it('a large extract is scanned in a thread, and what is stored of it does not differ by a byte', async () => {
  const extract = laborFile(folder, 'large.csv', { rows: 150_000, broken: 400 });
  expect(statSync(extract).size).toBeGreaterThan(8 * 1024 * 1024);
  const threaded = await imported(extract, 'threaded.muster', counted);
  expect(threads).toBe(1);
  expect(threaded.report).toMatchObject({ rowsRead: 150_000, quarantined: 375, accepted: 149_625 });
  expect(threaded).toEqual(await imported(extract, 'alone.muster', null));
}, 60_000);

it('a small one is not, since a thread takes longer to start', async () => {
  const extract = laborFile(folder, 'small.csv', { rows: 500 });
  threads = 0;
  await imported(extract, 'small.muster', counted);
  expect(threads).toBe(0);
});
