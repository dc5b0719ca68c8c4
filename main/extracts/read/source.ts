import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { detectEncoding } from './file/encoding.ts';
import { inflate } from './file/inflate.ts';
import { assertSame, assertUnchanged, openPlainFile } from './file/open-file.ts';
import { withoutZeroTail } from './file/padding.ts';
import { rawBlocks } from './file/raw-blocks.ts';
import { sampleFile, type FileSample } from './file/file-sample.ts';
import { canonicalEncoding, transcoderFor } from './file/transcode.ts';
import type { Container } from './understanding.ts';
import type { ReadingWarning } from './warning.ts';

export interface SourceOptions {
  /** A WHATWG encoding label; told from the content if absent. */
  encoding?: string;
}

/** A text file, plain or packed, as a stream of UTF-8. */
export interface Source {
  /** Base name. */
  file: string;
  encoding: string;
  container: Container;
  /** Bytes on disk. */
  size: number;
  /** Grows while the blocks are read. */
  warnings: ReadingWarning[];
  /**
   * UTF-8 without byte-order mark, in blocks of about a MiB; each holds only until the next is asked for.
   * Throws RefusedInput if the file changes meanwhile, is damaged or unpacks to too much.
   */
  blocks(): AsyncIterable<Uint8Array>;
  /** SHA-256 of the bytes on disk, lower-case hex. Throws before all blocks have been read. */
  sha256(): string;
}

/** Looks at a file and prepares to read it. Throws RefusedInput for what is no text file, empty or unreadable. */
export async function openSource(path: string, options: SourceOptions = {}): Promise<Source> {
  return sourceOf(path, await sampleFile(path), options);
}

/** The source of a file that was sampled before. */
export function sourceOf(path: string, sample: FileSample, options: SourceOptions = {}): Source {
  const { encoding, warnings } = encodingOf(sample, options);
  let digest: string | null = null;

  async function* blocks(): AsyncGenerator<Uint8Array, void, void> {
    const { handle, fingerprint } = await openPlainFile(path);
    try {
      assertSame(path, fingerprint, sample.fingerprint);
      const hash = createHash('sha256');
      const packed = sample.container === 'gzip';
      const raw = rawBlocks(handle, hash, { reuse: !packed, size: sample.size });
      const unpacked = packed ? inflate(raw, sample.size, sample.file) : raw;
      const note = (bytes: number) => {
        warnings.push({
          code: 'zero_padding',
          message: `${bytes} zero bytes at the end of ${sample.file} were skipped: its writer may have crashed, so check that its last rows are there.`,
        });
      };
      yield* withoutZeroTail(transcoderFor(encoding)(unpacked), note);
      await assertUnchanged(path, handle, fingerprint);
      digest = hash.digest('hex');
    } finally {
      await handle.close();
    }
  }

  return {
    file: sample.file,
    encoding,
    container: sample.container,
    size: sample.size,
    warnings,
    blocks,
    sha256() {
      if (digest === null) throw new Error(`${basename(path)} has not been read to its end`);
      return digest;
    },
  };
}

/** The encoding asked for or detected, with a warning where a person should check the guess. */
function encodingOf(sample: FileSample, options: SourceOptions): { encoding: string; warnings: ReadingWarning[] } {
  if (options.encoding !== undefined) return { encoding: canonicalEncoding(options.encoding), warnings: [] };
  const { encoding, guessed } = detectEncoding(sample.head, [...sample.pieces, sample.tail]);
  if (!guessed) return { encoding, warnings: [] };
  const name = encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase();
  return {
    encoding,
    warnings: [
      {
        code: 'encoding_guessed',
        message: `${sample.file} is not UTF-8; it was read as ${name}. Look at a name with an accent; if it is wrong, import the file with another (on the command line: --set encoding=...).`,
      },
    ],
  };
}
