import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** npm's own program: the npm that started us, else the one on the PATH. */
const cli = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : onThePath();

/** How to start npm without a shell, on every system alike. */
export const npm = cli ? { command: process.execPath, prefix: [cli] } : { command: 'npm', prefix: [] };

/** The node-gyp that npm carries, or undefined where npm came without one. */
export function findNodeGyp() {
  try {
    return createRequire(cli).resolve('node-gyp/bin/node-gyp.js');
  } catch {
    return undefined;
  }
}

function onThePath() {
  const folder = (process.env.PATH ?? '').split(delimiter).find((one) => existsSync(join(one, 'npm')));
  const program = folder && realpathSync(join(folder, 'npm'));
  return program?.endsWith('.js') ? program : undefined;
}
