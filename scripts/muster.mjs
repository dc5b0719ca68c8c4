/**
 * npm run --silent muster -- COMMAND …: the command line.
 *
 * Standard output is the program's alone. Where npm found Node 24 in node_modules, as it does after the first set-up,
 * the program runs in this very process, which saves a start of Node.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node24, root } from './setup/places.mjs';
import { prepareCommandLine } from './setup/prepare.mjs';
import { runScript } from './setup/say.mjs';

const program = join(root, 'dist', 'main', 'cli.js');
const [command] = process.argv.slice(2);

/** Decks are printed by a hidden window; every other command does without Electron. */
async function windowEnvironment() {
  const { ensureElectron } = await import('./setup/electron.mjs');
  const { ensureDisplay } = await import('./setup/display.mjs');
  const env = await ensureElectron();
  return (await ensureDisplay()) ? { ...env, MUSTER_XVFB: '1' } : env;
}

await runScript(async () => {
  await prepareCommandLine();
  if (command === 'brief') Object.assign(process.env, await windowEnvironment());
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    process.argv[1] = program;
    await import(pathToFileURL(program).href);
    return undefined;
  }
  const { handOver } = await import('./setup/run.mjs');
  return handOver(node24, [program, ...process.argv.slice(2)], { cwd: process.cwd() });
});
