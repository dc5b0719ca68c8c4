import { normalQuantile } from './normal.ts';

/** How an interval for a probability is formed: on its own scale, its logarithm, or log(−log). */
export type IntervalKind = 'plain' | 'log' | 'log-log';

export interface IntervalOptions {
  interval: IntervalKind;
  /** Share of intervals that cover the truth, such as 0.95. */
  confidence: number;
}

/** Bounds along a curve; NaN where a bound does not exist. */
export interface Band {
  lower: Float64Array;
  upper: Float64Array;
}

/**
 * Pointwise confidence bounds of estimated probabilities, clipped to 0–1.
 *
 * In: probabilities and their standard errors on the same scale, one each.
 * Out: NaN bounds at 0 for `log` and `log-log`, at 1 for `log-log`, and wherever the error is NaN.
 * Throws RangeError on a confidence outside 0–1.
 * Source: Kalbfleisch and Prentice (2002), section 1.4; `survfit_confint` of R's survival.
 */
export function confidenceBand(
  probability: Float64Array,
  se: Float64Array,
  { interval, confidence }: IntervalOptions,
): Band {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Confidence lies between 0 and 1, not ${confidence}`);
  }
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const lower = new Float64Array(probability.length);
  const upper = new Float64Array(probability.length);
  for (let index = 0; index < probability.length; index++) {
    const p = probability[index];
    if (index > 0 && p === probability[index - 1] && se[index] === se[index - 1]) {
      lower[index] = lower[index - 1];
      upper[index] = upper[index - 1];
      continue;
    }
    const reach = z * se[index];
    if (interval === 'plain') {
      lower[index] = Math.max(p - reach, 0);
      upper[index] = Math.min(p + reach, 1);
    } else if (interval === 'log') {
      const factor = Math.exp(reach / p);
      lower[index] = p === 0 ? Number.NaN : p / factor;
      upper[index] = p === 0 ? Number.NaN : Math.min(p * factor, 1);
    } else {
      const depth = p > 0 && p < 1 ? Math.log(p) : Number.NaN;
      const factor = Math.exp(reach / (p * depth));
      lower[index] = Math.exp(depth / factor);
      upper[index] = Math.exp(depth * factor);
    }
  }
  return { lower, upper };
}
