import { BLOCK_BYTES } from './limits.ts';
import { CR, LF } from './scanning/reading.ts';
import { RecordScanner } from './scan.ts';
import type { Source } from './source.ts';
import { scannerOptions, type Understanding } from './understanding.ts';

const SMALL_WINDOW = 65_536;

/** Records found in the bytes; both hold only until the next batch is asked for. */
export interface Batch {
  bytes: Uint8Array;
  scanner: RecordScanner;
}

/** The data records of an understood file, without preamble, header, footer and second table. */
export class BatchReader {
  /** Line breaks after the end of the data, where another table made an end of it. */
  linesAfter = 0;
  readonly scanner: RecordScanner;
  readonly #source: Source;
  readonly #understanding: Understanding;

  constructor(source: Source, understanding: Understanding, maxRecords?: number) {
    this.#source = source;
    this.#understanding = understanding;
    this.scanner = new RecordScanner({
      ...scannerOptions(understanding),
      ...(maxRecords === undefined ? {} : { maxRecords }),
    });
  }

  /** Throws RefusedInput as the source and the scanner do. The source is read to its end. */
  async *batches(): AsyncGenerator<Batch, void, void> {
    const { scanner } = this;
    const { dataOffset, dataEnd, footerBytes } = this.#understanding;
    let window = Buffer.allocUnsafeSlow(Math.min(2 * BLOCK_BYTES, Math.max(SMALL_WINDOW, this.#source.size)));
    let filled = 0;
    let skip = dataOffset;
    let wanted = dataEnd === null ? Infinity : dataEnd - dataOffset;

    for await (const block of this.#source.blocks()) {
      const from = Math.min(skip, block.length);
      skip -= from;
      const to = Math.min(block.length, from + wanted);
      if (to < block.length && wanted < Infinity) this.linesAfter += countBreaks(block, to);
      wanted -= to - from;
      if (filled + to - from > window.length) window = grown(window, filled, filled + to - from);
      window.set(block.subarray(from, to), filled);
      filled += to - from;
      // What may be the footer waits until the end is seen.
      const limit = filled - footerBytes;
      let p = 0;
      while (p < limit) {
        const next = scanner.scan(window, p, limit, false);
        if (next === p) break;
        p = next;
        if (scanner.count > 0) yield { bytes: window, scanner };
      }
      window.copyWithin(0, p, filled);
      filled -= p;
    }
    for (let p = 0; p < filled - footerBytes;) {
      p = scanner.scan(window, p, filled - footerBytes, true);
      if (scanner.count > 0) yield { bytes: window, scanner };
    }
  }
}

function grown(window: Buffer<ArrayBuffer>, filled: number, needed: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, window.length * 2));
  window.copy(larger, 0, 0, filled);
  return larger;
}

/** Line breaks in bytes from `from` on; a CRLF counts once. */
function countBreaks(bytes: Uint8Array, from: number): number {
  let breaks = 0;
  for (let p = from; p < bytes.length; p++) if (bytes[p] === LF || (bytes[p] === CR && bytes[p + 1] !== LF)) breaks++;
  return breaks;
}
