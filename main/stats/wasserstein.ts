/**
 * Wasserstein-1 distance of two weighted samples: how far, on average, the values of one must move to
 * lie as those of the other do. It is the area between the two distribution functions.
 *
 * In: all values in ascending order, and beside each its weight in either sample (0 where it belongs
 * to the other); weights need not sum to 1. Out: in the unit of the values.
 * Throws RangeError where a sample has no weight; unsorted values are the caller's fault.
 * Source: Vallender (1974); `wasserstein_distance` of SciPy.
 */
export function wasserstein(ascending: ArrayLike<number>, first: ArrayLike<number>, second: ArrayLike<number>): number {
  let totalFirst = 0;
  let totalSecond = 0;
  for (let index = 0; index < ascending.length; index++) {
    totalFirst += first[index];
    totalSecond += second[index];
  }
  if (!(totalFirst > 0) || !(totalSecond > 0)) throw new RangeError('A distance needs weight in both samples');
  let area = 0;
  let belowFirst = first[0];
  let belowSecond = second[0];
  for (let index = 1; index < ascending.length; index++) {
    area += Math.abs(belowFirst / totalFirst - belowSecond / totalSecond) * (ascending[index] - ascending[index - 1]);
    belowFirst += first[index];
    belowSecond += second[index];
  }
  return area;
}
