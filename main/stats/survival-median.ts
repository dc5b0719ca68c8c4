import type { SurvivalCurve } from './kaplan-meier.ts';

/** A median in the unit of the curve, with the bounds of its interval; null where not reached. */
export interface SurvivalMedian {
  median: number | null;
  lower: number | null;
  upper: number | null;
}

const HALF = 0.5;
/** Survival this close to one half counts as one half; the square root of double precision. */
const TOLERANCE = 2 ** -26;

/**
 * The median time in post, and its interval by inverting the band of the curve.
 *
 * The median is the first time at which survival is at most one half; where it is exactly one half
 * the midpoint between that time and the next fall, if there is one. The bounds are read off the
 * lower and the upper band in the same way.
 * Source: Brookmeyer and Crowley (1982); the `median`, `LCL` and `UCL` of R's `summary(survfit)`.
 */
export function survivalMedian(curve: SurvivalCurve): SurvivalMedian {
  return {
    median: timeAtHalf(curve.time, curve.survival),
    lower: timeAtHalf(curve.time, curve.lower),
    upper: timeAtHalf(curve.time, curve.upper),
  };
}

function timeAtHalf(time: Float64Array, share: Float64Array): number | null {
  const reached = share.findIndex((value) => value < HALF + TOLERANCE);
  if (reached < 0) return null;
  const level = share[reached];
  if (Math.abs(level - HALF) >= TOLERANCE) return time[reached];
  const next = share.findIndex((value) => value < level);
  return next < 0 ? time[reached] : (time[reached] + time[next]) / 2;
}
