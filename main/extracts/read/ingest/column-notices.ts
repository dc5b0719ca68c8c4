import type { Notice } from '../../../contract/workspace.ts';
import type { CodedColumn } from './coded-column.ts';

/** What a person should know of how the names and dates of an extract were understood. */
export function columnNotices(columns: readonly CodedColumn[], file: string): Notice[] {
  return columns.flatMap((column) => {
    const name = `column "${column.column.header}" of ${file}`;
    const notices: Notice[] = [];
    if (column.timesDropped)
      notices.push({
        code: 'times_dropped',
        message: `The times of day in ${name} were dropped: a row counts on the date as it is written, without any time zone, also in nights when clocks change.`,
      });
    if (column.composed > 0)
      notices.push({
        code: 'names_composed',
        message: `${column.composed} names in ${name} were written with letters and accents apart; they were joined, so that the same name is one name.`,
      });
    if (column.blankCurrency)
      notices.push({
        code: 'currency_blank',
        message: `Some rows of ${file} have no currency; their money counts in that of the others. Give one for all with --set currency=... if that is wrong.`,
      });
    return notices;
  });
}
