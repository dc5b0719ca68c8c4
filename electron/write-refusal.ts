import { InputRefused } from '../main/contract/errors.ts';

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EFBIG', 'EDQUOT']);
const CLOSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR']);

/** Says in a sentence why a file could not be written; anything else passes through. */
export function asWriteRefusal(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  if (FULL.has(code))
    return new InputRefused('disk_full', `The disk is full; ${file} was not written. Free some space and try again.`, {
      file,
    });
  if (CLOSED.has(code))
    return new InputRefused('not_writable', `${file} cannot be written there. Choose a folder of yours.`, { file });
  return error;
}
