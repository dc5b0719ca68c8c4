import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputRefused } from '../main/contract/errors.ts';

/**
 * Writes a whole file or nothing: a temporary file in the same folder, flushed to the disk, then renamed.
 * On failure the temporary file is removed and what stood at `path` is untouched. A link stays one: the file that it
 * leads to is replaced. Throws InputRefused for a device or pipe, which is nobody's to replace.
 */
export async function writeWholeFile(asked: string, content: Uint8Array | string): Promise<void> {
  const path = await realpath(asked).catch(() => asked);
  await refuseDevice(path);
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    // A full disk is reported by the open file, which does not say its name.
    throw error instanceof Error && !('path' in error) ? Object.assign(error, { path }) : error;
  }
  await flushFolder(dirname(path));
}

async function refuseDevice(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.isFile() || found.isDirectory()) return;
  const file = basename(path);
  throw new InputRefused('not_a_file', `${file} is a device or pipe, not a file. Choose another name.`, { file });
}

/** Makes the new name itself durable; Windows neither needs nor allows it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
