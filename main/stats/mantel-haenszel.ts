/** Two groups within one stratum: amounts at risk, and how much of each had the event. */
export type RatioStratum = { events: number; atRisk: number; otherEvents: number; otherAtRisk: number };

/**
 * Mantel–Haenszel ratio of risks: the risk of one group ÷ that of the other, pooled over strata.
 *
 * In: strata in any order; events at most what is at risk. A stratum without both groups tells nothing.
 * Out: a ratio; null where no stratum has both groups, or the other group had no event in any.
 * Throws RangeError naming a negative amount, or events beyond what is at risk.
 * Source: Mantel and Haenszel (1959); Rothman, Greenland and Lash (2008), chapter 15.
 */
export function mantelHaenszelRatio(strata: readonly RatioStratum[]): number | null {
  let over = 0;
  let under = 0;
  for (const { events, atRisk, otherEvents, otherAtRisk } of strata) {
    if (!(events >= 0 && events <= atRisk && otherEvents >= 0 && otherEvents <= otherAtRisk))
      throw new RangeError(
        `Of ${atRisk} and ${otherAtRisk} at risk there cannot be ${events} and ${otherEvents} events`,
      );
    if (atRisk === 0 || otherAtRisk === 0) continue;
    over += (events * otherAtRisk) / (atRisk + otherAtRisk);
    under += (otherEvents * atRisk) / (atRisk + otherAtRisk);
  }
  return under > 0 ? over / under : null;
}
