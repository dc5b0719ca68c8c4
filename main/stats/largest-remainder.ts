/** Quotas rounded down, and what each lost by it, comparable among themselves. */
interface Quotas {
  parts: number[];
  remainders: readonly (number | bigint)[];
}

/** A weight as an exact fraction: `units` ÷ 2^`shift`. */
interface BinaryFraction {
  units: bigint;
  shift: number;
}

/**
 * Spreads a whole total over weights so that the parts sum to it exactly: each part is its quota
 * rounded towards zero, and the units left over go to the largest remainders, earlier first on ties.
 *
 * In: a safe integer total (cents, say; a negative one spreads as its mirror image); weights in any
 * unit, finite and not negative, taken at their exact binary value.
 * Out: one safe integer per weight, in order.
 * Throws RangeError on other values, and when a non-zero total meets weights that sum to nothing.
 * Source: Hare–Niemeyer apportionment.
 */
export function largestRemainder(total: number, weights: ArrayLike<number>): number[] {
  if (!Number.isSafeInteger(total)) {
    throw new RangeError(`Only a safe integer can be spread, not ${total}`);
  }
  const size = Math.abs(total);
  const { parts, remainders } = smallQuotas(size, weights) ?? exactQuotas(size, weights);
  const left = size - parts.reduce((all, part) => all + part, 0);
  if (left > 0) {
    const order = parts.map((_, index) => index);
    order.sort((one, other) => {
      if (remainders[one] === remainders[other]) return one - other;
      return remainders[one] > remainders[other] ? -1 : 1;
    });
    for (const index of order.slice(0, left)) parts[index] += 1;
  }
  return total < 0 ? parts.map((part) => 0 - part) : parts;
}

/** Quotas in doubles where every product fits one exactly; null otherwise. */
function smallQuotas(size: number, weights: ArrayLike<number>): Quotas | null {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    if (!Number.isInteger(weights[index]) || weights[index] < 0) return null;
    sum += weights[index];
  }
  if (sum === 0 || !Number.isSafeInteger(size * sum)) return null;
  const remainders = Array.from(weights, (weight) => (size * weight) % sum);
  const parts = remainders.map((remainder, index) => (size * weights[index] - remainder) / sum);
  return { parts, remainders };
}

function exactQuotas(size: number, weights: ArrayLike<number>): Quotas {
  const fractions = Array.from(weights, binaryFraction);
  const finest = fractions.reduce((most, { shift }) => Math.max(most, shift), 0);
  const whole = fractions.map(({ units, shift }) => units << BigInt(finest - shift));
  const sum = whole.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) {
    if (size === 0) return { parts: whole.map(() => 0), remainders: [] };
    throw new RangeError(`Cannot spread ${size} over weights that sum to nothing`);
  }
  const products = whole.map((weight) => BigInt(size) * weight);
  return {
    parts: products.map((product) => Number(product / sum)),
    remainders: products.map((product) => product % sum),
  };
}

/** Doubles the weight until it is whole, which every finite double becomes without rounding. */
function binaryFraction(weight: number): BinaryFraction {
  if (!Number.isFinite(weight) || weight < 0) {
    throw new RangeError(`A weight must be finite and not negative, not ${weight}`);
  }
  let scaled = weight;
  let shift = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift++;
  }
  return { units: BigInt(scaled), shift };
}
