import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatAdvice, recogniseFormat } from './format.ts';
import { inflate } from './inflate.ts';
import { HEAD_BYTES, TAIL_BYTES } from '../limits.ts';
import { openPlainFile, type Fingerprint } from './open-file.ts';
import { endBeforeZeros, withoutZeroTail } from './padding.ts';
import { rawBlocks } from './raw-blocks.ts';
import { RefusedInput } from '../refused.ts';

/** Pieces looked at between head and tail, to see letters that the head may lack. */
const PIECES = 16;
const PIECE_BYTES = 65_536;

/** Raw bytes from a file, unpacked but in its own encoding. */
export interface FileSample {
  /** Base name. */
  file: string;
  container: 'plain' | 'gzip';
  /** Bytes of the file as it lies on disk. */
  size: number;
  fingerprint: Fingerprint;
  /** The first bytes, up to HEAD_BYTES. */
  head: Uint8Array;
  /** Whether the head is all there is. */
  whole: boolean;
  /** The last bytes before any zero padding, starting at an even offset; empty if `whole`. */
  tail: Uint8Array;
  /** Bytes from between. */
  pieces: Uint8Array[];
}

/** Looks at both ends of a text file. Throws RefusedInput for anything that is not text or packed text, and for nothing at all. */
export async function sampleFile(path: string): Promise<FileSample> {
  const { handle, fingerprint, size } = await openPlainFile(path);
  const file = basename(path);
  try {
    const start = await readAt(handle, 0, Math.min(size, HEAD_BYTES));
    const common = { file, size, fingerprint };
    if (recogniseFormat(start) === 'gzip')
      return { ...common, container: 'gzip', ...(await samplePacked(handle, size, file)) };
    assertText(start, file);
    if (size <= start.length)
      return { ...common, container: 'plain', head: start, whole: true, tail: new Uint8Array(0), pieces: [] };
    const end = await endOfText(handle, size);
    const tailStart = Math.max(0, end - TAIL_BYTES) & ~1;
    const tail = await readAt(handle, tailStart, end - tailStart);
    const pieces: Uint8Array[] = [];
    for (let i = 1; i <= PIECES; i++)
      pieces.push(await readAt(handle, Math.floor((size * i) / (PIECES + 1)), PIECE_BYTES));
    return { ...common, container: 'plain', head: start, whole: false, tail, pieces };
  } finally {
    await handle.close();
  }
}

/** Throws RefusedInput 'empty_file' or 'unsupported_format' unless the bytes begin a text. */
function assertText(head: Uint8Array, file: string): void {
  const format = recogniseFormat(head);
  if (format !== 'text' && format !== 'gzip')
    throw new RefusedInput('unsupported_format', `${file} ${formatAdvice(format)}.`, { file });
  if (format === 'gzip')
    throw new RefusedInput('unsupported_format', `${file} is packed twice. Unpack it first.`, { file });
  const end = endBeforeZeros(head);
  const mark = [
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
  ].some((bytes) => end === bytes.length && bytes.every((byte, i) => head[i] === byte));
  if (end === 0 || mark) throw new RefusedInput('empty_file', `${file} is empty. Export it again.`, { file });
  if (isBinary(head.subarray(0, Math.min(end, PIECE_BYTES))))
    throw new RefusedInput('unsupported_format', `${file} holds no text. Ask for the extract as CSV or XLSX.`, {
      file,
    });
}

/** Control characters that no text has, in more than one byte of twenty; zeros do not count, UTF-16 is full of them. */
function isBinary(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes)
    if (byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 1 && byte !== 31)
      control++;
  return control > bytes.length / 20;
}

async function samplePacked(
  handle: FileHandle,
  size: number,
  file: string,
): Promise<Pick<FileSample, 'head' | 'whole' | 'tail' | 'pieces'>> {
  const headParts: Uint8Array[] = [];
  const pieces: Uint8Array[] = [];
  let recent = new Uint8Array(0);
  let length = 0;
  const unpacked = inflate(rawBlocks(handle, createHash('sha256'), { reuse: false, size }), size, file);
  for await (const block of withoutZeroTail(unpacked, () => undefined)) {
    if (length < HEAD_BYTES) headParts.push(block.slice(0, HEAD_BYTES - length));
    else if (pieces.length < PIECES) pieces.push(block.slice(0, PIECE_BYTES));
    length += block.length;
    recent = Buffer.concat([recent, block.subarray(Math.max(0, block.length - TAIL_BYTES - 1))]).subarray(
      -TAIL_BYTES - 1,
    );
  }
  const head = Buffer.concat(headParts);
  assertText(head, file);
  const whole = length <= head.length;
  const even = (length - recent.length) % 2;
  return { head, whole, tail: whole ? new Uint8Array(0) : recent.slice(even), pieces };
}

/** Where the text ends before any zero padding, rounded up to an even offset. */
async function endOfText(handle: FileHandle, size: number): Promise<number> {
  for (let to = size; to > 0; to -= TAIL_BYTES) {
    const from = Math.max(0, to - TAIL_BYTES);
    const end = endBeforeZeros(await readAt(handle, from, to - from));
    if (end > 0) return Math.min(size, (from + end + 1) & ~1);
  }
  return 0;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
