import { displayText, formatValue } from '../../main/contract/format.ts';
import type { PairsChart } from '../../main/contract/page.ts';
import type { TwinTable } from './twin-table.ts';

/** Pairs of bars as a table: a row a pair, a column a measure. */
export function pairsTable(chart: PairsChart): TwinTable {
  return {
    head: ['', ...chart.measures.map((measure) => displayText(measure.label))],
    rows: chart.bars.map((bar) => [
      displayText(bar.label),
      ...chart.measures.map((_, index) => formatValue(bar.values[index] ?? null, chart.unit)),
    ]),
  };
}
