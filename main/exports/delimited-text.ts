type Cell = string | number | null;

/** Signs with which a spreadsheet would take text for a formula. */
const FORMULA_START = /^[=+\-@\t\r\0＝＋－＠]/;

/** RFC 4180 text with CRLF ends. Text that a spreadsheet would run as a formula is made inert with a leading apostrophe. */
export function delimitedText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const isNumber = /^[+-]?\d+(\.\d+)?$/.test(cell);
  const safe = FORMULA_START.test(cell) && !isNumber ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
