import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runStep, showOutput } from './run.mjs';
import { SetupError, say } from './say.mjs';

/**
 * Debian packages by what they are for. `a|b` takes the first that the release has:
 * releases from 2024 on renamed some libraries with a `t64` suffix.
 */
export const PACKAGES = {
  window: ['libgtk-3-0t64|libgtk-3-0', 'libnss3', 'libasound2t64|libasound2', 'libgbm1'],
  display: ['xvfb', 'xauth'],
  compiler: ['python3', 'make', 'g++'],
  pdf: ['poppler-utils'],
};

/** Installs packages where we may (root and apt-get); otherwise fails with the one command to run. */
export async function installPackages(packages, why) {
  const apt = findProgram('apt-get');
  const names = packages.map((name) => (apt ? chooseName(name) : name.split('|').at(-1)));
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!apt || process.getuid?.() !== 0) {
    const advice = apt ? `run \`sudo ${command}\`` : `install what Debian calls ${names.join(', ')}`;
    throw new SetupError(`${why}: ${advice}, then run the command again`);
  }
  say(`${why}: installing ${names.join(', ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  await runStep('apt-get update', 'apt-get', [...lock, 'update'], { env });
  const { status, output } = await runStep('apt-get install', 'apt-get', [...lock, ...command.split(' ').slice(1)], {
    env,
  });
  if (status !== 0) {
    showOutput(output);
    throw new SetupError(`apt-get failed (see above): run \`${command}\` by hand, then run the command again`);
  }
}

export function findProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** Shared libraries that `executable` asks for and this machine lacks. */
export function missingLibraries(executable) {
  const listed = execFileSync('ldd', [executable], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return listed
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

function chooseName(alternatives) {
  const names = alternatives.split('|');
  return names.find((name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0) ?? names.at(-1);
}
