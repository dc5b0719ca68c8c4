import { DAYS_A_YEAR } from '../model/year.ts';

/** Hours that one full-time equivalent is paid for in a year. */
export const FTE_HOURS_A_YEAR = 2_080;

/** Hours of one full-time equivalent over some days. */
export function fteHours(days: number): number {
  return (FTE_HOURS_A_YEAR * days) / DAYS_A_YEAR;
}
