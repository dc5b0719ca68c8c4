import { displayText, formatMonth, formatValue } from '../../main/contract/format.ts';
import type { Chart } from '../../main/contract/page.ts';
import { stepText } from './bridge-option.ts';

export type TwinTable = { head: string[]; rows: string[][] };

/** The same values as the chart, as text in rows: for those who read rather than look, and for copying. */
export function twinOf(chart: Chart): TwinTable {
  switch (chart.kind) {
    case 'series': {
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
    case 'pairs':
      return {
        head: ['', ...chart.measures.map((measure) => displayText(measure.label))],
        rows: chart.bars.map((bar) => [
          displayText(bar.label),
          ...chart.measures.map((_, index) => formatValue(bar.values[index] ?? null, chart.unit)),
        ]),
      };
    case 'bridge': {
      const hasNotes = chart.steps.some((step) => step.note !== null);
      return {
        head: ['Step', 'Amount', ...(hasNotes ? ['Note'] : [])],
        rows: chart.steps.map((step) => [
          displayText(step.label),
          stepText(step, chart),
          ...(hasNotes ? [displayText(step.note ?? '')] : []),
        ]),
      };
    }
  }
}
