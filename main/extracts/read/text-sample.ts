import { endBeforeZeros } from './file/padding.ts';
import { CR, LF } from './scanning/reading.ts';
import type { FileSample } from './file/file-sample.ts';
import { sourceOf, type SourceOptions } from './source.ts';
import { transcoderFor } from './file/transcode.ts';
import type { Container } from './understanding.ts';
import type { ReadingWarning } from './warning.ts';

/** Both ends of an extract as UTF-8, from whatever kind of file. */
export interface TextSample {
  /** Base name. */
  file: string;
  container: Container;
  encoding: string;
  head: Uint8Array;
  /** Whether the head is all there is. */
  whole: boolean;
  /** From the first line that begins in the tail to the end; empty if `whole`. */
  tail: Uint8Array;
  warnings: ReadingWarning[];
}

/** The sample of a text file, brought to UTF-8. */
export async function textSampleOf(path: string, sample: FileSample, options: SourceOptions): Promise<TextSample> {
  const { file, container, whole } = sample;
  const { encoding, warnings } = sourceOf(path, sample, options);
  const head = await decode(sample.head, encoding);
  const tail = await decode(sample.tail, encoding);
  return {
    file,
    container,
    encoding,
    head: whole ? withoutZeros(head) : head,
    whole,
    tail: fromFirstLine(withoutZeros(tail)),
    warnings,
  };
}

/** The bytes after the first line break: what comes before it is part of a line. */
export function fromFirstLine(tail: Uint8Array): Uint8Array {
  let p = 0;
  while (p < tail.length && tail[p] !== LF && tail[p] !== CR) p++;
  return tail.subarray(tail[p] === CR && tail[p + 1] === LF ? p + 2 : p + 1);
}

async function decode(bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const block of transcoderFor(encoding)(once(bytes))) parts.push(block.slice());
  return Buffer.concat(parts);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

function withoutZeros(text: Uint8Array): Uint8Array {
  return text.subarray(0, endBeforeZeros(text));
}
