import { fitsColumn, namesColumns, profileBody, type BodyProfile } from './body-profile.ts';
import { cellKind, filledCells, isValue } from './cell-kind.ts';
import type { SampleRecord } from './sample-records.ts';

/** Rows of names above a table, at most. */
export const MAX_HEADER_ROWS = 3;

/** Where the names of a table stand, as indices into its records. */
export interface HeaderPlace {
  /** First row of names; equals `body` where there are none. */
  first: number;
  /** First data row: the number of records if there is none. */
  body: number;
}

/**
 * Finds the rows of names of a table that is `columns` wide, past titles and blank lines.
 * The first row that is at least half filled is the row of names, unless it looks like the data below it; a row of
 * another width that holds values is passed over.
 * a sparser row directly above it (names of groups) and further rows without values directly below belong to it.
 */
export function findHeader(records: SampleRecord[], columns: number): HeaderPlace {
  const first = records.findIndex((record, i) => {
    if (record.blank || !isWide(record, columns)) return false;
    return record.cells.length === columns || isHeader(record.cells, profileBody(records.slice(i + 1), columns));
  });
  if (first < 0) {
    const any = Math.max(
      0,
      records.findIndex((record) => !record.blank),
    );
    return { first: any, body: any };
  }
  if (!isHeader(records[first].cells, profileBody(records.slice(first + 1), columns))) return { first, body: first };

  let body = first + 1;
  while (
    body - first < MAX_HEADER_ROWS &&
    body < records.length &&
    isFurtherHeader(records[body], records[first], profileBody(records.slice(body + 1), columns))
  )
    body++;
  const above = records[first - 1];
  const grouped =
    above !== undefined &&
    !above.blank &&
    above.cells.length === records[first].cells.length &&
    above.cells[0].trim() === '' &&
    filledCells(above.cells) >= 2;
  return { first: grouped && body - first < MAX_HEADER_ROWS ? first - 1 : first, body };
}

function isWide(record: SampleRecord, columns: number): boolean {
  if (columns === 1) return true;
  const filled = filledCells(record.cells);
  return record.cells.length > columns / 2 && filled >= 2 && filled >= columns / 2;
}

/** Whether the first wide row holds names: judged column by column against the rows below it. */
export function isHeader(cells: string[], body: BodyProfile): boolean {
  let names = 0;
  let values = 0;
  cells.forEach((cell, c) => {
    const kind = cellKind(cell);
    if (kind === 'empty') return;
    const below = body.kinds[c] ?? 'empty';
    if (isValue(below)) {
      if (!isValue(kind)) names++;
      else if (fitsColumn(cell, c, body)) values++;
    } else if (below === 'code') {
      // Names may look like identifiers too: Q1, Hrs2.
      if (kind === 'text') names++;
      else if (kind === 'code') values += 0.5;
    } else if (isValue(kind)) values += 0.5;
  });
  if (names === 0 && values === 0) return true;
  return names >= values || arePeriods(cells, names > 0);
}

/** Rising years over columns of figures, as in "site,2023,2024,2025"; other rising numbers only if `named` columns speak for it. */
function arePeriods(cells: string[], named: boolean): boolean {
  const numbers = cells.filter((cell) => cellKind(cell) === 'number').map(Number);
  if (numbers.length < 2 || numbers.length === cells.length) return false;
  return numbers.every(
    (number, i) =>
      Number.isInteger(number) && (i === 0 || number > numbers[i - 1]) && (named || (number >= 1900 && number <= 2100)),
  );
}

function isFurtherHeader(record: SampleRecord, header: SampleRecord, body: BodyProfile): boolean {
  if (record.blank || record.cells.length !== header.cells.length) return false;
  if (sameNames(record.cells, header.cells)) return true;
  return (
    filledCells(record.cells) >= record.cells.length / 2 &&
    namesColumns(record.cells, body) &&
    namesColumns(header.cells, body)
  );
}

/** Whether two rows hold the same names, case and blanks aside. */
export function sameNames(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell.trim().toLowerCase() === b[i].trim().toLowerCase());
}
