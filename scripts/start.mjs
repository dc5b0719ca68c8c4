/** npm start [-- FILE.muster]: sets up what is missing and opens the app. */

import { resolve } from 'node:path';
import { hasDisplay } from './setup/display.mjs';
import { root } from './setup/places.mjs';
import { prepareApp } from './setup/prepare.mjs';
import { handOver } from './setup/run.mjs';
import { SetupError, runScript } from './setup/say.mjs';

await runScript(async () => {
  if (!hasDisplay()) {
    throw new SetupError(
      'there is no display (DISPLAY is not set): run `xvfb-run -a npm start`, after `apt-get install xvfb xauth` where it is missing',
    );
  }
  const env = await prepareApp();
  const from = process.env.INIT_CWD ?? process.cwd();
  const files = process.argv
    .slice(2)
    .map((argument) => (argument.startsWith('-') ? argument : resolve(from, argument)));
  // Chromium refuses to start its sandbox as root; nobody else goes without it.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return handOver(env.MUSTER_ELECTRON ?? process.env.MUSTER_ELECTRON, [...flags, root, ...files], { env });
});
