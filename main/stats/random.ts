/** A reproducible stream of random numbers; every draw moves it on. */
export interface Random {
  /** A share in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A whole number in 0..below−1, each equally likely. */
  integer(below: number): number;
  /** Puts the items in a random order, in place. */
  shuffle<Items extends { length: number; [index: number]: unknown }>(items: Items): Items;
}

const TWO_TO_32 = 4294967296;
const TWO_TO_53 = 9007199254740992;
const WARM_UP = 12;

/**
 * The small fast counter generator sfc32, seeded as PractRand seeds it: the same seed gives
 * the same numbers on every machine and in every version. Not for secrets.
 *
 * In: a safe non-negative integer seed.
 * Out: a stream of its own state; two streams never disturb each other.
 * Throws RangeError on another seed, or on `integer(below)` outside 1..2³².
 * Source: Doty-Humphrey, PractRand (sfc32).
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`A random seed must be a safe non-negative integer, not ${seed}`);
  }
  let a = 0;
  let b = (seed % TWO_TO_32) | 0;
  let c = Math.floor(seed / TWO_TO_32) | 0;
  let counter = 1;

  /** 32 random bits, as an unsigned integer. */
  function bits(): number {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return mixed >>> 0;
  }

  /** Draws again above the last whole multiple of `below`, so that no remainder is favoured. */
  function integer(below: number): number {
    if (!Number.isInteger(below) || below < 1 || below > TWO_TO_32) {
      throw new RangeError(`A random integer needs a bound in 1..2^32, not ${below}`);
    }
    const limit = TWO_TO_32 - (TWO_TO_32 % below);
    let drawn = bits();
    while (drawn >= limit) drawn = bits();
    return drawn % below;
  }

  for (let round = 0; round < WARM_UP; round++) bits();
  return {
    uniform: () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / TWO_TO_53,
    integer,
    shuffle(items) {
      for (let last = items.length - 1; last > 0; last--) {
        const other = integer(last + 1);
        const moved = items[last];
        (items as { [index: number]: unknown })[last] = items[other];
        (items as { [index: number]: unknown })[other] = moved;
      }
      return items;
    },
  };
}
