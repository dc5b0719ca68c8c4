import { displayText, formatMonth, formatValue } from '../../main/contract/format.ts';
import type { SeriesChart } from '../../main/contract/page.ts';
import type { TwinTable } from './twin-table.ts';

/** Monthly lines as a table: a row a month, prior year and signals where there are any. */
export function seriesTable(chart: SeriesChart): TwinTable {
  const format = (value: number | null | undefined): string =>
    formatValue(value ?? null, chart.unit, { currency: chart.currency });
  const hasSignals = chart.series.some((series) => series.signals.length > 0);
  return {
    head: [
      'Month',
      ...chart.series.flatMap((series) => [
        displayText(series.label),
        ...(series.prior ? [`${displayText(series.label)}, prior year`] : []),
      ]),
      ...(hasSignals ? ['Signals'] : []),
    ],
    rows: chart.months.map((month, index) => [
      formatMonth(month),
      ...chart.series.flatMap((series) => [
        format(series.actual[index]),
        ...(series.prior ? [format(series.prior[index])] : []),
      ]),
      ...(hasSignals
        ? [
            chart.series
              .flatMap((series) =>
                series.signals
                  .filter((signal) => signal.index === index)
                  .map((signal) => `${displayText(series.label)}: ${displayText(signal.text)}`),
              )
              .join('; '),
          ]
        : []),
    ]),
  };
}
