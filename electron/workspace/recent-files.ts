import { createHash } from 'node:crypto';
import { basename, dirname, extname } from 'node:path';
import { z } from 'zod';
import type { SettingsFile } from '../settings-file.ts';

const MOST = 10;

export const recentSchema = z.array(z.string().min(1).max(4096)).max(100);

/**
 * The workspaces opened last, newest first.
 * The page knows them by id: it shows names and folders but never hands back a path.
 */
export class RecentFiles {
  readonly #file: SettingsFile<string[]>;
  #paths: string[];

  constructor(file: SettingsFile<string[]>) {
    this.#file = file;
    this.#paths = file.read([]).slice(0, MOST);
  }

  list(): { id: string; name: string; folder: string }[] {
    return this.#paths.map((path) => ({ id: idOf(path), name: basename(path, extname(path)), folder: dirname(path) }));
  }

  pathOf(id: string): string | undefined {
    return this.#paths.find((path) => idOf(path) === id);
  }

  add(path: string): Promise<void> {
    return this.#keep([path, ...this.#paths.filter((other) => other !== path)].slice(0, MOST));
  }

  remove(path: string): Promise<void> {
    return this.#keep(this.#paths.filter((other) => other !== path));
  }

  #keep(paths: string[]): Promise<void> {
    this.#paths = paths;
    return this.#file.write(paths);
  }
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
