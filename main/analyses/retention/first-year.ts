import type { RiskTable } from '../../stats/risk-table.ts';
import { lastAtMost } from '../../stats/last-at-most.ts';
import { orNull } from '../../stats/or-null.ts';
import { ENOUGH_AT_RISK, INTERVAL } from '../survival/defaults.ts';
import { drawCurve } from '../survival/drawn-curve.ts';
import { DAYS_A_YEAR } from '../../model/year.ts';

/** A first year told from a later day on would leave out those who leave at once. */
const LATEST_START = 31;

/** Share still in post after a year of service, with its 95 % interval; bounds are null where they do not exist. */
export type FirstYear = {
  survival: number;
  lower: number | null;
  upper: number | null;
  /** Day of service from which it is told: snapshots show nobody on the day of hire. */
  from: number;
};

/**
 * Survival of the first year of service, given being there on the first day with ten people at risk.
 *
 * Out: null where that day comes late, or fewer than ten are at risk on some day up to a year.
 */
export function firstYearSurvival(table: RiskTable): FirstYear | null {
  const drawn = drawCurve(table, { ...INTERVAL, atLeast: ENOUGH_AT_RISK });
  if (drawn.kind === 'too_few' || drawn.from > LATEST_START || drawn.to < DAYS_A_YEAR) return null;
  const { time, survival, lower, upper } = drawn.curve;
  const step = lastAtMost(time, DAYS_A_YEAR);
  if (step < 0) return { survival: 1, lower: null, upper: null, from: drawn.from };
  return { survival: survival[step], lower: orNull(lower[step]), upper: orNull(upper[step]), from: drawn.from };
}
