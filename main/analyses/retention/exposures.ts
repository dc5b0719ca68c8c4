import { codeOf } from '../../workforce/stays.ts';
import type { Segment, Spell } from '../../workforce/spell.ts';
import { daysWithin, isSeparation, serviceOf } from './presences.ts';
import type { Presence } from './presences.ts';
import { daysByBand, lastBand } from './service-bands.ts';

/** Person-days at risk at one place and job in one band of service, and whether the person left from it. */
export type Exposure = { spell: Spell; segment: Segment; band: number; days: number; left: 0 | 1 };

/**
 * Presences cut by segment and by band of service, from the first day at risk on: a person who moved counts at each
 * place for the days spent there, and leaves from the last one alone.
 */
export function exposuresOf(presences: readonly Presence[]): Exposure[] {
  return presences.flatMap((presence) =>
    presence.segments.flatMap((segment, index) => {
      const { first, last } = daysWithin(segment, presence);
      const atRiskFrom = Math.max(first, presence.atRiskFrom);
      const service = serviceOf({ spell: presence.spell, atRiskFrom, last });
      const isLast = index === presence.segments.length - 1;
      const leftIn = isLast && isSeparation(presence.departure) ? lastBand(service) : -1;
      return daysByBand(service).flatMap((days, band): Exposure[] =>
        days > 0 ? [{ spell: presence.spell, segment, band, days, left: band === leftIn ? 1 : 0 }] : [],
      );
    }),
  );
}

/** The family of a job where an attribute names one, else the job itself. */
export function jobFamilyOf(segment: Segment): string {
  return segment.codes['job_family'] ?? codeOf(segment, 'job');
}
