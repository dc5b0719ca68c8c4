/** npm run demo: a workspace from the bundled samples, and its board deck. */

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from './setup/places.mjs';
import { prepareCommandLine } from './setup/prepare.mjs';
import { handOver } from './setup/run.mjs';
import { runScript, say } from './setup/say.mjs';

const workspace = join('out', 'demo.muster');
const deck = join('out', 'board-deck.pdf');

const STEPS = [
  ['sample', '--out', workspace],
  ['brief', '--in', workspace, '--briefing', 'board', '--out', deck],
];

await runScript(async () => {
  await prepareCommandLine();
  mkdirSync(join(root, 'out'), { recursive: true });
  // The workspace's journal files belong to it: left behind, they would be taken for the new one's.
  for (const old of [workspace, `${workspace}-wal`, `${workspace}-shm`, deck]) rmSync(join(root, old), { force: true });
  for (const step of STEPS) {
    const status = await muster(step);
    if (status !== 0) return status;
  }
  say(`the workspace is ${join(root, workspace)}`);
  say(`the deck is ${join(root, deck)}`);
  return 0;
});

function muster(args) {
  return handOver(node24, [join(root, 'scripts', 'muster.mjs'), ...args], { env: { INIT_CWD: root } });
}
