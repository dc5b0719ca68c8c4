import { aalenJohansen } from '../../stats/aalen-johansen.ts';
import { lastAtMost } from '../../stats/last-at-most.ts';
import { orNull } from '../../stats/or-null.ts';
import { INTERVAL } from '../survival/defaults.ts';
import { atRisk, EXIT_WAYS, isSeparation, serviceOf } from './presences.ts';
import type { ExitWay, Presence } from './presences.ts';

/** Share of those hired that has left in one way by a day of service. */
export type ExitShare = {
  way: ExitWay;
  leavers: number;
  share: number;
  lower: number | null;
  upper: number | null;
};

export type CompetingExits = {
  /** Share still in post; it and the shares of all ways add up to 1. */
  stayed: number;
  ways: ExitShare[];
};

/**
 * How those hired leave within so many days of service, by Aalen–Johansen: the ways compete, so that the shares add
 * up, where a curve per way with the others censored would overstate each.
 *
 * In: presences of one period, each at risk from its service at the start on (delayed entry).
 * Out: null where nobody was at risk on that day. Bounds are 95 %, log-log.
 */
export function competingExits(presences: readonly Presence[], day: number): CompetingExits | null {
  const clocked = atRisk(presences)
    .map((presence) => ({ ...serviceOf(presence), departure: presence.departure }))
    .filter(({ known }) => known);
  if (!clocked.some(({ entry, exit }) => entry < day && day <= exit)) return null;
  const { time, survival, causes } = aalenJohansen(
    {
      entry: clocked.map(({ entry }) => entry),
      exit: clocked.map(({ exit }) => exit),
      cause: clocked.map(({ departure }) => (isSeparation(departure) ? EXIT_WAYS.indexOf(departure) + 1 : 0)),
      causes: EXIT_WAYS.length,
    },
    INTERVAL,
  );
  const step = lastAtMost(time, day);
  return {
    stayed: step < 0 ? 1 : survival[step],
    ways: EXIT_WAYS.map((way, index) => {
      const { events, incidence, lower, upper } = causes[index];
      return {
        way,
        leavers: events.subarray(0, step + 1).reduce((sum, count) => sum + count, 0),
        share: step < 0 ? 0 : incidence[step],
        lower: step < 0 ? null : orNull(lower[step]),
        upper: step < 0 ? null : orNull(upper[step]),
      };
    }),
  };
}
