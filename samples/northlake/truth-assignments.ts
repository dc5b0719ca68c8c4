import { END, isoDay } from './calendar.ts';
import type { Assignment } from './assignments.ts';
import { groupBy } from './group-by.ts';
import { sumBy } from './truth-sums.ts';

const LONG_CHAIN_DAYS = 26 * 7;

/** Contracts and the chains that renewals make of them; a chain is one stay of one person, since renewals follow without a gap. */
export function assignmentTruths(assignments: readonly Assignment[]) {
  const chains = [...groupBy(assignments, ({ holding }) => holding).values()].map((parts) => ({
    start: parts[0]!.start,
    end: parts.at(-1)!.end,
    outcome: parts.at(-1)!.outcome,
  }));
  const endedLongAgo = chains.filter(({ end }) => end !== null && end <= END - 90);
  return {
    assignments: assignments.length,
    by_outcome: sumBy(
      assignments,
      ({ outcome }) => outcome || '(ongoing)',
      () => 1,
    ),
    chains: chains.length,
    chains_longer_than_26_weeks: chains.filter(({ start, end }) => (end ?? END) - start + 1 > LONG_CHAIN_DAYS).length,
    ended_at_least_90_days_ago: {
      on_or_before: isoDay(END - 90),
      chains: endedLongAgo.length,
      converted: endedLongAgo.filter(({ outcome }) => outcome === 'converted').length,
    },
  };
}
