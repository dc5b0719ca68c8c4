import type { Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { BLOCK_BYTES } from '../limits.ts';

/**
 * The bytes of an open file in order, hashed on the way. While one block is worked on the next is being read.
 * With `reuse` a block is valid only until the next one is asked for. `size` is the expected size of the file in bytes.
 */
export async function* rawBlocks(
  handle: FileHandle,
  hash: Hash,
  options: { reuse: boolean; size: number },
): AsyncGenerator<Uint8Array, void, void> {
  const length = Math.max(1, Math.min(BLOCK_BYTES, options.size));
  const buffers = options.reuse ? [Buffer.allocUnsafeSlow(length), Buffer.allocUnsafeSlow(length)] : null;
  let position = 0;
  let turn = 0;
  const readNext = () => {
    const buffer = buffers ? buffers[turn++ % 2] : Buffer.allocUnsafeSlow(length);
    return handle.read(buffer, 0, length, position);
  };
  let pending = readNext();
  try {
    for (;;) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) return;
      position += bytesRead;
      pending = readNext();
      const block = buffer.subarray(0, bytesRead);
      hash.update(block);
      yield block;
    }
  } finally {
    // The read ahead must be over before the file is closed.
    await pending.catch(() => undefined);
  }
}
