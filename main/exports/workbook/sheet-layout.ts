import type { Sheet, SheetCell, SheetRow } from './sheet.ts';

/** Widths of columns in characters, and heights of rows in points for rows of more than one line. */
export type SheetLayout = { widths: number[]; heights: Map<number, number> };

/** Room for prose, in columns, on sheets whose tables are narrower. */
const LEAST_COLUMNS = 7;
const WIDTH = { least: 13, first: 44, most: 36, head: 18, ofSentences: 72 };
const LINE = { plain: 15, title: 21 };
/** Bold type and words that do not break where the line ends. */
const LOOSE = 1.08;

/** Columns as wide as their tables need within limits; rows as high as their longest cell, prose over the whole width. */
export function layOut({ rows }: Sheet): SheetLayout {
  const count = Math.max(LEAST_COLUMNS, ...rows.map(({ cells }) => cells.length));
  const widths = Array.from({ length: count }, (_, column) => widthOf(rows, column));
  const heights = new Map<number, number>();
  rows.forEach((row, index) => {
    const lines = Math.max(1, ...row.cells.map((cell, column) => linesOf(cell, roomOf(row, column, widths))));
    const isTitle = row.cells.some(({ look }) => look === 'title');
    if (lines > 1 || isTitle) heights.set(index, Math.min(409, lines * (isTitle ? LINE.title : LINE.plain)));
  });
  return { widths, heights };
}

function widthOf(rows: readonly SheetRow[], column: number): number {
  const own = rows.flatMap(({ cells, prose }) => (prose && column === cells.length - 1 ? [] : (cells[column] ?? [])));
  const longest = Math.max(0, ...own.map(needed));
  const most = column === 0 ? WIDTH.first : longest > WIDTH.ofSentences - 12 ? WIDTH.ofSentences : WIDTH.most;
  return Math.min(most, Math.max(WIDTH.least, Math.ceil(longest * LOOSE) + 1));
}

/** Headings break into lines; a number that does not fit would be shown as a row of hashes. */
function needed(cell: SheetCell): number {
  if ('text' in cell) return cell.look.startsWith('head') ? Math.min(WIDTH.head, cell.text.length) : cell.text.length;
  const { number, format } = cell;
  const whole = String(Math.trunc(Math.abs(number) * (format.includes('%') ? 100 : 1))).length;
  const sign = 1;
  const symbol = /"([^"]*)"/.exec(format)?.[1].length ?? 0;
  return sign + symbol + Math.ceil((whole * 4) / 3) + '.00%'.length + 1;
}

function roomOf({ cells, prose }: SheetRow, column: number, widths: readonly number[]): number {
  if (!prose || column < cells.length - 1) return widths[column];
  return widths.slice(column).reduce((sum, width) => sum + width, 0);
}

function linesOf(cell: SheetCell, room: number): number {
  if ('number' in cell) return 1;
  const wide = cell.look === 'title' ? 1.45 : LOOSE;
  return Math.ceil((cell.text.length * wide) / room);
}
