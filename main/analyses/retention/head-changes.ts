import type { Arrival, Departure, Presence } from './presences.ts';

/** Heads at the start of a period, everybody who came and went, and heads at its end: exact. */
export type HeadChanges = {
  opening: number;
  came: Record<Arrival, number>;
  went: Record<Departure, number>;
  closing: number;
};

/**
 * Counts heads from the opening of a period's first day to the close of its last: opening + came − went = closing,
 * whatever the presences.
 *
 * In: presences cut to the period. Whoever has the last day of the period as the last day in post has left by its close.
 */
export function countHeadChanges(presences: readonly Presence[]): HeadChanges {
  const came: HeadChanges['came'] = { hire: 0, rehire: 0, acquired: 0, conversion: 0, first_seen: 0, moved: 0 };
  const went: HeadChanges['went'] = { voluntary: 0, involuntary: 0, other: 0, unclassified: 0, divested: 0, moved: 0 };
  let opening = 0;
  let closing = 0;
  for (const { arrival, departure } of presences) {
    if (arrival === null) opening++;
    else came[arrival]++;
    if (departure === null) closing++;
    else went[departure]++;
  }
  return { opening, came, went, closing };
}
