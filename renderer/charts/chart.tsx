import type { Chart as ChartModel } from '../../main/contract/page.ts';
import { BridgeChart } from './bridge-chart.tsx';
import { DotsChart } from './dots-chart.tsx';
import { isEmpty } from '../../main/contract/empty-chart.ts';
import type { Type } from '../../main/contract/drawing/frame.ts';
import { HeatChart } from './heat-chart.tsx';
import { MultiplesChart } from './multiples-chart.tsx';
import { PairsChart } from './pairs-chart.tsx';
import { PyramidChart } from './pyramid-chart.tsx';
import { SeriesChart } from './series-chart.tsx';
import { SurvivalChart } from './survival-chart.tsx';
import { useScreenType } from './use-screen-type.ts';
import styles from './chart.module.css';

/** Any chart of a page, drawn to fill its box in the screen's type or a given one; says so when there is nothing to draw. */
export function Chart({ chart, type: given }: { chart: ChartModel; type?: Type }) {
  const screen = useScreenType();
  const type = given ?? screen;
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
