import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { RefusedInput } from '../refused.ts';

/** What tells whether a file is still the one that was opened. */
export interface Fingerprint {
  device: bigint;
  inode: bigint;
  size: bigint;
  modifiedNs: bigint;
}

export interface OpenFile {
  handle: FileHandle;
  fingerprint: Fingerprint;
  /** Bytes. */
  size: number;
}

/**
 * Opens a plain file for reading; never waits on a pipe or a device.
 * Throws RefusedInput for anything that is not a readable plain file. The caller closes the handle.
 */
export async function openPlainFile(path: string): Promise<OpenFile> {
  const file = basename(path);
  const seen = await stat(path).catch((error: unknown) => refuseMissing(path, error));
  if (!seen.isFile()) throw notPlain(file, seen.isDirectory());
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => {
    throw new RefusedInput('unreadable', `${file} may not be read by this user. Ask its owner for read access.`, {
      file,
    });
  });
  const opened = await handle.stat({ bigint: true });
  if (!opened.isFile()) {
    await handle.close();
    throw notPlain(file, opened.isDirectory());
  }
  return { handle, fingerprint: fingerprintOf(opened), size: Number(opened.size) };
}

/** The first bytes of a plain file, up to `length`. Throws as openPlainFile does. */
export async function readStart(path: string, length: number): Promise<Uint8Array> {
  const { handle } = await openPlainFile(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Throws RefusedInput 'changed_during_import' unless the path still leads to the file as it was opened. */
export async function assertUnchanged(path: string, handle: FileHandle, before: Fingerprint): Promise<void> {
  const file = basename(path);
  const opened = fingerprintOf(await handle.stat({ bigint: true }));
  const atPath = await stat(path, { bigint: true }).then(fingerprintOf, () => null);
  if (atPath === null || !same(opened, before) || !same(atPath, before)) throw changed(file);
}

/** Throws RefusedInput 'changed_during_import' if a file opened now is not the one seen before. */
export function assertSame(path: string, now: Fingerprint, before: Fingerprint): void {
  if (!same(now, before)) throw changed(basename(path));
}

function changed(file: string): RefusedInput {
  return new RefusedInput(
    'changed_during_import',
    `${file} changed while it was being read. Wait until it is written completely, then try again.`,
    { file },
  );
}

function fingerprintOf(stats: BigIntStats): Fingerprint {
  return { device: stats.dev, inode: stats.ino, size: stats.size, modifiedNs: stats.mtimeNs };
}

function same(a: Fingerprint, b: Fingerprint): boolean {
  return a.device === b.device && a.inode === b.inode && a.size === b.size && a.modifiedNs === b.modifiedNs;
}

async function refuseMissing(path: string, error: unknown): Promise<never> {
  const file = basename(path);
  const link = await lstat(path).catch(() => null);
  if (link?.isSymbolicLink())
    throw new RefusedInput(
      'dangling_link',
      `${file} is a link to a file that does not exist. Choose the file itself.`,
      { file },
    );
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') {
    throw new RefusedInput('unreadable', `${file} may not be read by this user. Ask its owner for read access.`, {
      file,
    });
  }
  throw new RefusedInput('not_found', `${file} does not exist. Check the name and the folder.`, { file });
}

function notPlain(file: string, directory: boolean): RefusedInput {
  const what = directory ? 'a folder' : 'a device or pipe';
  return new RefusedInput('not_a_file', `${file} is ${what}, not a file. Choose the file that holds the extract.`, {
    file,
  });
}
