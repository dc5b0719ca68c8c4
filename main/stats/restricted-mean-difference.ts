import { normalCdf, normalQuantile } from './normal.ts';
import type { RestrictedMean } from './restricted-mean.ts';

/** How much longer one group stays than another within the horizon, in the unit of the means. */
export interface MeanDifference {
  difference: number;
  se: number;
  lower: number;
  upper: number;
  /** Two-sided; 1 where neither mean has an error and they are equal. */
  p: number;
  upTo: number;
}

/**
 * Difference of the restricted means of two independent groups, first minus second.
 *
 * Throws RangeError where the horizons differ, or on a confidence outside 0–1.
 * Source: Royston and Parmar (2013).
 */
export function restrictedMeanDifference(
  first: RestrictedMean,
  second: RestrictedMean,
  confidence: number,
): MeanDifference {
  if (first.upTo !== second.upTo) {
    throw new RangeError(`Means up to ${first.upTo} and ${second.upTo} cannot be compared`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Confidence lies between 0 and 1, not ${confidence}`);
  }
  const difference = first.mean - second.mean;
  const se = Math.hypot(first.se, second.se);
  const reach = normalQuantile(1 - (1 - confidence) / 2) * se;
  const p = difference === 0 ? 1 : 2 * normalCdf(-Math.abs(difference) / se);
  return {
    difference,
    se,
    lower: difference - reach,
    upper: difference + reach,
    p,
    upTo: first.upTo,
  };
}
