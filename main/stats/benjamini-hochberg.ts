/**
 * Benjamini–Hochberg adjusted p-values: of those at most α, an expected share of at most α is false,
 * for tests that are independent or positively dependent.
 *
 * In: p-values in any order, each in 0–1. Out: one adjusted value each, same order, capped at 1.
 * Throws RangeError naming a value outside 0–1.
 * Source: Benjamini and Hochberg (1995).
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const odd = pValues.find((p) => !(p >= 0 && p <= 1));
  if (odd !== undefined) throw new RangeError(`A p-value lies in 0–1, not ${odd}`);
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[b] - pValues[a]);
  const adjusted = new Array<number>(pValues.length);
  let smallest = 1;
  order.forEach((index, position) => {
    const rank = pValues.length - position;
    smallest = Math.min(smallest, (pValues.length / rank) * pValues[index]);
    adjusted[index] = smallest;
  });
  return adjusted;
}
