import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { writeWholeFile } from './write-file.ts';

/**
 * A small JSON file in the user's settings folder.
 *
 * Reading gives `initial` when the file is absent or not what `schema` says: window bounds and recent files are
 * comforts, never worth a start that fails. Writes follow one another, so the last one given wins.
 */
export class SettingsFile<T> {
  readonly #path: string;
  readonly #schema: z.ZodType<T>;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, schema: z.ZodType<T>) {
    this.#path = path;
    this.#schema = schema;
  }

  read(initial: T): T {
    try {
      return this.#schema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return initial;
    }
  }

  /** Resolves when nothing is left to write. */
  settled(): Promise<void> {
    return this.#writing;
  }

  /** Never rejects: a settings folder that cannot be written must not stop work. */
  write(value: T): Promise<void> {
    this.#writing = this.#writing
      .then(() => writeWholeFile(this.#path, `${JSON.stringify(value, null, 2)}\n`))
      .catch(() => {});
    return this.#writing;
  }
}
