import { tableWidth, type SampleRecord } from './sample-records.ts';

/** How the names of a table and the width of its rows fit together. */
export interface ColumnFit {
  /** One row or several, each with `columns` cells. */
  headerRows: string[][];
  columns: number;
  /** Rows end with one delimiter that the header lacks, or that names nothing. */
  trailingDelimiter: boolean;
  /** Why cells were added to or taken from the header, as a sentence; empty if it fitted. */
  note: string;
}

/** Share of rows that must agree before the header is adapted to them. */
const AGREE = 0.95;

/** Share of rows that must be of one width before the header is doubted. */
const MAJORITY = 0.6;

/** Fits a header to the rows below it: rows decide how many columns there are, unless they are merely short. */
export function fitColumns(headerRows: string[][], body: SampleRecord[]): ColumnFit {
  const rows = body.filter((record) => !record.blank);
  const names = headerRows[headerRows.length - 1] ?? [];
  const width = widthOf(rows, names.length);
  const typical = rows.filter((record) => record.cells.length === width);
  const plain = { headerRows, columns: width, trailingDelimiter: false, note: '' };
  if (headerRows.length === 0 || rows.length === 0) return plain;
  const agreed = typical.length >= AGREE * rows.length;
  const endsEmpty = typical.every((record) => record.cells[width - 1].trim() === '');

  if (names.length === width) {
    const lastUnnamed = headerRows.every((row) => (row[width - 1] ?? '').trim() === '');
    if (width < 3 || !lastUnnamed || !endsEmpty) return plain;
    return {
      ...plain,
      headerRows: headerRows.map((row) => row.slice(0, width - 1)),
      columns: width - 1,
      trailingDelimiter: true,
    };
  }
  if (names.length < width) {
    const missing = width - names.length;
    if (missing === 1 && agreed && endsEmpty) return { ...plain, columns: names.length, trailingDelimiter: true };
    const rowNumbers =
      missing === 1 &&
      typical.length > 1 &&
      typical.every((record, i) => Number(record.cells[0]) === Number(typical[0].cells[0]) + i);
    const blanks = Array.from({ length: missing }, () => '');
    return {
      ...plain,
      headerRows: headerRows.map((row) => (rowNumbers ? [...blanks, ...row] : [...row, ...blanks])),
      note: rowNumbers
        ? 'The first column, a row number, has no name.'
        : `Rows have ${width} cells but the header names only ${names.length}; the last columns were numbered.`,
    };
  }
  const surplus = names.length - width;
  const unnamed = names.flatMap((name, c) => (name.trim() === '' ? [c] : []));
  if (agreed && unnamed.length === surplus) {
    return {
      ...plain,
      headerRows: headerRows.map((row) => row.filter((_, c) => !unnamed.includes(c))),
      note: `The header had ${surplus} empty name(s) more than the rows have cells; they were left out.`,
    };
  }
  return { ...plain, columns: names.length };
}

/** The width of most rows, or that of the header where rows differ too much to tell. */
function widthOf(rows: SampleRecord[], named: number): number {
  const width = tableWidth(rows);
  const agreeing = rows.filter((record) => record.cells.length === width).length;
  return named > 0 && agreeing < MAJORITY * rows.length ? named : width || named || 1;
}
