import type { HeatChart } from '../page.ts';
import type { Unit } from '../units.ts';
import { numberIn, type TwinCell, type TwinTable } from './twin-table.ts';

/** Heads the sizes of the rows. */
export const SIZE = 'Size';

/** A heat table row by row: sizes, values, and in a blank cell the reason. */
export function heatTable(chart: HeatChart): TwinTable {
  return {
    head: [chart.rowTitle, ...(chart.sizeless ? [] : [SIZE]), ...chart.columns],
    rows: chart.rows.map((row) => [
      row.label,
      ...(chart.sizeless ? [] : [sizeCell(row.size)]),
      ...row.cells.map((cell) => heatCell(cell, chart.unit)),
    ]),
  };
}

export function heatCell({ value, absence }: HeatChart['rows'][number]['cells'][number], unit: Unit): TwinCell {
  return value === null ? (absence ?? 'no data') : numberIn(value, unit);
}

export function sizeCell(size: number | null): TwinCell {
  return size === null ? 'hidden' : numberIn(size, 'count');
}
