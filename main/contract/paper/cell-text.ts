import { displayText, formatValue } from '../format.ts';
import type { TableCell, TableColumn } from '../page.ts';

/** A cell as printed. Differences of shares are points; where the heading already says "pt" the cell does not repeat it. */
export function cellText(cell: TableCell, column: TableColumn): string {
  if ('text' in cell) return displayText(cell.text);
  if (column.unit === null)
    return cell.value === null
      ? formatValue(null, 'count')
      : formatValue(cell.value, 'count', { full: true, signed: column.signed });
  const named = /\bpt\b/.test(column.label);
  const points = column.unit === 'share' && (column.signed || named);
  // Counts and hours in full: rows of one column are compared and added up by the reader.
  const full = column.unit === 'count' || column.unit === 'hours';
  const text = formatValue(cell.value, column.unit, { currency: column.currency, signed: column.signed, points, full });
  return points && named ? text.replace(/ pt$/, '') : text;
}

/**
 * The largest size in each bar column, so that bars of one column compare. Zero where there is none.
 * The remainder sums many rows and would dwarf them, so it does not count.
 */
export function barMaxima(
  columns: readonly TableColumn[],
  rows: readonly { cells: TableCell[]; remainder: boolean }[],
): number[] {
  return columns.map((column, index) => {
    if (column.kind !== 'bar') return 0;
    const sizes = rows
      .filter((row) => !row.remainder)
      .map((row) => row.cells[index])
      .map((cell) => (cell && 'value' in cell ? Math.abs(cell.value ?? 0) : 0));
    return Math.max(0, ...sizes);
  });
}
