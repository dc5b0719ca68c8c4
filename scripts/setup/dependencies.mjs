import { createHash } from 'node:crypto';
import { createReadStream, existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { holdingLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { node24, root, stamps } from './places.mjs';
import { runStep, showOutput } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { digest, isStamped, writeStamp } from './stamp.mjs';

const stamp = join(stamps, 'dependencies');

/**
 * The npm package `node` fetches its platform's binary in an install script, outside the lockfile's integrity checks.
 * Change this with the version of `node` in package.json.
 */
const NODE_SHA256 = {
  'linux-x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
};

/** Installs the locked dependencies unless node_modules was made from this very lockfile, or is another clone's. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  await holdingLock(`dependencies-${digest(root).slice(0, 12)}`, async () => {
    if (isInstalled()) return;
    say('installing dependencies (npm ci), about a minute');
    const { status, output } = await runStep('npm ci', npm.command, [...npm.prefix, 'ci', '--no-audit', '--no-fund']);
    if (status !== 0) {
      showOutput(output);
      throw new SetupError(
        'npm ci failed (see above): check the connection to the npm registry, then run the command again',
      );
    }
    await checkNode();
    writeStamp(stamp, lockfileState());
  });
}

function isInstalled() {
  return existsSync(node24) && (isLinked() || isStamped(stamp, lockfileState()));
}

/** A linked node_modules belongs to the clone that it leads to: npm ci would empty that one and put a folder here. */
function isLinked() {
  return lstatSync(join(root, 'node_modules')).isSymbolicLink();
}

function lockfileState() {
  return digest(readFileSync(join(root, 'package-lock.json')));
}

async function checkNode() {
  if (!existsSync(node24)) {
    throw new SetupError('npm ci made no Node 24: run `npm install-scripts approve node`, then `npm ci`');
  }
  const expected = NODE_SHA256[`${process.platform}-${process.arch}`];
  if (!expected) return;
  const hash = createHash('sha256');
  await pipeline(createReadStream(node24), hash);
  if (hash.digest('hex') !== expected) {
    throw new SetupError(
      'the Node 24 binary differs from the pinned one: delete node_modules and run the command again',
    );
  }
}
