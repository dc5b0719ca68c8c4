import { confidenceBand } from '../../stats/confidence-band.ts';
import type { IntervalOptions } from '../../stats/confidence-band.ts';
import type { SurvivalCurve } from '../../stats/kaplan-meier.ts';
import { lastAtMost } from '../../stats/last-at-most.ts';
import { numbersAtRisk } from '../../stats/numbers-at-risk.ts';
import { orNull } from '../../stats/or-null.ts';
import type { RiskTable } from '../../stats/risk-table.ts';

export interface SurvivalPoint {
  time: number;
  /** At risk at the time, before anyone leaves at it. */
  atRisk: number;
  /** Exits at the time; with times asked for, exits since the one before. */
  events: number;
  /** Share still in post; null after the last exit observed, unless nobody was left by then. */
  survival: number | null;
  /** Greenwood's error of `survival`; null where survival is 0 or null. */
  se: number | null;
  lower: number | null;
  upper: number | null;
}

/** Every distinct exit time of a curve. */
export function everyPoint(curve: SurvivalCurve): SurvivalPoint[] {
  return Array.from(curve.time, (time, step) => ({
    time,
    atRisk: curve.atRisk[step],
    events: curve.events[step],
    ...valueOn(curve, step),
  }));
}

/**
 * The curve at the times asked for, each once and in ascending order.
 *
 * In: the table and the interval that the curve was made with.
 * Throws RangeError on a time that is negative or no number.
 */
export function pointsAt(
  at: readonly number[],
  { table, curve, interval }: { table: RiskTable; curve: SurvivalCurve; interval: IntervalOptions },
): SurvivalPoint[] {
  const odd = at.find((time) => !(time >= 0 && time < Infinity));
  if (odd !== undefined) throw new RangeError(`Survival cannot be asked for at ${odd}`);
  const times = [...new Set(at)].sort((one, other) => one - other);
  const atRisk = numbersAtRisk(table, times);
  const last = curve.time.length - 1;
  const everyoneLeft = last >= 0 && curve.survival[last] === 0;
  let counted = 0;
  return times.map((time, index) => {
    const step = lastAtMost(curve.time, time);
    let events = 0;
    while (counted <= step) events += curve.events[counted++];
    const beyond = last < 0 || (time > curve.time[last] && !everyoneLeft);
    const value = beyond ? UNKNOWN : step < 0 ? valueAtStart(interval) : valueOn(curve, step);
    return { time, atRisk: atRisk[index], events, ...value };
  });
}

type Value = Pick<SurvivalPoint, 'survival' | 'se' | 'lower' | 'upper'>;

const UNKNOWN: Value = { survival: null, se: null, lower: null, upper: null };

function valueOn(
  { survival, se, lower, upper }: Pick<SurvivalCurve, 'survival' | 'se' | 'lower' | 'upper'>,
  step: number,
): Value {
  return { survival: survival[step], se: orNull(se[step]), lower: orNull(lower[step]), upper: orNull(upper[step]) };
}

/** Before the first exit everybody is still there. */
function valueAtStart(interval: IntervalOptions): Value {
  const survival = Float64Array.of(1);
  const se = Float64Array.of(0);
  return valueOn({ survival, se, ...confidenceBand(survival, se, interval) }, 0);
}
