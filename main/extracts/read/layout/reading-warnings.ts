import type { Layout } from './layout.ts';
import { RecordProblem } from '../scanning/problem.ts';
import type { SampleRecord } from './sample-records.ts';
import type { Understanding } from '../understanding.ts';
import type { ReadingWarning } from '../warning.ts';

const LINES_SHOWN = 5;

/** What a person should know about how a file was understood. */
export function warnAbout(understanding: Understanding, layout: Layout, fitNote: string): ReadingWarning[] {
  const { file, headerLine: line, quote } = understanding;
  const warnings: ReadingWarning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message, ...(line > 0 ? { line } : {}) });

  const preamble = layout.preamble.filter((record) => !record.blank);
  if (preamble.length > 0)
    warn(
      'preamble_skipped',
      `${lines(understanding.preambleLines)} before the table skipped: ${quoteRows(preamble.map((record) => record.cells))}.`,
    );
  if (layout.header.length > 1)
    warn('several_header_rows', `The header has ${layout.header.length} rows; their names were joined.`);
  if (layout.header.length === 0) warn('no_header', `${file} has no row of names; the columns were numbered.`);
  if (layout.body.every((record) => record.blank)) warn('no_rows', `${file} has a header but no rows.`);
  if (fitNote !== '') warn('header_adapted', fitNote);
  if (understanding.escape === '\\') warn('backslash_escapes', 'Quotes inside quotes are written with a backslash.');
  if (quote !== null && understanding.escape === null)
    warn('bare_quotes', 'Quotes inside quotes stand bare; a quote ends a field only before a delimiter or a line end.');
  if (understanding.delimiter.trim().length > 1)
    warn('several_character_delimiter', `Fields are separated by "${understanding.delimiter}".`);
  if (quote !== null && layout.body.some((record) => hasLiteralQuote(record, quote)))
    warn('literal_quotes', 'Quotes inside unquoted text were taken as they stand.');
  if (understanding.footer.length > 0)
    warn(
      'footer_skipped',
      `${lines(understanding.footerLines)} after the table skipped: ${quoteRows(understanding.footer)}.`,
    );
  const second = layout.second[0];
  if (second !== undefined)
    warn(
      'second_table_skipped',
      `Only the first table was read; another begins at line ${second.line} (${second.cells.slice(0, 4).join(', ')}).`,
    );
  return warnings;
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

function quoteRows(rows: string[][]): string {
  const shown = rows.slice(0, LINES_SHOWN).map(
    (cells) =>
      `"${cells
        .filter((cell) => cell.trim() !== '')
        .join('; ')
        .slice(0, 120)}"`,
  );
  return shown.join(', ') + (rows.length > LINES_SHOWN ? ` and ${rows.length - LINES_SHOWN} more` : '');
}

function hasLiteralQuote(record: SampleRecord, quote: string): boolean {
  return (
    record.problem === RecordProblem.none && record.cells.some((cell, i) => !record.quoted[i] && cell.includes(quote))
  );
}
