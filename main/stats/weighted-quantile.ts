/**
 * The value below which a share of the weight lies; where the weight is cut exactly, the middle of the two values
 * beside the cut. Whole weights give what repeating each value so often would.
 *
 * In: values in ascending order with weights of 0 or more; `share` in 0–1 (0.5 is the median).
 * Throws RangeError without weight or on a share outside 0–1; unsorted input is the caller's fault.
 * Source: Hyndman and Fan (1996), type 2; `weighted.median` of R's spatstat.
 */
export function weightedQuantile(ascending: ArrayLike<number>, weights: ArrayLike<number>, share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile share lies in 0–1, not ${share}`);
  let total = 0;
  for (let index = 0; index < ascending.length; index++) total += weights[index];
  if (!(total > 0)) throw new RangeError('A quantile needs weight');
  const wanted = share * total;
  const slack = total * 1e-12;
  let below = 0;
  let cut: number | null = null;
  let last = NaN;
  for (let index = 0; index < ascending.length; index++) {
    if (!(weights[index] > 0)) continue;
    if (cut !== null) return (cut + ascending[index]) / 2;
    below += weights[index];
    last = ascending[index];
    if (below > wanted + slack) return last;
    if (below >= wanted - slack) cut = last;
  }
  return last;
}
