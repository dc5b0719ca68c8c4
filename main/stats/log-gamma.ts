const LANCZOS_G = 7;
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.91893853320467274;

/**
 * Natural logarithm of the gamma function, for positive arguments.
 *
 * Out: accurate to about 1e-14 of max(1, |result|).
 * Throws RangeError unless the argument is positive.
 * Source: Lanczos (1964), with Godfrey's coefficients for g = 7, n = 9.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`The gamma function is needed above 0 only, not at ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const series = LANCZOS.reduce((sum, term, index) => (index === 0 ? term : sum + term / (shifted + index)));
  const base = shifted + LANCZOS_G + 0.5;
  return HALF_LOG_TWO_PI + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}
