/** The sheet of a chart's workbook, and its cells: places in the first column, a series in each of the next. */
export const SHEET = 'Data';

/** "B", "AA": the column of the n-th series, from 0; the places stand before it. */
export function seriesColumn(index: number): string {
  let name = '';
  for (let left = index + 1; left >= 0; left = Math.floor(left / 26) - 1)
    name = String.fromCharCode(65 + (left % 26)) + name;
  return name;
}

/** The cells of a column under its heading. */
export function cellsOf(column: string, count: number): string {
  return `${SHEET}!$${column}$2:$${column}$${count + 1}`;
}
