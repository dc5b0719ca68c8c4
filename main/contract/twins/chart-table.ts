import type { Chart } from '../page.ts';
import { bridgeTable } from './bridge-table.ts';
import { dotsTable } from './dots-table.ts';
import { heatTable } from './heat-table.ts';
import { multiplesTable } from './multiples-table.ts';
import { pairsTable } from './pairs-table.ts';
import { pyramidTable } from './pyramid-table.ts';
import { seriesTable } from './series-table.ts';
import { survivalTable } from './survival-table.ts';
import type { TwinTable } from './twin-table.ts';

/** The same values as the chart, in rows: for those who read rather than look, and for copying. */
export function twinOf(chart: Chart): TwinTable {
  switch (chart.kind) {
    case 'series':
      return seriesTable(chart);
    case 'pairs':
      return pairsTable(chart);
    case 'bridge':
      return bridgeTable(chart);
    case 'survival':
      return survivalTable(chart);
    case 'heat':
      return heatTable(chart);
    case 'pyramid':
      return pyramidTable(chart);
    case 'dots':
      return dotsTable(chart);
    case 'multiples':
      return multiplesTable(chart);
  }
}
