import { basename } from 'node:path';
import { InputRefused, toFailure, type Failure } from '../main/contract/errors.ts';

/** A failure that already crossed from the service and goes on to the page as it is. */
export class PassedFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'PassedFailure';
    this.failure = failure;
  }
}

/** What answers a call: exactly one of the two. Exceptions do not cross, because the runtime rewrites their text. */
export type Reply = { result: unknown } | { failure: Failure };

export function failureOf(error: unknown): Failure {
  if (error instanceof PassedFailure) return error.failure;
  return toFailure(refusedBySystem(error) ?? error);
}

export async function replyOf(work: () => unknown): Promise<Reply> {
  try {
    return { result: await work() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read or written by you',
  EPERM: 'may not be read or written by you',
  EROFS: 'is on a disk that cannot be written',
  ENOSPC: 'does not fit: the disk is full',
  EDQUOT: 'does not fit: your share of the disk is full',
  EFBIG: 'does not fit: files may not be so large here',
  EIO: 'could not be read or written: the disk reported an error',
  EISDIR: 'is a folder',
  ENOTDIR: 'is not in a folder',
  EBUSY: 'is in use by another program',
  ENAMETOOLONG: 'has a name that is too long',
};

/** What the operating system refused, in words and without the folder, which is nobody's business in a message. */
function refusedBySystem(error: unknown): InputRefused | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null;
  const { code, path } = error;
  const reason = typeof code === 'string' ? REASONS[code] : undefined;
  if (reason === undefined || typeof path !== 'string') return null;
  const file = basename(path).replace(/^\.(.+)\.[0-9a-f]{12}\.part$/, '$1');
  return new InputRefused('file_system', `“${file}” ${reason}.`, { file });
}
