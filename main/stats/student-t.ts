import { lowerIncompleteBeta } from './incomplete-beta.ts';

/**
 * Probability that Student's t is at most `t`.
 *
 * In: degrees of freedom above 0, whole or not (an effective sample size minus two, say).
 * Out: a share, accurate to 1e-12 relative in the left tail. Throws RangeError otherwise.
 * Source: DLMF 8.17; Abramowitz and Stegun (1964), 26.7.1.
 */
export function studentTCdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) {
    throw new RangeError(`Student's t is undefined at ${t} on ${df} degrees of freedom`);
  }
  const tail = lowerIncompleteBeta({ x: df / (df + t * t), a: df / 2, b: 0.5 }) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The value below which Student's t falls with probability `share`.
 *
 * In: a share strictly between 0 and 1; degrees of freedom above 0.
 * Out: accurate to about 1e-12 of max(1, |t|). Throws RangeError otherwise.
 * Source: bisection of the distribution function above, which never diverges.
 */
export function studentTQuantile(share: number, df: number): number {
  if (!(share > 0 && share < 1) || !(df > 0)) {
    throw new RangeError(`Student's t has no quantile of ${share} on ${df} degrees of freedom`);
  }
  if (share > 0.5) return -studentTQuantile(1 - share, df);
  if (share === 0.5) return 0;
  let low = -1;
  while (studentTCdf(low, df) > share) low *= 2;
  let high = 0;
  for (let middle = low / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentTCdf(middle, df) < share) low = middle;
    else high = middle;
  }
  return high;
}
