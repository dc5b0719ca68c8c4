/**
 * Holm's adjusted p-values: rejecting those at most α keeps the chance of any false alarm below α,
 * whatever the dependence between the tests.
 *
 * In: p-values in any order, each in 0–1. Out: one adjusted value each, same order, capped at 1.
 * Throws RangeError naming a value outside 0–1.
 * Source: Holm (1979).
 */
export function holm(pValues: readonly number[]): number[] {
  const odd = pValues.find((p) => !(p >= 0 && p <= 1));
  if (odd !== undefined) throw new RangeError(`A p-value lies in 0–1, not ${odd}`);
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[index]));
    adjusted[index] = largest;
  });
  return adjusted;
}
