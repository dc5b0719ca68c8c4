/** npm test [-- VITEST ARGUMENTS]: sets up what is missing and runs every test. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGES, findProgram, installPackages } from './setup/debian.mjs';
import { ensureDisplay } from './setup/display.mjs';
import { node24, root } from './setup/places.mjs';
import { prepareApp } from './setup/prepare.mjs';
import { handOver } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';
import { countTests } from './count-tests.mjs';

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

await runScript(async () => {
  const env = await prepareApp();
  if (process.platform === 'linux' && !findProgram('pdftotext')) {
    await installPackages(PACKAGES.pdf, 'tests read the printed decks');
  }
  const needsXvfb = await ensureDisplay();
  const scratch = mkdtempSync(join(tmpdir(), 'muster-test-'));
  try {
    const report = join(scratch, 'report.json');
    const run = [
      vitest,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ];
    const status = needsXvfb
      ? await handOver('xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', node24, ...run], { env })
      : await handOver(node24, run, { env });
    const { passed, failed } = countTests(report);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return status;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
