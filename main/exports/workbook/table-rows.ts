import { cellAbsence } from '../../contract/absence.ts';
import type { Table, TableCell, TableColumn, TableRow } from '../../contract/page.ts';
import { numberCell } from './number-cell.ts';
import { grid, line, words, type Look, type SheetCell, type SheetRow } from './sheet.ts';

/** The table of a page; what heads a group is strong, what is left over is set apart. */
export function tableRows({ title, subtitle, columns, rows }: Table): SheetRow[] {
  if (columns.length === 0) return [];
  return [
    line(title, 'section'),
    ...(subtitle === '' ? [] : [line(subtitle, 'muted')]),
    ...grid(
      columns.map(({ label }) => label),
      rows.map((row) => columns.map((column, index) => cellOf(row.cells[index] ?? { text: '' }, column, lookOf(row)))),
    ),
  ];
}

function cellOf(cell: TableCell, column: TableColumn, look: Look): SheetCell {
  if ('text' in cell) return words(cell.text, look);
  if (cell.value === null) return words(cellAbsence(cell.absence), look);
  return numberCell(cell.value, column, look);
}

function lookOf({ heads, remainder }: TableRow): Look {
  return heads ? 'strong' : remainder ? 'muted' : 'plain';
}
