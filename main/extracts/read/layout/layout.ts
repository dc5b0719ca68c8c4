import { findHeader, type HeaderPlace } from './header.ts';
import { RefusedInput } from '../refused.ts';
import { tableWidth, type SampleRecord } from './sample-records.ts';
import { findSecondTable } from './second-table.ts';
import type { ReadingOptions } from '../understanding.ts';

/** The records of the head of a file, parted. */
export interface Layout {
  preamble: SampleRecord[];
  /** Rows of names. */
  header: SampleRecord[];
  /** Data rows, and a footer if the head reaches so far. */
  body: SampleRecord[];
  /** A second table and what follows it. */
  second: SampleRecord[];
}

/**
 * Parts records into preamble, header, data and second table.
 * Throws RefusedInput for a header line that holds no row, and for a second table unless `unsure` says to guess or the
 * header line was given.
 */
export function findLayout(records: SampleRecord[], options: ReadingOptions, file: string): Layout {
  if (options.header !== undefined) {
    const place = placeGiven(records, options.header, file);
    const second = findSecondTable(records.slice(place.first));
    return part(records, place, second < 0 ? records.length : place.first + second);
  }
  const second = findSecondTable(records);
  const end = second < 0 ? records.length : second;
  const table = records.slice(0, end);
  const place = findHeader(table, tableWidth(table));
  if (second >= 0 && options.unsure !== 'guess') throw twoTables(records[place.first], records[end], file);
  return part(records, place, end);
}

function part(records: SampleRecord[], place: HeaderPlace, end: number): Layout {
  return {
    preamble: records.slice(0, place.first),
    header: records.slice(place.first, place.body),
    body: records.slice(place.body, end),
    second: records.slice(end),
  };
}

function placeGiven(records: SampleRecord[], line: number, file: string): HeaderPlace {
  if (line === 0) {
    const { first } = findHeader(records, tableWidth(records));
    return { first, body: first };
  }
  const first = records.findIndex((record) => record.line === line && !record.blank);
  if (first >= 0) return { first, body: first + 1 };
  throw new RefusedInput(
    'header_not_found',
    `Line ${line} of ${file} does not begin a row of names. Count the lines from 1, blank ones included.`,
    { file, row: line },
  );
}

function twoTables(first: SampleRecord, second: SampleRecord, file: string): RefusedInput {
  const names = (record: SampleRecord) => record.cells.slice(0, 4).join(', ');
  return new RefusedInput(
    'two_tables',
    `${file} holds two tables: one with its header at line ${first.line} (${names(first)}), one at line ${second.line} (${names(second)}). Say which with --set header=${first.line} or --set header=${second.line}, or split the file.`,
    { file, row: second.line },
  );
}
