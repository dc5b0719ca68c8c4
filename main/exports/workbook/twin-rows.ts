import type { Chart } from '../../contract/page.ts';
import { isEmpty } from '../../contract/empty-chart.ts';
import { twinOf } from '../../contract/twins/chart-table.ts';
import type { TwinCell } from '../../contract/twins/twin-table.ts';
import { numberCell } from './number-cell.ts';
import { grid, line, words, type SheetCell, type SheetRow } from './sheet.ts';

/** A column of a twin, and which columns of the sheet it needs: a number, its bounds, or both. */
type Column = { label: string; hasValue: boolean; hasBounds: boolean };

/** A chart as a table: the values that the window shows beside it, with bounds in columns of their own. */
export function chartRows(chart: Chart): SheetRow[] {
  return [
    line(chart.title, 'section'),
    ...(chart.subtitle === '' ? [] : [line(chart.subtitle, 'muted')]),
    ...(isEmpty(chart) ? [line('No data in this scope.')] : twinRows(chart)),
  ];
}

function twinRows(chart: Chart): SheetRow[] {
  const { head, rows } = twinOf(chart);
  const columns = head.map((label, index) =>
    columnOf(
      label,
      rows.map((cells) => cells[index] ?? ''),
    ),
  );
  return grid(
    columns.flatMap(({ label, hasValue, hasBounds }) => [
      ...(hasValue ? [label] : []),
      ...(hasBounds ? [`${label}, lower`, `${label}, upper`] : []),
    ]),
    rows.map((cells) => columns.flatMap((column, index) => cellsOf(cells[index] ?? '', column))),
  );
}

function columnOf(label: string, cells: readonly TwinCell[]): Column {
  const numbers = cells.filter((cell) => typeof cell !== 'string');
  const hasBounds = numbers.some(({ bounds }) => bounds !== null);
  return { label, hasBounds, hasValue: !hasBounds || numbers.some(({ value }) => value !== null) };
}

/** Words stand in the first of the columns, where the number would be. */
function cellsOf(cell: TwinCell, { hasValue, hasBounds }: Column): SheetCell[] {
  const blank = words('');
  const width = (hasValue ? 1 : 0) + (hasBounds ? 2 : 0);
  if (typeof cell === 'string') return [words(cell), ...Array.from({ length: width - 1 }, () => blank)];
  const { value, bounds } = cell;
  const shown = (number: number | undefined | null): SheetCell =>
    number === null || number === undefined ? blank : numberCell(number, cell);
  return [...(hasValue ? [shown(value)] : []), ...(hasBounds ? [shown(bounds?.lower), shown(bounds?.upper)] : [])];
}
