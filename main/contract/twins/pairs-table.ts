import { NO_DATA } from '../format.ts';
import type { PairsChart } from '../page.ts';
import { numberIn, type TwinTable } from './twin-table.ts';

/** Pairs of bars as a table: a row a pair, a column a measure. */
export function pairsTable({ measures, bars, unit }: PairsChart): TwinTable {
  return {
    head: ['', ...measures.map(({ label }) => label)],
    rows: bars.map(({ label, values }) => [
      label,
      ...measures.map((_, index) => {
        const value = values[index] ?? null;
        return value === null ? NO_DATA : numberIn(value, unit);
      }),
    ]),
  };
}
