import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
/** Named like every other build folder, so that it is ignored like them. */
export const outFolder = join(import.meta.dirname, 'dist');
export const commandLine = join(root, 'dist', 'main', 'cli.js');

/** An empty folder for one run; data of several sizes take some room, so it is emptied first. */
export function makeScratch(): string {
  const folder = join(import.meta.dirname, 'node_modules', '.scratch');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes a workspace with its backups, or a database with its log. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '.wal', '-wal', '-shm', '-journal', ' backups'])
    rmSync(path + suffix, { recursive: true, force: true });
}

export function removeScratch(): void {
  rmSync(join(import.meta.dirname, 'node_modules', '.scratch'), { recursive: true, force: true });
}
