import { displayText } from '../../contract/format.ts';
import { cellText } from '../../contract/paper/cell-text.ts';
import { cellAbsence } from '../../contract/absence.ts';
import type { Table, TableCell, TableRow } from '../../contract/page.ts';
import { LEADING } from '../../contract/drawing/labels.ts';
import { CELL_EDGE, columnInsets, columnWidths } from './column-widths.ts';
import { headingItems } from './heading-items.ts';
import { moreInWorkbook } from './more-in-workbook.ts';
import type { Box, Cell, SlideItem, TableItem, TableLine } from './slide.ts';
import { INK, lineCount, MUTED, RULE, textHeight, textItem } from './text-items.ts';

/** Type sizes and the room above and below a line, from open to close: the first that holds all rows is taken. */
const DENSITIES = [
  { size: 13, pad: 12 },
  { size: 12, pad: 9 },
  { size: 11.5, pad: 6 },
  { size: 11, pad: 4 },
  { size: 10.5, pad: 2 },
];
const NOTE = 11;

type Density = (typeof DENSITIES)[number];

/** The table of a page with its heading. What has no room is counted, and why figures are missing stands beneath. */
export function tableItems(table: Table, box: Box): SlideItem[] {
  const { items, height } = headingItems(table, box);
  const note = absencesIn(table);
  const foot = note === '' ? 0 : textHeight([note], box.width, { size: NOTE }) + 6;
  const room = { ...box, y: box.y + height, height: box.height - height - foot };
  const item = fitted(table, room);
  const below = { ...box, y: room.y + item.box.height + 6, height: foot };
  return [
    ...items,
    item,
    ...(note === '' ? [] : [textItem('Missing figures', below, [[{ text: note, size: NOTE, color: MUTED }]])]),
  ];
}

function fitted(table: Table, room: Box): TableItem {
  const whole = DENSITIES.map((density) => laidOut(table, table.rows.length, room, density)).find(
    (item) => item.box.height <= room.height,
  );
  if (whole) return whole;
  const tightest = DENSITIES.at(-1)!;
  let count = table.rows.length - 1;
  while (count > 1 && laidOut(table, count, room, tightest).box.height > room.height) count -= 1;
  return laidOut(table, count, room, tightest);
}

function laidOut({ title, subtitle, columns, rows }: Table, count: number, room: Box, density: Density): TableItem {
  const shown = rows.slice(0, count);
  const head = columns.map(({ label }) => displayText(label));
  const body = shown.map((row) => columns.map((column, index) => cellText(row.cells[index] ?? { text: '' }, column)));
  const isNumber = columns.map(({ kind }) => kind !== 'text');
  const insets = columnInsets(isNumber);
  const widths = columnWidths([head, ...body], room.width, { size: density.size, isNumber });
  const line = (texts: readonly string[], cell: (text: string, index: number) => Cell): TableLine => ({
    height: heightOf(texts, { widths, insets }, density),
    cells: texts.map((text, index) => ({ ...cell(text, index), inset: insets[index] })),
  });
  const lines = [
    line(head, (text, index) => headCell(text, isNumber[index], density)),
    ...body.map((texts, at) => line(texts, (text, index) => bodyCell(text, shown[at], isNumber[index], density))),
    ...(count < rows.length ? [moreLine(rows.length - count, columns.length, density)] : []),
  ];
  const height = lines.reduce((sum, each) => sum + each.height, 0);
  const description = [displayText(title), displayText(subtitle)].filter(Boolean).join('. ');
  return {
    kind: 'table',
    name: displayText(title),
    description,
    box: { ...room, height },
    columns: widths,
    rows: lines,
  };
}

type Columns = { widths: readonly number[]; insets: readonly number[] };

function heightOf(texts: readonly string[], { widths, insets }: Columns, { size, pad }: Density): number {
  const lines = texts.map((text, index) =>
    lineCount(text, Math.max(1, widths[index] - insets[index] - CELL_EDGE), { size, bold: true }),
  );
  return Math.max(...lines) * size * LEADING + pad;
}

function headCell(text: string, isNumber: boolean, { size }: Density): Cell {
  const align = isNumber ? 'right' : 'left';
  return { text, size: size - 0.5, color: MUTED, bold: false, align, inset: CELL_EDGE, fill: null, rule: '#c3cad4' };
}

function bodyCell(text: string, { heads, remainder }: TableRow, isNumber: boolean, { size }: Density): Cell {
  return {
    text,
    size,
    color: remainder ? MUTED : INK,
    bold: heads === true,
    align: isNumber ? 'right' : 'left',
    inset: CELL_EDGE,
    fill: null,
    rule: RULE,
  };
}

function moreLine(count: number, columns: number, { size, pad }: Density): TableLine {
  const cell = (text: string): Cell => ({
    text,
    size,
    color: MUTED,
    bold: false,
    align: 'left',
    inset: CELL_EDGE,
    fill: null,
    rule: null,
  });
  return {
    height: size * LEADING + pad,
    cells: Array.from({ length: columns }, (_, index) => cell(index === 0 ? moreInWorkbook(count) : '')),
  };
}

/** The reasons for figures that are not there: on the screen they stand behind the cells, on a slide nothing does. */
function absencesIn({ columns, rows }: Table): string {
  const reasons = rows.flatMap(({ cells }) => cells.slice(0, columns.length).flatMap(reasonOf));
  return reasons.length === 0 ? '' : `n/a: ${[...new Set(reasons)].join('; ')}`;
}

function reasonOf(cell: TableCell): string[] {
  if ('text' in cell || cell.value !== null) return [];
  return [displayText(cellAbsence(cell.absence))];
}
