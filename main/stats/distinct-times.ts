/** The square root of double precision, as in R's survival. */
const TOLERANCE = 2 ** -26;

/** The distinct times of a set, ascending; the array given is left alone. */
export function distinctTimes(times: Float64Array): Float64Array {
  return keepApart(times.toSorted(), 0);
}

/**
 * The distinct times of a set, ascending, where times that differ by rounding only count as one:
 * 0.3 months and 0.1 + 0.2 months are the same moment.
 *
 * Neighbours merge when they lie within 1.5e-8 of each other, absolutely or relative to the mean
 * distinct time; a merged run keeps its smallest.
 * In: finite times in any order; the array is left alone.
 * Source: `aeqSurv` of R's survival; Therneau, "Roundoff error and tied times".
 */
export function mergedTimes(times: Float64Array): Float64Array {
  const exact = distinctTimes(times);
  let size = 0;
  for (const time of exact) size += Math.abs(time);
  return keepApart(exact, TOLERANCE * Math.max(1, size / exact.length));
}

/** The ascending times more than `gap` above the one before. */
function keepApart(ascending: Float64Array, gap: number): Float64Array {
  const kept = new Float64Array(ascending.length);
  let count = 0;
  for (let index = 0; index < ascending.length; index++) {
    if (index > 0 && ascending[index] - ascending[index - 1] <= gap) continue;
    kept[count++] = ascending[index];
  }
  return kept.slice(0, count);
}
