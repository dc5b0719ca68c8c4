import { cellKind, filledCells, isValue, type CellKind } from './cell-kind.ts';
import type { SampleRecord } from './sample-records.ts';

const PROFILED_RECORDS = 500;
/** Share of a column's filled cells that make its kind. */
const DOMINANT = 0.8;

/** What the data rows of a table have in common. */
export interface BodyProfile {
  columns: number;
  rows: number;
  /** Kind that most filled cells of a column have; 'text' where mixed, 'empty' where nothing is filled. */
  kinds: CellKind[];
  /** Share of rows in which the column is filled. */
  filled: number[];
  /** Filled cells that nine of ten rows reach. */
  typicalFilled: number;
}

/** Profiles the records of the given width. */
export function profileBody(records: SampleRecord[], columns: number): BodyProfile {
  const body = records.filter((record) => !record.blank && record.cells.length === columns).slice(0, PROFILED_RECORDS);
  const kinds: CellKind[] = [];
  const filled: number[] = [];
  for (let c = 0; c < columns; c++) {
    const counts = new Map<CellKind, number>();
    let seen = 0;
    for (const record of body) {
      const kind = cellKind(record.cells[c]);
      if (kind === 'empty') continue;
      seen++;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const [kind, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['empty', 0];
    kinds.push(seen === 0 ? 'empty' : count >= DOMINANT * seen ? kind : 'text');
    filled.push(body.length === 0 ? 0 : seen / body.length);
  }
  const fills = body.map((record) => filledCells(record.cells)).sort((a, b) => a - b);
  return { columns, rows: body.length, kinds, filled, typicalFilled: fills[Math.floor(fills.length / 10)] ?? 0 };
}

/** Whether a cell could be a value of its column, going by kind; text columns take anything. */
export function fitsColumn(cell: string, c: number, profile: BodyProfile): boolean {
  const kind = cellKind(cell);
  return kind === profile.kinds[c];
}

/** Whether a row of names could stand above this body: no values in it, text above at least one column of values. */
export function namesColumns(cells: string[], profile: BodyProfile): boolean {
  if (cells.some((cell) => isValue(cellKind(cell)))) return false;
  return cells.some((cell, c) => {
    const below = profile.kinds[c];
    const kind = cellKind(cell);
    return (kind === 'text' && (isValue(below) || below === 'code')) || (kind === 'code' && isValue(below));
  });
}
