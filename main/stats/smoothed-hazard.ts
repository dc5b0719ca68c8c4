import type { RiskTable } from './risk-table.ts';

/** Exits per person and unit of time, at the times asked for. */
export interface SmoothedHazard {
  time: Float64Array;
  rate: Float64Array;
  se: Float64Array;
}

/**
 * Hazard by tenure, smoothed over neighbouring times: in which months of service do people leave?
 *
 * Epanechnikov kernel over the steps of the Nelson–Aalen curve. Near the origin and the last exit,
 * where the kernel reaches out of what was observed, it is scaled up to the part inside.
 * In: a bandwidth in the unit of the times; times to estimate at, each from 0 to the last exit.
 * Out: a rate per unit of time, one per time asked for.
 * Throws RangeError on a bandwidth of 0 or less, or naming a time outside what was observed.
 * Source: Ramlau-Hansen (1983); Andersen, Borgan, Gill and Keiding (1993), section IV.2.
 */
export function smoothedHazard(
  table: RiskTable,
  { bandwidth, at }: { bandwidth: number; at: ArrayLike<number> },
): SmoothedHazard {
  if (!(bandwidth > 0)) throw new RangeError(`A bandwidth exceeds 0, unlike ${bandwidth}`);
  const { time, atRisk, events } = table;
  const last = time.length > 0 ? time[time.length - 1] : 0;
  const rate = new Float64Array(at.length);
  const se = new Float64Array(at.length);
  for (let point = 0; point < at.length; point++) {
    const centre = at[point];
    if (!(centre >= 0 && centre <= last)) {
      throw new RangeError(`No hazard at ${centre}: exits were observed up to ${last}`);
    }
    const inside = massBelow((last - centre) / bandwidth) - massBelow(-centre / bandwidth);
    let sum = 0;
    let variance = 0;
    for (let index = 0; index < time.length; index++) {
      const distance = (time[index] - centre) / bandwidth;
      if (Math.abs(distance) >= 1) continue;
      const weight = (0.75 * (1 - distance * distance)) / (inside * bandwidth);
      sum += (weight * events[index]) / atRisk[index];
      variance += events[index] * (weight / atRisk[index]) ** 2;
    }
    rate[point] = sum;
    se[point] = Math.sqrt(variance);
  }
  return { time: Float64Array.from(at), rate, se };
}

/** The share of the Epanechnikov kernel below `distance` bandwidths from its centre. */
function massBelow(distance: number): number {
  const bounded = Math.min(1, Math.max(-1, distance));
  return 0.5 + 0.75 * bounded - 0.25 * bounded ** 3;
}
