import { formatMonth, NO_DATA } from '../format.ts';
import type { SeriesChart } from '../page.ts';
import { numberIn, type TwinCell, type TwinTable } from './twin-table.ts';

/** Monthly lines as a table: a row a month, prior year and signals where there are any. */
export function seriesTable(chart: SeriesChart): TwinTable {
  const { months, series, unit, currency } = chart;
  const cell = (value: number | null | undefined): TwinCell =>
    value === null || value === undefined ? NO_DATA : numberIn(value, unit, { currency });
  const hasSignals = series.some(({ signals }) => signals.length > 0);
  return {
    head: [
      'Month',
      ...series.flatMap(({ label, prior }) => [label, ...(prior ? [`${label}, prior year`] : [])]),
      ...(hasSignals ? ['Signals'] : []),
    ],
    rows: months.map((month, index) => [
      formatMonth(month),
      ...series.flatMap(({ actual, prior }) => [cell(actual[index]), ...(prior ? [cell(prior[index])] : [])]),
      ...(hasSignals ? [signalsAt(chart, index)] : []),
    ]),
  };
}

function signalsAt({ series }: SeriesChart, month: number): string {
  return series
    .flatMap(({ label, signals }) =>
      signals.filter(({ index }) => index === month).map(({ text }) => `${label}: ${text}`),
    )
    .join('; ');
}
