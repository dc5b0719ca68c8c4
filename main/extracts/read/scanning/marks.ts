/** Bytes looked at in one go: the marks of a window stay in the processor's first cache. */
const WINDOW_BYTES = 32_768;
const HIGH_BITS = 0x80808080;
const EACH_BYTE = 0x01010101;

/** A mark holds the kind of its byte, 1 to 7, in its lowest bits, and above them its distance from the window's base. */
export const KIND_BITS = 3;
export const KIND_MASK = 7;
/** Added to a kind and shifted down, gives 1 for any kind and 0 for none. */
const ANY_KIND = 7;

/**
 * Finds the bytes that can matter to a tokenizer: delimiters, line breaks, quotes, escapes and NULs.
 *
 * Bytes are tested four at a time in one integer; only words that may hold such a byte are looked at singly.
 * `marks[0, count)` are those of the current window, ascending.
 */
export class MarkFinder {
  readonly marks = new Int32Array(WINDOW_BYTES + 4);
  count = 0;
  /** Offset in the bytes that the marks count from. */
  base = 0;
  /** For every byte its kind, 0 for ordinary text. */
  readonly #kinds: Uint8Array;
  /** Every mark is below this byte value or equal to `#delimiter`. */
  readonly #below: number;
  readonly #delimiter: number;
  #bytes: Uint8Array = new Uint8Array(0);
  #words: Int32Array = new Int32Array(0);
  /** Offset in the bytes of the first whole word. */
  #firstWord = 0;
  #at = 0;
  #to = 0;

  constructor(kinds: Uint8Array, delimiter: number) {
    this.#kinds = kinds;
    this.#delimiter = delimiter;
    this.#below = 1 + kinds.findLastIndex((kind, byte) => kind !== 0 && byte !== delimiter);
  }

  /** Points at bytes[from, to); `advance` then finds the first window. */
  start(bytes: Uint8Array, from: number, to: number): void {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#firstWord = (4 - (bytes.byteOffset & 3)) & 3;
      const words = Math.max(0, (bytes.length - this.#firstWord) >> 2);
      this.#words =
        words === 0 ? new Int32Array(0) : new Int32Array(bytes.buffer, bytes.byteOffset + this.#firstWord, words);
    }
    this.#at = from;
    this.#to = to;
    this.count = 0;
  }

  /** Finds the next window that holds a mark. False when there is none before the end. */
  advance(): boolean {
    while (this.#at < this.#to) {
      this.base = this.#at;
      this.#at = Math.min(this.#to, this.base + WINDOW_BYTES);
      this.count =
        this.#below > 127 ? this.#findSingly(this.base, this.#at, 0) : this.#findByWords(this.base, this.#at);
      if (this.count > 0) return true;
    }
    this.count = 0;
    return false;
  }

  #findByWords(from: number, to: number): number {
    const bytes = this.#bytes;
    const words = this.#words;
    const kinds = this.#kinds;
    const marks = this.marks;
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
      // A set bit for every byte that may be a mark; the subtraction can set one beside it that is none.
      let hits = ((((word - below) | 0) & ~word) | (((other - EACH_BYTE) | 0) & ~other)) & HIGH_BITS;
      while (hits !== 0) {
        const p = firstWord + w * 4 + ((31 - Math.clz32(hits & -hits)) >> 3);
        const kind = kinds[bytes[p]];
        // One of no kind is overwritten by the next.
        marks[count] = ((p - from) << KIND_BITS) | kind;
        count += (kind + ANY_KIND) >> KIND_BITS;
        hits &= hits - 1;
      }
    }
    return this.#findSingly(firstWord + end * 4, to, count);
  }

  #findSingly(from: number, to: number, found: number): number {
    const bytes = this.#bytes;
    const kinds = this.#kinds;
    const marks = this.marks;
    const base = this.base;
    let count = found;
    for (let p = from; p < to; p++) {
      const kind = kinds[bytes[p]];
      marks[count] = ((p - base) << KIND_BITS) | kind;
      count += (kind + ANY_KIND) >> KIND_BITS;
    }
    return count;
  }
}
