import { upperIncompleteGamma } from './incomplete-gamma.ts';

/**
 * Probability that a standard normal value is at most `z`.
 *
 * Out: a share, accurate to 1e-12 relative, far left tail included. Throws RangeError on NaN.
 * Source: Φ(z) = ½ erfc(−z ÷ √2) and erfc(y) = Q(½, y²), DLMF 7.11.2.
 */
export function normalCdf(z: number): number {
  const tail = upperIncompleteGamma(0.5, (z * z) / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}

const CENTRE = {
  over: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  under: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852545925,
  ],
};
const SHOULDER = {
  over: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  under: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const TAIL = {
  over: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  under: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};

/**
 * The value below which a standard normal value falls with probability `share`.
 *
 * In: a share in 0–1; 0 and 1 give −∞ and +∞. Out: accurate to about 1e-15 relative.
 * Throws RangeError on another share.
 * Source: Wichura (1988), algorithm AS 241 (PPND16).
 */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A probability lies in 0–1, not ${share}`);
  const offset = share - 0.5;
  if (Math.abs(offset) <= 0.425) return offset * ratio(CENTRE, 0.180625 - offset * offset);
  const nearer = offset < 0 ? share : 1 - share;
  if (nearer === 0) return offset < 0 ? -Infinity : Infinity;
  const depth = Math.sqrt(-Math.log(nearer));
  const distance = depth <= 5 ? ratio(SHOULDER, depth - 1.6) : ratio(TAIL, depth - 5);
  return offset < 0 ? -distance : distance;
}

function ratio({ over, under }: { over: number[]; under: number[] }, x: number): number {
  return polynomial(over, x) / polynomial(under, x);
}

function polynomial(coefficients: number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
