import { displayText, formatValue } from '../../main/contract/format.ts';
import type { HeatChart } from '../../main/contract/page.ts';
import type { Unit } from '../../main/contract/units.ts';
import { SIZE, sizeText } from './heat-layout.ts';
import type { TwinTable } from './twin-table.ts';

/** A heat table as text: sizes of rows, values, and in a blank cell the reason. */
export function heatTable(chart: HeatChart): TwinTable {
  return {
    head: [displayText(chart.rowTitle), ...(chart.sizeless ? [] : [SIZE]), ...chart.columns.map(displayText)],
    rows: chart.rows.map((row) => [
      displayText(row.label),
      ...(chart.sizeless ? [] : [sizeText(row.size)]),
      ...row.cells.map((cell) => cellText(cell, chart.unit)),
    ]),
  };
}

/** What a cell says. */
export function cellText({ value, absence }: HeatChart['rows'][number]['cells'][number], unit: Unit): string {
  return value === null ? displayText(absence ?? 'no data') : formatValue(value, unit);
}
