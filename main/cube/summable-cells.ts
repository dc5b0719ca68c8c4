import type { SortedCells } from '../facts/cells.ts';
import type { IntegerArray } from '../facts/packed.ts';
import { Columns } from './columns.ts';
import type { Sum } from './columns.ts';

/** Cells by tuple, or by group of tuples: those of group g are start[g] to start[g + 1], sorted by month and pay code. */
export type SummableCells = {
  start: Uint32Array;
  month: Uint16Array;
  payCode: Uint16Array;
  columns: Columns;
};

/** What stands beside the cells of a rollup, one entry per cell. */
export type CellExtras = Record<'load' | 'variableLoad' | 'overtimePremium' | 'unratedHours', () => Float64Array>;

export function summableCells(cells: SortedCells, extras: CellExtras): SummableCells {
  const { start, month, payCode } = cells;
  const columns: Columns = new Columns(month.length, (sum) => {
    const values = columnOf(sum);
    return anyNonZero(values) ? values : null;
  });
  const columnOf = (sum: Sum): Float64Array => {
    switch (sum) {
      case 'load':
      case 'variableLoad':
      case 'overtimePremium':
      case 'unratedHours':
        return extras[sum]();
      case 'hourlessCost':
        return hourless(columns.get('hours'), columns.get('cost'));
      default:
        return unpacked(cells[sum].values, cells[sum].scale);
    }
  };
  return { start, month, payCode, columns };
}

/** Money of cells without any hours. */
function hourless(hours: Float64Array, cost: Float64Array): Float64Array {
  const values = new Float64Array(cost.length);
  for (let i = 0; i < values.length; i++) if (hours[i] === 0) values[i] = cost[i];
  return values;
}

/** One kind of array for all columns: a loop over several kinds is many times slower. */
function unpacked(packed: IntegerArray, scale: number): Float64Array {
  const values = new Float64Array(packed);
  if (scale !== 1) for (let i = 0; i < values.length; i++) values[i] *= scale;
  return values;
}

function anyNonZero(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) return true;
  return false;
}
