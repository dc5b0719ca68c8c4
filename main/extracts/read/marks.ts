/** Bytes looked at in one go: the marks of a window stay in the processor's first cache. */
const WINDOW_BYTES = 32_768;
const HIGH_BITS = 0x80808080;
const EACH_BYTE = 0x01010101;

/**
 * Finds the bytes that can matter to a tokenizer: delimiters, line breaks, quotes, escapes and NULs.
 *
 * Bytes are tested four at a time in one integer; only words that may hold such a byte are looked at singly.
 * `positions[0, count)` are offsets into the bytes, ascending, of the current window.
 */
export class MarkFinder {
  readonly positions = new Int32Array(WINDOW_BYTES + 4);
  count = 0;
  /** 1 for every byte that is a mark. */
  readonly #isMark: Uint8Array;
  /** Every mark is below this byte value or equal to `#delimiter`. */
  readonly #below: number;
  readonly #delimiter: number;
  #bytes: Uint8Array = new Uint8Array(0);
  #words: Int32Array = new Int32Array(0);
  /** Offset in the bytes of the first whole word. */
  #firstWord = 0;
  #at = 0;
  #to = 0;

  /** `marks` are byte values; `delimiter` is one of them. */
  constructor(marks: number[], delimiter: number) {
    this.#isMark = new Uint8Array(256);
    for (const mark of marks) this.#isMark[mark] = 1;
    this.#delimiter = delimiter;
    this.#below = Math.max(...marks.filter((mark) => mark !== delimiter)) + 1;
  }

  /** Points at bytes[from, to); `advance` then finds the first window. */
  start(bytes: Uint8Array, from: number, to: number): void {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#firstWord = (4 - (bytes.byteOffset & 3)) & 3;
      const words = Math.max(0, (bytes.length - this.#firstWord) >> 2);
      this.#words = words === 0 ? new Int32Array(0) : new Int32Array(bytes.buffer, bytes.byteOffset + this.#firstWord, words);
    }
    this.#at = from;
    this.#to = to;
    this.count = 0;
  }

  /** Finds the next window that holds a mark. False when there is none before the end. */
  advance(): boolean {
    while (this.#at < this.#to) {
      const from = this.#at;
      this.#at = Math.min(this.#to, from + WINDOW_BYTES);
      this.count = this.#below > 127 ? this.#findSingly(from, this.#at, 0) : this.#findByWords(from, this.#at);
      if (this.count > 0) return true;
    }
    this.count = 0;
    return false;
  }

  #findByWords(from: number, to: number): number {
    const bytes = this.#bytes;
    const words = this.#words;
    const isMark = this.#isMark;
    const positions = this.positions;
    const firstWord = this.#firstWord;
    const begin = Math.max(0, (from - firstWord + 3) >> 2);
    const end = (to - firstWord) >> 2;
    if (end <= begin) return this.#findSingly(from, to, 0);
    const below = Math.imul(this.#below, EACH_BYTE);
    const delimiters = Math.imul(this.#delimiter, EACH_BYTE);
    let count = this.#findSingly(from, firstWord + begin * 4, 0);
    for (let w = begin; w < end; w++) {
      const word = words[w];
      const other = word ^ delimiters;
      if (((((word - below) | 0) & ~word) | (((other - EACH_BYTE) | 0) & ~other)) & HIGH_BITS) {
        const p = firstWord + w * 4;
        positions[count] = p;
        count += isMark[bytes[p]];
        positions[count] = p + 1;
        count += isMark[bytes[p + 1]];
        positions[count] = p + 2;
        count += isMark[bytes[p + 2]];
        positions[count] = p + 3;
        count += isMark[bytes[p + 3]];
      }
    }
    return this.#findSingly(firstWord + end * 4, to, count);
  }

  #findSingly(from: number, to: number, found: number): number {
    const bytes = this.#bytes;
    const isMark = this.#isMark;
    const positions = this.positions;
    let count = found;
    for (let p = from; p < to; p++) {
      positions[count] = p;
      count += isMark[bytes[p]];
    }
    return count;
  }
}
