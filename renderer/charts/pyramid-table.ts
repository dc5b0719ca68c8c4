import { displayText } from '../../main/contract/format.ts';
import type { PyramidChart } from '../../main/contract/page.ts';
import { bandText } from './pyramid-layout.ts';
import type { TwinTable } from './twin-table.ts';

/** A pyramid as a table, top band first as it is drawn. */
export function pyramidTable(chart: PyramidChart): TwinTable {
  return {
    head: ['', ...chart.sides.map(({ label }) => displayText(label))],
    rows: chart.bands
      .map(({ label, values }) => [displayText(label), ...values.map((value) => bandText(value, chart))])
      .toReversed(),
  };
}
