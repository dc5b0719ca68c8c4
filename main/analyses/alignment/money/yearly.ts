import type { AlignmentFacts } from '../facts/facts.ts';

const DAYS_A_YEAR = 365;

/** Money of the window as a yearly run rate, by the days that the extracts cover; a full year stays as it is. */
export function yearlyOf({ window }: AlignmentFacts, money: number): number {
  const days = Math.min(window?.days ?? DAYS_A_YEAR, DAYS_A_YEAR);
  return Math.round((money * DAYS_A_YEAR) / days);
}
