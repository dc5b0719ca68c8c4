import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BLOCK_BYTES, INFLATED_FREE_BYTES, MAX_INFLATE_RATIO } from '../limits.ts';
import { RefusedInput } from '../refused.ts';

/**
 * Unpacks gzip blocks while they are read. `size` is the packed size in bytes.
 * Throws RefusedInput 'inflates_too_much' for a bomb and 'damaged_file' for a broken or cut file.
 */
export async function* inflate(
  blocks: AsyncIterable<Uint8Array>,
  size: number,
  file: string,
): AsyncGenerator<Uint8Array, void, void> {
  const limit = Math.max(INFLATED_FREE_BYTES, size * MAX_INFLATE_RATIO);
  let inflated = 0;
  const unpacked = pipeline(
    Readable.from(blocks, { objectMode: true, highWaterMark: 2 }),
    createGunzip({ chunkSize: BLOCK_BYTES }),
    () => undefined,
  );
  try {
    for await (const chunk of unpacked) {
      inflated += chunk.length;
      if (inflated > limit) {
        throw new RefusedInput(
          'inflates_too_much',
          `${file} unpacks to more than ${MAX_INFLATE_RATIO} times its size, as a hostile file would. Unpack it by hand if you trust it.`,
          { file },
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new RefusedInput(
        'damaged_file',
        `${file} is damaged or was cut short: it cannot be unpacked. Fetch it again.`,
        { file },
      );
    }
    throw error;
  }
}
