import type { Chart as ChartModel } from '../../main/contract/page.ts';
import { BridgeChart } from './bridge-chart.tsx';
import { screenType, type Type } from './frame.ts';
import { PairsChart } from './pairs-chart.tsx';
import { SeriesChart } from './series-chart.tsx';
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
  }
}
