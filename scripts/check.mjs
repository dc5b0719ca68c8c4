/** npm run check: types, lint, layers and format; runs all of them and fails when one does. */

import { join } from 'node:path';
import { ensureDependencies } from './setup/dependencies.mjs';
import { node24, root } from './setup/places.mjs';
import { handOver } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';

const tool = (...path) => join(root, 'node_modules', ...path);

const CHECKS = [
  { title: 'types', args: [join(root, 'scripts', 'check', 'types.mjs')] },
  { title: 'lint', args: [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'] },
  { title: 'layers', args: [join(root, 'scripts', 'check', 'layers.mjs')] },
  { title: 'format', args: [tool('oxfmt', 'bin', 'oxfmt'), '--check'] },
];

await runScript(async () => {
  await ensureDependencies();
  const failed = [];
  for (const { title, args } of CHECKS) {
    const started = Date.now();
    process.stdout.write(`— ${title}\n`);
    const status = await handOver(node24, args);
    process.stdout.write(
      `  ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
    );
    if (status !== 0) failed.push(title);
  }
  process.stdout.write(failed.length === 0 ? 'all checks passed\n' : `failed: ${failed.join(', ')}\n`);
  return failed.length === 0 ? 0 : 1;
});
