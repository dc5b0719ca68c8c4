import { displayText, formatNumber, formatValue } from '../../main/contract/format.ts';
import type { SurvivalChart } from '../../main/contract/page.ts';
import { standingAt, type Standing } from './survival-layout.ts';
import type { TwinTable } from './twin-table.ts';

/** Survival curves as a table: at every tick each curve's share with its interval, and how many were at risk. */
export function survivalTable(chart: SurvivalChart): TwinTable {
  const unit = displayText(chart.timeUnit);
  return {
    head: [
      unit.charAt(0).toUpperCase() + unit.slice(1),
      ...chart.curves.flatMap(({ label }) => [displayText(label), `${displayText(label)}, at risk`]),
    ],
    rows: chart.ticks.map((time, index) => [
      formatNumber(time),
      ...chart.curves.flatMap((curve) => {
        const count = curve.atRisk[index] ?? null;
        return [standingText(standingAt(curve, time, chart.ticks)), count === null ? 'not shown' : formatNumber(count)];
      }),
    ]),
  };
}

/** "84.2% (80.1% to 88.0%)"; without bounds only the share. */
export function standingText(standing: Standing | null): string {
  if (standing === null) return 'not shown';
  const { survival, lower, upper } = standing;
  const share = formatValue(survival, 'share');
  return lower === null || upper === null
    ? share
    : `${share} (${formatValue(lower, 'share')} to ${formatValue(upper, 'share')})`;
}
