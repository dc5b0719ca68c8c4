import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileHandle } from '../../main/contract/api.ts';
import { InputRefused } from '../../main/contract/errors.ts';
import type { ChosenFile } from '../processes/service-messages.ts';

/**
 * The files that the user chose or dropped, by an id that means nothing outside this run.
 * The page works with ids, so no page script can name a file that the user did not point at.
 */
export class ChosenFiles {
  readonly #files = new Map<string, ChosenFile>();

  /** Takes regular files only: a folder, pipe or device would never come to an end. */
  async add(path: string): Promise<{ handle: FileHandle; file: ChosenFile }> {
    const name = basename(path);
    const found = await stat(path);
    if (!found.isFile())
      throw new InputRefused('not_a_file', `“${name}” is not a file. Choose the files themselves.`, { file: name });
    const file = { id: randomUUID(), path, name };
    this.#files.set(file.id, file);
    return { handle: { id: file.id, name, size: found.size }, file };
  }

  all(): ChosenFile[] {
    return [...this.#files.values()];
  }
}
