import { areasBeyond } from './areas-beyond.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';
import { normalQuantile } from './normal.ts';

/** Mean time in post within a horizon, in the unit of the curve. */
export interface RestrictedMean {
  mean: number;
  se: number;
  lower: number;
  upper: number;
  upTo: number;
}

/**
 * Restricted mean survival time: the area under the curve from its origin to a horizon.
 *
 * Out: mean, standard error and normal interval, the bounds left unclipped.
 * Throws RangeError where the horizon is not above 0, or lies after the last exit of a curve that
 * has not reached 0: what happens there was not observed. Also on a confidence outside 0–1.
 * Source: Irwin (1949); Andersen, Borgan, Gill and Keiding (1993), section IV.3.2; `survmean` of
 * R's survival.
 */
export function restrictedMean(
  curve: SurvivalCurve,
  { upTo, confidence }: { upTo: number; confidence: number },
): RestrictedMean {
  const { time, atRisk, events } = curve;
  const areas = upTo > 0 ? areasBeyond(curve, upTo) : null;
  if (areas === null) throw new RangeError(`No restricted mean up to ${upTo}: the curve ends at ${time.at(-1) ?? 0}`);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Confidence lies between 0 and 1, not ${confidence}`);
  }
  let variance = 0;
  for (let index = time.length - 1; index >= 0; index--) {
    const remaining = atRisk[index] - events[index];
    const area = areas[index + 1];
    if (remaining > 0) variance += (area * area * events[index]) / (atRisk[index] * remaining);
  }
  const mean = areas[0];
  const se = Math.sqrt(variance);
  const reach = normalQuantile(1 - (1 - confidence) / 2) * se;
  return { mean, se, lower: mean - reach, upper: mean + reach, upTo };
}
