import { kaplanMeier } from '../../stats/kaplan-meier.ts';
import { lastAtMost } from '../../stats/last-at-most.ts';
import { numbersAtRisk } from '../../stats/numbers-at-risk.ts';
import type { RiskTable } from '../../stats/risk-table.ts';
import { INTERVAL } from './group-survival.ts';

const YEAR = 365;
const ENOUGH_AT_RISK = 10;

/** Share still in post after a year of service, with its 95 % interval; bounds are null where they do not exist. */
export type FirstYear = {
  survival: number;
  lower: number | null;
  upper: number | null;
  atRisk: number;
  leavers: number;
};

/** Survival of the first year of service; null where fewer than ten are at risk at the beginning or at a year. */
export function firstYearSurvival(table: RiskTable): FirstYear | null {
  const [atFirst, atYear] = numbersAtRisk(table, [1, YEAR]);
  if (Math.min(atFirst, atYear) < ENOUGH_AT_RISK) return null;
  const { time, survival, lower, upper, events } = kaplanMeier(table, INTERVAL);
  const step = lastAtMost(time, YEAR);
  if (step < 0) return { survival: 1, lower: null, upper: null, atRisk: atYear, leavers: 0 };
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    survival: survival[step],
    lower: known(lower[step]),
    upper: known(upper[step]),
    atRisk: atYear,
    leavers: events.subarray(0, step + 1).reduce((sum, count) => sum + count, 0),
  };
}
