import type { SurvivalCurve } from './kaplan-meier.ts';
import { lastAtMost } from './last-at-most.ts';
import { normalQuantile } from './normal.ts';

/**
 * Whether two survival curves cross for more than noise: at some time the first lies above the
 * second, at another below it, each time by more than the pointwise bound of their difference.
 * Where they do, one log-rank test or one mean cannot tell the story.
 *
 * Compared up to the last exit that both have seen; times at which either curve has no error
 * (survival 0) are left out. Throws RangeError on a confidence outside 0–1.
 * Source: Klein, Logan, Harhoff and Andersen (2007) for the pointwise comparison.
 */
export function curvesCross(first: SurvivalCurve, second: SurvivalCurve, confidence: number): boolean {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Confidence lies between 0 and 1, not ${confidence}`);
  }
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const end = Math.min(first.time.at(-1) ?? 0, second.time.at(-1) ?? 0);
  let above = false;
  let below = false;
  for (const time of [...first.time, ...second.time]) {
    if (time > end) continue;
    const one = valueAt(first, time);
    const other = valueAt(second, time);
    const gap = one.survival - other.survival;
    const noise = z * Math.hypot(one.se, other.se);
    if (gap > noise) above = true;
    if (gap < -noise) below = true;
  }
  return above && below;
}

function valueAt(curve: SurvivalCurve, time: number): { survival: number; se: number } {
  const step = lastAtMost(curve.time, time);
  return step < 0 ? { survival: 1, se: 0 } : { survival: curve.survival[step], se: curve.se[step] };
}
