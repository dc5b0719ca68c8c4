import { RefusedInput } from '../refused.ts';

/**
 * Turns blocks of one encoding into blocks of UTF-8 without byte-order mark.
 * What the encoding does not define becomes bytes that are not valid UTF-8, so that its row is seen to be damaged.
 * The blocks that come out hold until the next one is asked for.
 */
export type Transcoder = (blocks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** Never part of UTF-8. */
const INVALID = 0xff;

/** Throws RefusedInput 'unknown_encoding'. Names are those of the WHATWG Encoding Standard. */
export function transcoderFor(encoding: string): Transcoder {
  const name = canonicalEncoding(encoding);
  if (name === 'utf-8') return withoutMark;
  if (name === 'utf-16le') return (blocks) => fromUtf16(blocks, true);
  if (name === 'utf-16be') return (blocks) => fromUtf16(blocks, false);
  if (name === 'windows-1252') return fromWestern;
  return (blocks) => fromOther(blocks, name);
}

/** The standard's name for an encoding label such as "latin1" or "UTF8". Throws RefusedInput 'unknown_encoding'. */
export function canonicalEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new RefusedInput(
      'unknown_encoding',
      `"${label}" is not an encoding known here. Try utf-8, utf-16le, windows-1252 or macintosh.`,
    );
  }
}

async function* withoutMark(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let first = true;
  for await (const block of blocks) {
    if (first && block.length > 0) {
      first = false;
      yield block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block;
    } else yield block;
  }
}

async function* fromUtf16(
  blocks: AsyncIterable<Uint8Array>,
  littleEndian: boolean,
): AsyncGenerator<Uint8Array, void, void> {
  let out = new Uint8Array(0);
  const low = littleEndian ? 0 : 1;
  let pendingByte = -1;
  let pendingHigh = 0;
  let first = true;
  let length = 0;
  const put = (unit: number) => {
    if (first) {
      first = false;
      if (unit === 0xfeff) return;
    }
    if (pendingHigh !== 0) {
      if (unit >= 0xdc00 && unit <= 0xdfff) {
        const point = 0x10000 + ((pendingHigh - 0xd800) << 10) + (unit - 0xdc00);
        out[length++] = 0xf0 | (point >> 18);
        out[length++] = 0x80 | ((point >> 12) & 0x3f);
        out[length++] = 0x80 | ((point >> 6) & 0x3f);
        out[length++] = 0x80 | (point & 0x3f);
        pendingHigh = 0;
        return;
      }
      out[length++] = INVALID;
      pendingHigh = 0;
    }
    if (unit < 0x80) out[length++] = unit;
    else if (unit < 0x800) {
      out[length++] = 0xc0 | (unit >> 6);
      out[length++] = 0x80 | (unit & 0x3f);
    } else if (unit >= 0xd800 && unit <= 0xdbff) pendingHigh = unit;
    else if (unit >= 0xdc00 && unit <= 0xdfff) out[length++] = INVALID;
    else {
      out[length++] = 0xe0 | (unit >> 12);
      out[length++] = 0x80 | ((unit >> 6) & 0x3f);
      out[length++] = 0x80 | (unit & 0x3f);
    }
  };
  for await (const block of blocks) {
    // Two bytes become at most three; a lone half of a pair before them adds one.
    if (out.length < block.length * 2 + 8) out = new Uint8Array(block.length * 2 + 8);
    length = 0;
    let p = 0;
    if (pendingByte >= 0 && block.length > 0) {
      put(littleEndian ? pendingByte | (block[0] << 8) : (pendingByte << 8) | block[0]);
      pendingByte = -1;
      p = 1;
    }
    for (; p + 1 < block.length; p += 2) put(block[p + low] | (block[p + 1 - low] << 8));
    if (p < block.length) pendingByte = block[p];
    if (length > 0) yield out.subarray(0, length);
  }
  if (pendingHigh !== 0 || pendingByte >= 0) yield Uint8Array.of(INVALID);
}

async function* fromWestern(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const upper = westernTable();
  let out = new Uint8Array(0);
  for await (const block of blocks) {
    if (out.length < block.length * 3) out = new Uint8Array(block.length * 3);
    let length = 0;
    for (let p = 0; p < block.length; p++) {
      const byte = block[p];
      if (byte < 0x80) out[length++] = byte;
      else for (const unit of upper[byte - 0x80]) out[length++] = unit;
    }
    yield out.subarray(0, length);
  }
}

/** UTF-8 of each upper byte of Windows-1252; the five undefined ones are invalid. */
function westernTable(): Uint8Array[] {
  const decoder = new TextDecoder('windows-1252');
  const encoder = new TextEncoder();
  return Array.from({ length: 128 }, (_, i) => {
    const text = decoder.decode(Uint8Array.of(0x80 + i));
    const undefinedByte = text.charCodeAt(0) >= 0x80 && text.charCodeAt(0) < 0xa0;
    return undefinedByte ? Uint8Array.of(INVALID) : encoder.encode(text);
  });
}

async function* fromOther(blocks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array, void, void> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const block of blocks) {
    const text = decoder.decode(block, { stream: true });
    if (text.length > 0) yield encoder.encode(text);
  }
  const rest = decoder.decode();
  if (rest.length > 0) yield encoder.encode(rest);
}
