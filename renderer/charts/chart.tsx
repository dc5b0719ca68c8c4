import type { Chart as ChartModel } from '../../main/contract/page.ts';
import { BridgeChart } from './bridge-chart.tsx';
import { DotsChart } from './dots-chart.tsx';
import { screenType, type Type } from './frame.ts';
import { HeatChart } from './heat-chart.tsx';
import { MultiplesChart } from './multiples-chart.tsx';
import { PairsChart } from './pairs-chart.tsx';
import { PyramidChart } from './pyramid-chart.tsx';
import { SeriesChart } from './series-chart.tsx';
import { SurvivalChart } from './survival-chart.tsx';
import styles from './chart.module.css';

/** Any chart of a page, drawn to fill its box; says so when there is nothing to draw. */
export function Chart({ chart, type = screenType }: { chart: ChartModel; type?: Type }) {
  if (isEmpty(chart)) return <p className={styles.empty}>No data in this scope.</p>;
  switch (chart.kind) {
    case 'series':
      return <SeriesChart chart={chart} type={type} />;
    case 'pairs':
      return <PairsChart chart={chart} />;
    case 'bridge':
      return <BridgeChart chart={chart} type={type} />;
    case 'survival':
      return <SurvivalChart chart={chart} type={type} />;
    case 'heat':
      return <HeatChart chart={chart} type={type} />;
    case 'pyramid':
      return <PyramidChart chart={chart} type={type} />;
    case 'dots':
      return <DotsChart chart={chart} type={type} />;
    case 'multiples':
      return <MultiplesChart chart={chart} type={type} />;
  }
}

function isEmpty(chart: ChartModel): boolean {
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
