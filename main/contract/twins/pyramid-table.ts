import type { PyramidChart } from '../page.ts';
import type { Unit } from '../units.ts';
import { numberIn, type TwinCell, type TwinTable } from './twin-table.ts';

/** A pyramid as a table, top band first as it is drawn. */
export function pyramidTable({ sides, bands, unit }: PyramidChart): TwinTable {
  return {
    head: ['', ...sides.map(({ label }) => label)],
    rows: bands.map(({ label, values }) => [label, ...values.map((value) => bandCell(value, unit))]).toReversed(),
  };
}

export function bandCell(value: number | null, unit: Unit): TwinCell {
  return value === null ? 'not shown' : numberIn(value, unit);
}
