/** Where set-up finds and keeps things. */

import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Stamps live inside node_modules, so that deleting it also forgets what was set up. */
export const stamps = join(root, 'node_modules', '.muster');

/** What is costly to make and the same for every clone: one copy per user. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'muster');

const binaries = join(root, 'node_modules', '.bin');

const suffix = process.platform === 'win32' ? '.exe' : '';

/** Node 24 from the lockfile; the Node that runs these scripts may be older. */
export const node24 = join(root, 'node_modules', 'node', 'bin', `node${suffix}`);

/** Programs of node_modules are found before those of the machine, as npm does it. */
export const path = [binaries, process.env.PATH].join(delimiter);
