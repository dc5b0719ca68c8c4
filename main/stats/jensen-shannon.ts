/**
 * Jensen–Shannon distance, base 2: 0 where two sets of shares are the same, 1 where they have no category in common.
 * It is the root of the divergence, and unlike it a metric.
 *
 * In: amounts by category in the same order, none negative; each side is divided by its own total.
 * Out: 0–1. Throws RangeError where a side has no amount or the sides have unequal lengths.
 * Source: Lin (1991); Endres and Schindelin (2003); `jensenshannon` of SciPy with base 2.
 */
export function jensenShannon(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length) throw new RangeError(`${first.length} categories against ${second.length}`);
  const totalFirst = sumOf(first);
  const totalSecond = sumOf(second);
  if (!(totalFirst > 0) || !(totalSecond > 0)) throw new RangeError('A distance of shares needs amounts on both sides');
  let divergence = 0;
  for (let category = 0; category < first.length; category++) {
    const p = first[category] / totalFirst;
    const q = second[category] / totalSecond;
    const middle = (p + q) / 2;
    if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
    if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
  }
  // Equal shares can miss 0 by a rounding error, whose root would not be small.
  return Math.sqrt(Math.min(1, divergence < 1e-15 ? 0 : divergence));
}

function sumOf(amounts: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < amounts.length; index++) sum += amounts[index];
  return sum;
}
