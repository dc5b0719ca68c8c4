import { displayText, formatNumber, formatValue } from '../../main/contract/format.ts';
import type { SurvivalChart } from '../../main/contract/page.ts';
import { endOf, standingAt } from './survival-curve.ts';
import { headingOf, type TwinTable } from './twin-table.ts';

/** Survival curves as a table: at every tick each curve's share with its interval, and how many were at risk. */
export function survivalTable(chart: SurvivalChart): TwinTable {
  return {
    head: [
      headingOf(chart.timeUnit),
      ...chart.curves.flatMap(({ label }) => [displayText(label), `${displayText(label)}, at risk`]),
    ],
    rows: chart.ticks.map((time, index) => [
      formatNumber(time),
      ...chart.curves.flatMap((curve) => {
        const count = curve.atRisk[index] ?? null;
        return [standingText(curve, time, chart.ticks), count === null ? 'not shown' : formatNumber(count)];
      }),
    ]),
  };
}

/** "84.2% (80.1% to 88.0%)"; without bounds only the share; off the curve where it starts or ends. */
export function standingText(curve: SurvivalChart['curves'][number], time: number, ticks: readonly number[]): string {
  const standing = standingAt(curve, time, ticks);
  if (standing === null)
    return time < curve.from ? `starts at ${timeText(curve.from)}` : `ends at ${timeText(endOf(curve, ticks))}`;
  const { survival, lower, upper } = standing;
  const share = formatValue(survival, 'share');
  return lower === null || upper === null
    ? share
    : `${share} (${formatValue(lower, 'share')} to ${formatValue(upper, 'share')})`;
}

/** A time as short as it can be without calling the 15th of a month its end. */
function timeText(time: number): string {
  return formatNumber(time, { decimals: Number.isInteger(time) ? 0 : 1 });
}
