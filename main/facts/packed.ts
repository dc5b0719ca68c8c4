export type IntegerArray = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float64Array;

/**
 * Integers in the narrowest array that holds them: value = values[i] × scale; `known[i]` is 0 where there is
 * no value (null when all are known).
 */
export type Packed = { values: IntegerArray; scale: number; known: Uint8Array | null };

const SCALES = [1_000_000, 250_000, 100_000, 10_000, 1_000, 100, 10];

/** Packs source[0, length); NaN is "no value". Values must be integers. */
export function packIntegers(source: IntegerArray, length: number): Packed {
  let least = 0;
  let most = 0;
  let known: Uint8Array | null = null;
  for (let i = 0; i < length; i++) {
    const value = source[i];
    if (value < least) least = value;
    else if (value > most) most = value;
    else if (value !== value) {
      known ??= new Uint8Array(length).fill(1);
      known[i] = 0;
    }
  }
  const scale = Math.max(-least, most) < 128 ? 1 : commonScale(source, length);
  const values = narrowest(least / scale, most / scale, length);
  if (scale === 1) values.set(source.subarray(0, length));
  else for (let i = 0; i < length; i++) values[i] = source[i] / scale;
  if (known) for (let i = 0; i < length; i++) if (!known[i]) values[i] = 0;
  return { values, scale, known };
}

function commonScale(source: IntegerArray, length: number): number {
  let candidate = 0;
  for (let i = 0; i < length && candidate < SCALES.length; i++) {
    const value = source[i];
    if (Number.isNaN(value)) continue;
    while (candidate < SCALES.length && !divides(SCALES[candidate], value)) candidate++;
  }
  // A finer scale divides whatever a coarser one before it failed on, but not the reverse: check those passed.
  return candidate < SCALES.length && dividesAll(source, length, SCALES[candidate]) ? SCALES[candidate] : 1;
}

function dividesAll(source: IntegerArray, length: number, scale: number): boolean {
  for (let i = 0; i < length; i++) {
    const value = source[i];
    if (value === value && !divides(scale, value)) return false;
  }
  return true;
}

/** Exact for integers, and many times faster than a remainder. */
function divides(scale: number, value: number): boolean {
  const quotient = value / scale;
  return quotient === Math.trunc(quotient);
}

/** An array for integers of a range, in the fewest bytes. */
export function narrowest(least: number, most: number, length: number): IntegerArray {
  if (least >= 0) {
    if (most <= 0xff) return new Uint8Array(length);
    if (most <= 0xffff) return new Uint16Array(length);
    if (most <= 0xffffffff) return new Uint32Array(length);
  } else if (least >= -0x8000 && most <= 0x7fff) {
    return least >= -0x80 && most <= 0x7f ? new Int8Array(length) : new Int16Array(length);
  } else if (least >= -0x80000000 && most <= 0x7fffffff) return new Int32Array(length);
  return new Float64Array(length);
}

/** Value i of a packed column; NaN where there is none. */
export function packedValue(packed: Packed, i: number): number {
  return packed.known && !packed.known[i] ? NaN : packed.values[i] * packed.scale;
}
