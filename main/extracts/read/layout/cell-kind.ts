/** What the text of a cell looks like, to tell headings from data. Marks without letter or digit stand for nothing. */
export type CellKind = 'empty' | 'number' | 'date' | 'time' | 'code' | 'text';

const NUMBER = /^[-+(]?\s?[$€£¥]?\s?-?(\d{1,3}([,.'\u00a0\u202f ]\d{3})+|\d+)?([.,]\d+)?([eE][-+]?\d+)?\s?[%€£$)]?-?$/;
const DIGIT = /\d/;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d{1,2}:\d{2}.*)?$/;
const NAMED_DATE = /^\d{1,2}[- ./](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ./,]+\d{2,4}$/i;
const TIME = /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?$/i;
/** Letters and digits without blanks, as identifiers are: MG-8769, W100018, E|3. */
const CODE = /^(?=.*\d)[\p{L}\d][\p{L}\d_\-/.|#]*$/u;

export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty';
  if (text.length > 64) return 'text';
  if (DIGIT.test(text)) {
    if (DATE.test(text) || NAMED_DATE.test(text)) return 'date';
    if (TIME.test(text)) return 'time';
    if (NUMBER.test(text)) return 'number';
    if (CODE.test(text)) return 'code';
  }
  return 'text';
}

/** Whether a kind says that the cell holds a value and is no name of a column. */
export function isValue(kind: CellKind): boolean {
  return kind === 'number' || kind === 'date' || kind === 'time';
}

/** Cells that are not empty. */
export function filledCells(cells: string[]): number {
  let filled = 0;
  for (const cell of cells) if (cell.trim() !== '') filled++;
  return filled;
}
