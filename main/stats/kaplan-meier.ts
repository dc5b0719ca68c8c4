import { confidenceBand } from './confidence-band.ts';
import type { IntervalOptions } from './confidence-band.ts';
import { productLimit } from './product-limit.ts';
import type { RiskTable } from './risk-table.ts';

/** A survival curve: one point per distinct exit time, ascending; all arrays have that length. */
export interface SurvivalCurve {
  time: Float64Array;
  atRisk: Int32Array;
  events: Int32Array;
  censored: Int32Array;
  /** Share still in post just after the time. */
  survival: Float64Array;
  /** Greenwood's standard error of `survival` itself; NaN once survival is 0. */
  se: Float64Array;
  /** Pointwise bounds; NaN where they do not exist. */
  lower: Float64Array;
  upper: Float64Array;
}

/**
 * Kaplan–Meier survival with delayed entry, to the last exit, with pointwise intervals.
 *
 * In: the risk table of one group. Out: survival as a share; no spells, an empty curve. With
 * delayed entry a risk set may empty early, and survival then stays at 0: the caller decides where
 * a curve starts.
 * Throws RangeError on a confidence outside 0–1.
 * Source: Kaplan and Meier (1958); Greenwood (1926); Tsai, Jewell and Wang (1987) for delayed entry.
 */
export function kaplanMeier(table: RiskTable, options: IntervalOptions): SurvivalCurve {
  const { time, atRisk, events, censored } = table;
  const survival = productLimit(atRisk, events);
  const se = new Float64Array(time.length);
  let variation = 0;
  for (let index = 0; index < time.length; index++) {
    const remaining = atRisk[index] - events[index];
    if (events[index] > 0) variation += events[index] / (atRisk[index] * remaining);
    se[index] = survival[index] * Math.sqrt(variation);
  }
  return { time, atRisk, events, censored, survival, se, ...confidenceBand(survival, se, options) };
}
