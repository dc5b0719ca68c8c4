import { cpSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from './cache.mjs';
import { PACKAGES, findProgram, installPackages } from './debian.mjs';
import { FALLBACK_ELECTRON } from './fallback-runtime.mjs';
import { findNodeGyp } from './npm.mjs';
import { node24, root } from './places.mjs';
import { runStep, showOutput } from './run.mjs';
import { SetupError, say } from './say.mjs';

/** Raise when the build changes, so that caches made by the old one are not used. */
const RECIPE = 1;

/** They come with the Node binary; node-gyp would otherwise download them. `npm install PACKAGE` prunes them. */
const headers = join(root, 'node_modules', 'node', 'node_modules', `node-${process.platform}-${process.arch}`);

/**
 * better-sqlite3 for the fallback runtime.
 *
 * Its prebuilt binary needs Node-API 10; the runtime has 9. Two experimental defines give the addon what it uses of 10,
 * and the result loads in Node 20, in Node 24 and in that runtime.
 */
export async function ensureSqliteAddon() {
  const source = join(root, 'node_modules', 'better-sqlite3');
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const name = `better-sqlite3-${version}-electron-${FALLBACK_ELECTRON}-r${RECIPE}`;
  const folder = await cachedFolder(name, (made, scratch) => buildAddon(source, made, scratch));
  return join(folder, 'better_sqlite3.node');
}

async function buildAddon(source, made, scratch) {
  if (!['python3', 'make', 'g++'].every(findProgram)) {
    await installPackages(PACKAGES.compiler, 'the SQLite addon is compiled once');
  }
  const nodeGyp = findNodeGyp();
  if (!nodeGyp)
    throw new SetupError(
      'this npm came without node-gyp: run `npm install --global npm@11`, then run the command again',
    );
  if (!existsSync(join(headers, 'include')))
    throw new SetupError("Node's headers are missing: run `npm ci`, then run the command again");
  say('compiling SQLite for this runtime, once, about two minutes');
  const folder = join(scratch, 'source');
  cpSync(source, folder, { recursive: true });
  const recipe = join(folder, 'binding.gyp');
  writeFileSync(recipe, withOlderNodeApi(readFileSync(recipe, 'utf8')));
  const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${headers}`];
  const env = { NODE_PATH: join(root, 'node_modules') };
  const { status, output } = await runStep('compiling SQLite', node24, args, { cwd: folder, env });
  const built = join(folder, 'build', 'Release', 'better_sqlite3.node');
  if (status !== 0 || !existsSync(built)) {
    showOutput(output);
    throw new SetupError(
      'SQLite could not be compiled (see above): install python3, make and g++, then run the command again',
    );
  }
  mkdirSync(made, { recursive: true });
  copyFileSync(built, join(made, 'better_sqlite3.node'));
}

function withOlderNodeApi(recipe) {
  const asked = "'NAPI_VERSION=10'";
  if (!recipe.includes(asked)) {
    throw new SetupError('better-sqlite3 no longer asks for Node-API 10: adapt scripts/setup/sqlite-addon.mjs');
  }
  return recipe.replace(asked, "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'");
}
