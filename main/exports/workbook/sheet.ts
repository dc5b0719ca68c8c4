/** A sheet of a workbook before any library knows of it. */
export type Sheet = {
  /** Unique, at most 31 characters, none of [ ] : * ? / \ among them. */
  name: string;
  rows: SheetRow[];
  /** Rows that stay in sight. */
  frozen: number;
};

export type SheetRow = {
  cells: SheetCell[];
  /** The last cell is prose and runs on to the last column of the sheet. */
  prose: boolean;
};

/** Text stays text whatever it begins with; a number has its number format, a link the sheet that it leads to. */
export type SheetCell = { text: string; look: Look; sheet: string | null } | NumberCell;

export type NumberCell = { number: number; format: string; look: Look };

export type Look = 'plain' | 'mark' | 'title' | 'section' | 'head' | 'headOfNumbers' | 'reason' | 'strong' | 'muted';

export function words(text: string, look: Look = 'plain'): SheetCell {
  return { text, look, sheet: null };
}

export function linkTo(sheet: string, text: string): SheetCell {
  return { text, look: 'plain', sheet };
}

export const EMPTY: SheetRow = { cells: [], prose: false };

/** One text over the whole width. */
export function line(text: string, look: Look = 'plain'): SheetRow {
  return { cells: [words(text, look)], prose: true };
}

/** A name and what it stands for, over the rest of the width. */
export function fact(name: string | SheetCell, value: SheetCell): SheetRow {
  return { cells: [typeof name === 'string' ? words(name, 'muted') : name, value], prose: true };
}

/** A table: a row of headings, then its rows. In a column of numbers, words are why there is none. */
export function grid(head: readonly string[], rows: readonly SheetCell[][]): SheetRow[] {
  const ofNumbers = head.map((_, column) => rows.some((cells) => column > 0 && 'number' in (cells[column] ?? {})));
  const inColumn = (cell: SheetCell, column: number): SheetCell =>
    ofNumbers[column] && 'text' in cell ? { ...cell, look: 'reason' } : cell;
  return [
    { cells: head.map((label, column) => words(label, ofNumbers[column] ? 'headOfNumbers' : 'head')), prose: false },
    ...rows.map((cells) => ({ cells: cells.map(inColumn), prose: false })),
  ];
}
