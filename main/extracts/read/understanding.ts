import type { Dialect } from './dialect/dialect.ts';
import type { ScannerOptions } from './scan.ts';
import type { ReadingWarning } from './warning.ts';

/** What a person says about a file; whatever is absent is told from its content. */
export interface ReadingOptions {
  /** Physical line of the row of names, 1-based; 0 says that there is none. */
  header?: number;
  delimiter?: string;
  /** null: quotes mean nothing. */
  quote?: string | null;
  /** null: quotes inside quotes stand bare. */
  escape?: string | null;
  /** A WHATWG encoding label. */
  encoding?: string;
  /** Name of the sheet of a workbook; the first visible one if absent. */
  sheet?: string;
  /** Where only a person can know (two tables, a delimiter of several signs): refuse with the question, or take the likeliest. */
  unsure?: 'ask' | 'guess';
}

/** What a file was packed in: nothing, gzip, or a workbook whose sheet was turned into text. */
export type Container = 'plain' | 'gzip' | 'workbook';

export type Newline = '\n' | '\r\n' | '\r' | 'mixed';

/** How a delimited file is to be read. Offsets count bytes of the UTF-8 stream that its source gives. */
export interface Understanding extends Dialect {
  /** Base name. */
  file: string;
  encoding: string;
  container: Container;
  newline: Newline;
  /** Every row ends with one delimiter that means nothing. */
  trailingDelimiter: boolean;
  /** Physical lines before the first row of names, blank ones included. */
  preambleLines: number;
  /** Names that tell columns apart, one for each column; numbered where the file has none. */
  header: string[];
  /** The names as they stand in the file, several rows joined; empty without a header. */
  headerText: string[];
  hasHeader: boolean;
  /** Physical line, 1-based, of the first row of names; 0 without a header. */
  headerLine: number;
  /** Physical line, 1-based, and offset at which the data starts. */
  dataLine: number;
  dataOffset: number;
  /** Offset at which the data ends if another table follows beyond the sample; else null: it ends before the footer. */
  dataEnd: number | null;
  /** Bytes at the end of the stream that are no data: totals, remarks, a second table. */
  footerBytes: number;
  /** Records in them, and physical lines. */
  footerRecords: number;
  footerLines: number;
  /** Cells of those records, for reconciling totals. */
  footer: string[][];
  warnings: ReadingWarning[];
}

/** What a scanner needs to know to read the data of an understood file. */
export function scannerOptions(understanding: Understanding): ScannerOptions {
  const { file, delimiter, quote, escape, trailingDelimiter, header, dataLine, dataOffset } = understanding;
  const place = { firstLine: dataLine, firstOffset: dataOffset, file };
  return { delimiter, quote, escape, trailingDelimiter, columns: header.length, ...place };
}
