import { UNKNOWN_CODE } from '../../model/dimensions.ts';
import type { Segment, Spell } from '../../workforce/spell.ts';
import { isSeparation, serviceOf } from './stays.ts';
import type { Stay } from './stays.ts';
import { bandOfDay, daysByBand } from './tenure-bands.ts';

/** Person-days at one place and job in one band of service, and whether the person left from it. */
export type Exposure = { spell: Spell; segment: Segment; band: number; days: number; left: 0 | 1 };

/**
 * Stays cut by segment and by band of service. Days add up to those of the stays, leavers to their separations: a
 * person who moved counts at each place for the days spent there, and leaves from the last one alone.
 */
export function exposuresOf(stays: readonly Stay[]): Exposure[] {
  return stays.flatMap((stay) =>
    stay.segments.flatMap((segment, index) => {
      const { entry, exit } = serviceOf({ spell: stay.spell, ...daysOf(stay, index) });
      const isLast = index === stay.segments.length - 1;
      const leftIn = isLast && isSeparation(stay.departure) ? bandOfDay(exit - 1) : -1;
      return daysByBand(entry, exit).flatMap((days, band): Exposure[] =>
        days > 0 ? [{ spell: stay.spell, segment, band, days, left: band === leftIn ? 1 : 0 }] : [],
      );
    }),
  );
}

/** Days of a segment within its stay; a gap before the next segment belongs to the one before it. */
function daysOf({ segments, first, last }: Stay, index: number): { first: number; last: number } {
  const next = segments[index + 1];
  return { first: index === 0 ? first : segments[index].first, last: next ? next.first - 1 : last };
}

/** The family of a job where an attribute names one, else the job itself. */
export function jobFamilyOf({ codes }: Segment): string {
  return codes['job_family'] ?? codes['job'] ?? UNKNOWN_CODE;
}
