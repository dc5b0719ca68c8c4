import { DAYS_A_YEAR, WEEKS_A_YEAR } from '../../../model/year.ts';
import type { AlignmentFacts, Head } from '../facts/facts.ts';

/** Money of the window as a yearly run rate, by the days that the extracts cover; a full year stays as it is. */
export function yearlyOf({ window }: AlignmentFacts, money: number): number {
  const days = Math.min(window?.days ?? DAYS_A_YEAR, DAYS_A_YEAR);
  return Math.round((money * DAYS_A_YEAR) / days);
}

/**
 * What money an hour comes to in a year of somebody's scheduled hours, with the variable load where an extract gives
 * one; null where their hours are not known.
 */
export function yearlyPay({ weeklyHours, variableLoad }: Head, hourly: number): number | null {
  return weeklyHours === null ? null : hourly * weeklyHours * WEEKS_A_YEAR * (1 + (variableLoad ?? 0));
}
