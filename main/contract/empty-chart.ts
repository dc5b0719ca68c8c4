import type { Chart } from './page.ts';

/** Whether there is nothing to draw. */
export function isEmpty(chart: Chart): boolean {
  switch (chart.kind) {
    case 'series':
      return chart.series.every((series) => series.actual.every((value) => value === null));
    case 'pairs':
      return chart.bars.every((bar) => bar.values.every((value) => value === null));
    case 'bridge':
      return chart.steps.length === 0;
    case 'survival':
      return chart.ticks.length === 0 || chart.curves.length === 0;
    case 'heat':
      return chart.rows.every(({ cells }) => cells.every(({ value }) => value === null));
    case 'pyramid':
      return chart.bands.every(({ values }) => values.every((value) => value === null));
    // Rows and panels without a value say why.
    case 'dots':
      return chart.rows.length === 0;
    case 'multiples':
      return chart.panels.length === 0;
  }
}
