import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdingLock } from './lock.mjs';
import { node24, root } from './places.mjs';
import { runStep, showOutput } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { digest, isStamped, removeStamp, writeStamp } from './stamp.mjs';

const stamp = join(root, 'dist', '.built-from');
const FOLDERS = ['db', 'electron', 'main', 'renderer'];
const FILES = ['electron.vite.config.ts', 'package-lock.json', 'package.json', 'tsconfig.base.json'];

/** Builds electron/, main/, db/ and renderer/ into dist/ unless dist/ was built from the files as they are now. */
export async function ensureBuild() {
  if (isStamped(stamp, sourcesState())) return;
  await holdingLock(`build-${digest(root).slice(0, 12)}`, async () => {
    const state = sourcesState();
    if (isStamped(stamp, state)) return;
    say('building');
    removeStamp(stamp);
    const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const { status, output } = await runStep('building', node24, [electronVite, 'build'], {
      env: { NODE_ENV: 'production' },
    });
    if (status !== 0) {
      showOutput(output);
      throw new SetupError('the build failed (see above): mend the source it names, then run the command again');
    }
    writeStamp(stamp, state);
  });
}

/** Name, size and time of every source; content would cost a read of each on every start. */
function sourcesState() {
  const lines = [];
  for (const file of FILES) lines.push(describe(file));
  for (const folder of FOLDERS) walk(folder, lines);
  return digest(lines.join('\n'));
}

function walk(folder, lines) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path, lines);
    else lines.push(describe(path));
  }
}

function describe(path) {
  const file = join(root, path);
  if (!existsSync(file)) return `${path} absent`;
  const { size, mtimeMs } = statSync(file);
  return `${path} ${size} ${mtimeMs}`;
}
