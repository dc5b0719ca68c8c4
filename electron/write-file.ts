import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a whole file or nothing: a temporary file in the same folder, flushed to the disk, then renamed.
 * On failure the temporary file is removed and what stood at `path` is untouched.
 */
export async function writeWholeFile(path: string, content: Uint8Array | string): Promise<void> {
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
