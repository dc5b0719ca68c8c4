import { upperIncompleteGamma } from './incomplete-gamma.ts';

/**
 * Probability that a chi-square value on `df` degrees of freedom exceeds `value`.
 *
 * In: a value of 0 or more; degrees of freedom above 0.
 * Out: a share, accurate to 1e-12 relative, far tail included. Throws RangeError otherwise.
 * Source: Abramowitz and Stegun (1964), 26.4.19.
 */
export function chiSquareUpperTail(value: number, df: number): number {
  if (!(df > 0) || !(value >= 0)) {
    throw new RangeError(`Chi-square is undefined at ${value} on ${df} degrees of freedom`);
  }
  return upperIncompleteGamma(df / 2, value / 2);
}
