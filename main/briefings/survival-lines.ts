import { ENOUGH_AT_RISK, INTERVAL } from '../analyses/survival/defaults.ts';
import { drawCurve } from '../analyses/survival/drawn-curve.ts';
import type { FigureQuery } from '../contract/figure.ts';
import type { Narrow, Role, SurvivalChart } from '../contract/page.ts';
import { numbersAtRisk } from '../stats/numbers-at-risk.ts';
import { orNull } from '../stats/or-null.ts';
import type { RiskTable } from '../stats/risk-table.ts';
import { DAYS_A_YEAR } from '../model/year.ts';

/** A year of 365 days has twelve months on the axis. */
export const DAYS_A_MONTH = DAYS_A_YEAR / 12;

/** Colours of groups that have none of their own; no chart draws more curves than there are. */
export const GROUP_ROLES = ['group1', 'group2', 'group3', 'group4'] as const satisfies readonly Role[];

/** Whether enough people are at risk at some time for a curve to be drawn. */
export function isDrawable(table: RiskTable): boolean {
  return drawCurve(table, { ...INTERVAL, atLeast: ENOUGH_AT_RISK }).kind === 'curve';
}

export type LineOptions = {
  id: string;
  label: string;
  role: Role;
  narrow: Narrow | null;
  query: FigureQuery | null;
  /** Months under which numbers at risk stand; the last is the end of the axis. */
  ticks: readonly number[];
};

/**
 * A curve in months, from the first day with ten people at risk until there are fewer; null where it is never
 * supported within the axis.
 */
export function survivalLine(table: RiskTable, options: LineOptions): SurvivalChart['curves'][number] | null {
  const { ticks, ...frame } = options;
  const drawn = drawCurve(table, { ...INTERVAL, atLeast: ENOUGH_AT_RISK });
  const end = ticks.at(-1)! * DAYS_A_MONTH;
  if (drawn.kind === 'too_few' || drawn.from >= end) return null;
  const { time, survival, lower, upper } = drawn.curve;
  const days = ticks.map((month) => Math.round(month * DAYS_A_MONTH));
  const counts = numbersAtRisk(table, days);
  return {
    ...frame,
    from: drawn.from / DAYS_A_MONTH,
    points: Array.from(time, (at, step) => ({
      time: at / DAYS_A_MONTH,
      survival: survival[step],
      lower: orNull(lower[step]),
      upper: orNull(upper[step]),
    })).filter((point) => point.time <= ticks.at(-1)!),
    atRisk: days.map((day, index) =>
      day >= drawn.from && day <= drawn.to && counts[index] >= ENOUGH_AT_RISK ? counts[index] : null,
    ),
  };
}
