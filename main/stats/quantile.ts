/**
 * The value below which a share of the sample lies, interpolated between order statistics.
 *
 * In: values in ascending order, at least one; `share` in 0–1 (0.5 is the median).
 * Out: in the unit of the values.
 * Throws RangeError on an empty sample or a share outside 0–1; unsorted input is the caller's fault.
 * Source: Hyndman and Fan (1996), type 7, as R's `quantile` and Excel's PERCENTILE.INC.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  if (ascending.length === 0) throw new RangeError('A quantile needs at least one value');
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile share lies in 0–1, not ${share}`);
  const position = (ascending.length - 1) * share;
  const below = Math.floor(position);
  const low = ascending[below];
  const weight = position - below;
  return weight === 0 ? low : low + weight * (ascending[below + 1] - low);
}
