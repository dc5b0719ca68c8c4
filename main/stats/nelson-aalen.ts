import type { RiskTable } from './risk-table.ts';

/** Cumulative hazard, one point per distinct exit time, ascending; all arrays have that length. */
export interface CumulativeHazard {
  time: Float64Array;
  /** Expected number of exits of one person who were replaced at each exit. */
  hazard: Float64Array;
  se: Float64Array;
}

/**
 * Nelson–Aalen cumulative hazard with delayed entry.
 *
 * In: the risk table of one group. Out: the sum of events ÷ at risk; no spells, an empty curve.
 * Source: Nelson (1972); Aalen (1978); `cumhaz` and `std.chaz` of R's survival.
 */
export function nelsonAalen({ time, atRisk, events }: RiskTable): CumulativeHazard {
  const hazard = new Float64Array(time.length);
  const se = new Float64Array(time.length);
  let sum = 0;
  let variance = 0;
  for (let index = 0; index < time.length; index++) {
    sum += events[index] / atRisk[index];
    variance += events[index] / atRisk[index] ** 2;
    hazard[index] = sum;
    se[index] = Math.sqrt(variance);
  }
  return { time, hazard, se };
}
