import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const repository = join(import.meta.dirname, '..', '..', '..');

/** The Electron that set-up found or made. */
export function electronExecutable(): string {
  const path = process.env.MUSTER_ELECTRON;
  if (path === undefined) throw new Error('MUSTER_ELECTRON is not set: run the end-to-end tests through `npm test`.');
  if (!existsSync(join(repository, 'dist', 'main', 'main.js')))
    throw new Error('The app is not built: run `npm run build`.');
  return path;
}

/** Chromium refuses its sandbox as root; nobody else goes without it. */
export const rootFlags: string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
