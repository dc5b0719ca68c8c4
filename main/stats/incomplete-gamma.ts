import { logGamma } from './log-gamma.ts';

const EPSILON = 2 ** -53;
const TINY = 1e-300;
const MOST_TERMS = 100_000;

/**
 * The regularised upper incomplete gamma function Q(a, x) = Γ(a, x) ÷ Γ(a).
 *
 * In: a > 0; x ≥ 0 or infinite. Out: a share, accurate to about 1e-13 relative in either tail.
 * Power series below a + 1, Lentz's continued fraction above, so neither tail loses digits.
 * Throws RangeError on other arguments.
 * Source: DLMF 8.11.4 and 8.9.2; Lentz (1976) as modified by Thompson and Barnett (1986).
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`Incomplete gamma is undefined at (${a}, ${x})`);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * EPSILON) return sum;
  }
  throw new RangeError(`The incomplete gamma series does not converge at (${a}, ${x})`);
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 2 * EPSILON) return fraction;
  }
  throw new RangeError(`The incomplete gamma fraction does not converge at (${a}, ${x})`);
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
