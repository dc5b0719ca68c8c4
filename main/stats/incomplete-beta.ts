import { logGamma } from './log-gamma.ts';

const EPSILON = 2 ** -52;
const TINY = 1e-300;
const MOST_TERMS = 100_000;

/**
 * The regularised lower incomplete beta function I(x; a, b).
 *
 * In: x in 0–1; a and b above 0. Out: a share, accurate to about 1e-13 relative.
 * The continued fraction is taken on whichever side converges fast.
 * Throws RangeError on other arguments.
 * Source: DLMF 8.17.22; Lentz (1976) as modified by Thompson and Barnett (1986).
 */
export function lowerIncompleteBeta({ x, a, b }: { x: number; a: number; b: number }): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) {
    throw new RangeError(`Incomplete beta is undefined at x ${x}, a ${a}, b ${b}`);
  }
  if (x === 0 || x === 1) return x;
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerIncompleteBeta({ x: 1 - x, a: b, b: a });
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const scale = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / a;
  return scale * fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 2 * EPSILON) return value;
  }
  throw new RangeError(`The incomplete beta fraction does not converge at x ${x}, a ${a}, b ${b}`);
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
