import { formatNumber } from '../format.ts';
import type { SurvivalChart } from '../page.ts';
import { endOf, standingAt } from '../drawing/survival-curve.ts';
import { headingOf, numberIn, type TwinCell, type TwinTable } from './twin-table.ts';

/** Survival curves as a table: at every tick each curve's share with its interval, and how many were at risk. */
export function survivalTable({ timeUnit, ticks, curves }: SurvivalChart): TwinTable {
  return {
    head: [headingOf(timeUnit), ...curves.flatMap(({ label }) => [label, `${label}, at risk`])],
    rows: ticks.map((time, index) => [
      numberIn(time, 'count'),
      ...curves.flatMap((curve) => {
        const count = curve.atRisk[index] ?? null;
        return [standingCell(curve, time, ticks), count === null ? 'not shown' : numberIn(count, 'count')];
      }),
    ]),
  };
}

/** The share with its bounds where it has any; off the curve where it starts or ends. */
export function standingCell(curve: SurvivalChart['curves'][number], time: number, ticks: readonly number[]): TwinCell {
  const standing = standingAt(curve, time, ticks);
  if (standing === null)
    return time < curve.from ? `starts at ${timeText(curve.from)}` : `ends at ${timeText(endOf(curve, ticks))}`;
  const { survival, lower, upper } = standing;
  return {
    ...numberIn(survival, 'share'),
    bounds: lower === null || upper === null ? null : { lower, upper },
  };
}

/** A time as short as it can be without calling the 15th of a month its end. */
function timeText(time: number): string {
  return formatNumber(time, { decimals: Number.isInteger(time) ? 0 : 1 });
}
