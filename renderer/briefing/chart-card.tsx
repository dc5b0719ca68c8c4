import { ChartLine, TableProperties } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { displayText } from '../../main/contract/format.ts';
import type { Chart as ChartModel } from '../../main/contract/page.ts';
import { Chart } from '../charts/chart.tsx';
import { isEmpty } from '../../main/contract/empty-chart.ts';
import { Twin } from '../charts/twin.tsx';
import controls from '../theme/controls.module.css';
import card from './card.module.css';
import styles from './chart-card.module.css';

/** A chart with its title, and the same values as a table one key away. */
export function ChartCard({ chart }: { chart: ChartModel }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section
      className={`${card.card} ${styles.card}`}
      style={{ minHeight: leastHeight(chart) }}
      aria-label={displayText(chart.title)}
    >
      <div className={card.head}>
        <div>
          <h2 className={card.title}>{displayText(chart.title)}</h2>
          <p className={card.subtitle}>{displayText(chart.subtitle)}</p>
        </div>
        {!isEmpty(chart) && (
          <ToggleButton
            className={controls.icon}
            isSelected={asTable}
            onChange={setAsTable}
            aria-label={`Show as table: ${displayText(chart.title)}`}
          >
            {asTable ? <ChartLine size={15} aria-hidden="true" /> : <TableProperties size={15} aria-hidden="true" />}
          </ToggleButton>
        )}
      </div>
      <div className={styles.body}>{asTable ? <Twin chart={chart} /> : <Chart chart={chart} />}</div>
    </section>
  );
}

/** What has rows needs a height for each to stay legible; lines and bridges shrink with their card. */
function leastHeight(chart: ChartModel): string | undefined {
  if (isEmpty(chart)) return undefined;
  switch (chart.kind) {
    case 'series':
    case 'bridge':
      return undefined;
    case 'pairs':
      return `${chart.bars.length * 1.75 + 5.5}rem`;
    case 'survival':
      return `${chart.curves.length * 1.15 + 19}rem`;
    case 'heat':
      return `${Math.min(chart.rows.length, 36) * 0.95 + 9}rem`;
    case 'pyramid':
      return `${chart.bands.length * 1.25 + 5.5}rem`;
    case 'dots':
      return `${chart.rows.length * 1.9 + 8}rem`;
    case 'multiples':
      return `${Math.ceil(chart.panels.length / 3) * (chart.groups.length * 1.15 + 3.5) + 4.5}rem`;
  }
}
