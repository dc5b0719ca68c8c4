import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `muster --version` prints: the program and the runtimes that it uses. */
export function versionText(appFolder: string): string {
  const read = (path: string) => JSON.parse(readFileSync(join(appFolder, path), 'utf8')) as { version: string };
  const electron = process.env['MUSTER_ELECTRON'] ? ` (runtime in use: ${runtimeName()})` : '';
  return [
    `muster ${read('package.json').version}`,
    `node ${process.versions.node}`,
    `electron ${read('node_modules/electron/package.json').version}${electron}`,
  ].join('\n');
}

function runtimeName(): string {
  return process.env['MUSTER_SQLITE_BINDING'] ? 'fallback, Electron 33.2.1' : 'as pinned';
}
