import { BLOCK_BYTES } from '../limits.ts';

/**
 * The blocks without the run of zero bytes at their very end, as a writer that crashed leaves it.
 * Zero bytes that are followed by others are passed on. `found` is called once, at the end, with their number if any.
 */
export async function* withoutZeroTail(
  blocks: AsyncIterable<Uint8Array>,
  found: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  let held = 0;
  for await (const block of blocks) {
    const end = endBeforeZeros(block);
    if (end === 0) {
      held += block.length;
      continue;
    }
    for (; held > 0; held -= Math.min(held, BLOCK_BYTES)) yield new Uint8Array(Math.min(held, BLOCK_BYTES));
    held = block.length - end;
    yield held === 0 ? block : block.subarray(0, end);
  }
  if (held > 0) found(held);
}

/** The offset after the last byte that is not zero. */
export function endBeforeZeros(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end;
}
