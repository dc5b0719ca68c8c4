import { isUtf8 } from 'node:buffer';

export interface EncodingGuess {
  /** WHATWG name: utf-8, utf-16le, utf-16be, windows-1252. */
  encoding: string;
  /** Whether it was told from the content and not from a byte-order mark or plain UTF-8. */
  guessed: boolean;
}

const UTF16_SAMPLE = 65_536;

/** Tells the encoding of a text from its head and from other pieces of it (which may start inside a character). */
export function detectEncoding(head: Uint8Array, pieces: Uint8Array[]): EncodingGuess {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', guessed: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', guessed: false };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', guessed: false };
  const wide = wideEncoding(head);
  if (wide !== null) return { encoding: wide, guessed: true };
  const samples = [head, ...pieces].map(wholeCharacters);
  if (samples.every((sample) => isUtf8(sample))) return { encoding: 'utf-8', guessed: false };
  return looksWestern(samples) ? { encoding: 'windows-1252', guessed: true } : { encoding: 'utf-8', guessed: false };
}

/** UTF-16 without a mark: Latin text has a zero in every other byte, always on the same side. */
function wideEncoding(head: Uint8Array): string | null {
  let end = Math.min(head.length, UTF16_SAMPLE) & ~1;
  while (end >= 2 && head[end - 1] === 0 && head[end - 2] === 0) end -= 2;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i + 1 < end; i += 2) {
    if (head[i] === 0) evenZeros++;
    if (head[i + 1] === 0) oddZeros++;
  }
  const pairs = end / 2;
  if (pairs < 2) return null;
  if (oddZeros > 0.4 * pairs && evenZeros < 0.05 * pairs) return 'utf-16le';
  if (evenZeros > 0.4 * pairs && oddZeros < 0.05 * pairs) return 'utf-16be';
  return null;
}

/** The piece without a cut UTF-8 character at either end. */
function wholeCharacters(piece: Uint8Array): Uint8Array {
  let from = 0;
  while (from < 3 && from < piece.length && (piece[from] & 0xc0) === 0x80) from++;
  let to = piece.length;
  for (let back = 1; back <= 3 && back <= piece.length; back++) {
    const byte = piece[piece.length - back];
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > back) to = piece.length - back;
    break;
  }
  return piece.subarray(from, Math.max(from, to));
}

/**
 * Whether bytes that are not UTF-8 are Windows-1252, rather than UTF-8 with a broken byte or two.
 * Good multi-byte characters speak for UTF-8; bytes where a Western text would have such a letter or sign, against it.
 */
function looksWestern(samples: Uint8Array[]): boolean {
  let wellFormed = 0;
  let western = 0;
  let odd = 0;
  for (const sample of samples) {
    for (let i = 0; i < sample.length; i++) {
      const byte = sample[i];
      if (byte < 0x80) continue;
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (byte >= 0xc2 && isUtf8(sample.subarray(i, i + length)) && i + length <= sample.length) {
        wellFormed++;
        i += length - 1;
      } else if (fitsWestern(sample[i - 1] ?? 32, byte, sample[i + 1] ?? 32)) western++;
      else odd++;
    }
  }
  if (wellFormed > 0) return western > 4 * wellFormed;
  return western > odd;
}

/** Letters, by Windows-1252 code, in 0x80–0x9f: Š Œ Ž š œ ž Ÿ. */
const EARLY_LETTERS = [0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f];
/** Signs that stand inside words: ’ – — the soft hyphen, and the ¿ that some systems put for a ’ they lack. */
const INSIDE_WORDS = [0x92, 0x96, 0x97, 0xad, 0xbf];
const UNDEFINED = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

function fitsWestern(before: number, byte: number, after: number): boolean {
  if (UNDEFINED.includes(byte) || byte === 0xff) return false;
  if (byte >= 0xe0 || EARLY_LETTERS.includes(byte)) return true;
  // A capital after a small letter is how a broken UTF-8 character looks.
  if (byte >= 0xc0) return !isSmall(before);
  return INSIDE_WORDS.includes(byte) || !(isLetter(before) && isLetter(after));
}

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

function isLetter(byte: number): boolean {
  return isSmall(byte) || (byte >= 0x41 && byte <= 0x5a);
}
