import { namesColumns, profileBody } from './body-profile.ts';
import { cellKind, filledCells } from './cell-kind.ts';
import { MAX_HEADER_ROWS, sameNames } from './header.ts';
import { tableWidth, type SampleRecord } from './sample-records.ts';

/** Rows after a possible second header that are looked at. */
const LOOK_AHEAD = 200;
/** Rows of a form above the table ("From: ...; To: ...") that are no table of their own. */
const FORM_ROWS = 10;
const FORM_COLUMNS = 2;
/** Share of the rows after a row of names that must be as wide. */
const STEADY = 0.8;

/**
 * Finds where a second table begins: a row of names, well after the first rows, that repeats the first header, or
 * over which the rows change their width for good, or that follows a blank line and names columns of values.
 * Out: index of its row of names, or -1.
 */
export function findSecondTable(records: SampleRecord[]): number {
  const header = records.find((record) => !record.blank && filledCells(record.cells) >= 2);
  if (header === undefined) return -1;
  const start = records.indexOf(header);
  let width = header.cells.length;
  for (let i = start + 1; i < records.length; i++) {
    const record = records[i];
    if (record.blank) continue;
    const gap = records[i - 1].blank;
    const repeats = sameNames(record.cells, header.cells);
    const differs = record.cells.length !== width;
    width = record.cells.length;
    if (i < start + 2 || width < 2 || !(gap || repeats || differs) || !isRowOfNames(record.cells)) continue;

    const before = records.slice(0, i).filter((each) => !each.blank);
    const after = records.slice(i + 1, i + 1 + LOOK_AHEAD).filter((each) => !each.blank);
    if (before.length < 2 || after.length < 1) continue;
    const widthBefore = tableWidth(before);
    const widthAfter = tableWidth(after);
    if (before.length <= FORM_ROWS && widthBefore <= FORM_COLUMNS && widthAfter > widthBefore) continue;
    if (repeats && before.length > MAX_HEADER_ROWS) return i;
    if (width !== widthAfter || widthBefore < 2) continue;
    const steady = after.filter((each) => each.cells.length === widthAfter).length >= STEADY * after.length;
    if (!steady || !namesColumns(record.cells, profileBody(after, widthAfter))) continue;
    if (widthAfter !== widthBefore && after.length > 1) return i;
    if (gap && before.length > MAX_HEADER_ROWS && namesColumns(record.cells, profileBody(before.slice(1), widthBefore)))
      return i;
  }
  return -1;
}

function isRowOfNames(cells: string[]): boolean {
  const kinds = cells.map(cellKind);
  if (kinds.some((kind) => kind !== 'text' && kind !== 'empty' && kind !== 'code')) return false;
  if (kinds.filter((kind) => kind === 'text').length < cells.length / 2) return false;
  const names = cells.map((cell) => cell.trim().toLowerCase()).filter((name) => name !== '');
  return new Set(names).size === names.length;
}
