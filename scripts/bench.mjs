/** npm run bench [-- ARGUMENTS]: fetches what only the benchmarks compare against, then runs bench/run.ts. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './setup/npm.mjs';
import { node24, root } from './setup/places.mjs';
import { prepareApp } from './setup/prepare.mjs';
import { handOver, runStep, showOutput } from './setup/run.mjs';
import { SetupError, runScript, say } from './setup/say.mjs';
import { digest, isStamped, writeStamp } from './setup/stamp.mjs';

const folder = join(root, 'bench');

await runScript(async () => {
  const env = await prepareApp();
  await ensureBenchDependencies();
  return handOver(node24, [join(folder, 'run.ts'), ...process.argv.slice(2)], { env });
});

async function ensureBenchDependencies() {
  const stamp = join(folder, 'node_modules', '.installed-from');
  const state = digest(readFileSync(join(folder, 'package-lock.json')));
  if (isStamped(stamp, state) && existsSync(join(folder, 'node_modules'))) return;
  say('installing what the benchmarks compare against');
  const { status, output } = await runStep('npm ci', npm.command, [...npm.prefix, 'ci', '--no-audit', '--no-fund'], {
    cwd: folder,
  });
  if (status !== 0) {
    showOutput(output);
    throw new SetupError(
      'npm ci in bench/ failed (see above): check the connection to the npm registry, then run the command again',
    );
  }
  writeStamp(stamp, state);
}
