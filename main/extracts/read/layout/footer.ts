import { fitsColumn, type BodyProfile } from './body-profile.ts';
import { cellKind, filledCells } from './cell-kind.ts';
import type { SampleRecord } from './sample-records.ts';

/** The mark of a closing record that counts or sums the others. */
const TRAILER = /^(trl|tlr|trailer|eof|end|footer)$/i;
/** Exactly a total. */
const TOTAL =
  /^((grand|overall|report|sub)[ -]?)?totals?:?$|^(gesamt(summe)?|summe|total g[ée]n[ée]ral|somme|totaal|totale|suma):?$/i;
/** The beginning of a total with more words. */
const TOTAL_OF = /^((grand|overall|report|sub)[ -]?)?totals?\b|^(gesamt|summe)\b/i;
/** The beginning of a remark after a table. */
const REMARK =
  /^\W*(end of (report|file|data|extract)|(number of )?(records?|rows?|lines?)\b|count\b|record count|\d+ (rows?|records?)|generated\b|printed\b|exported\b|created (on|by)\b|run (date|on|by|time)\b|report (date|generated|run|end)|sources?\b|notes?\b|page \d+|©|\(c\)|copyright|confidential|trailer\b|trl\b|eof\b)/i;

/**
 * Counts the records at the end of a table that are no data: totals, remarks, and blank ones among them.
 *
 * In: the last records of the file, in order; the profile of its data rows. A short last line without a line break
 * that starts like data is a row cut off, not a footer.
 * Out: how many records to leave out.
 */
export function countFooter(records: SampleRecord[], profile: BodyProfile): number {
  if (profile.rows === 0) return 0;
  let footer = 0;
  for (let i = records.length - 1; i >= 0; i--) {
    if (records[i].blank) continue;
    const gap = i > 0 && records[i - 1].blank;
    if (!isFooter(records[i], gap, footer > 0, profile)) break;
    footer = records.length - i;
  }
  return footer;
}

function isFooter(record: SampleRecord, gap: boolean, followed: boolean, profile: BodyProfile): boolean {
  const { cells } = record;
  const filled = filledCells(cells);
  const label = cells.find((cell) => cell.trim() !== '')!.trim();
  if (TOTAL.test(label) || (TRAILER.test(label) && cells.length !== profile.columns)) return true;
  if (profile.columns < 2) return REMARK.test(label) && gap;
  if (TOTAL_OF.test(label) && filled < profile.typicalFilled) return true;
  const sparse = filled <= Math.max(1, profile.columns / 3) && filled < profile.typicalFilled;
  if (REMARK.test(label) && sparse) return true;
  const startsLikeData = cells[0].trim() !== '' && cellKind(cells[0]) !== 'text' && fitsColumn(cells[0], 0, profile);
  if (startsLikeData || !sparse) return false;
  const cutOff = record.ending === '' && cells.length < profile.columns && !gap && !followed;
  if (cutOff) return false;
  if (filled === 1 && (gap || followed)) return true;
  // A line of text right below the data: a remark if it is no row of the table by its delimiters, or a sentence.
  if (filled === 1 && profile.columns > 2 && (cells.length === 1 || label.split(/\s+/).length > 3)) return true;
  // Sums without a label: what every row starts with is missing.
  if (cells[0].trim() === '' && profile.filled[0] > 0.95) return true;
  return gap && filled < profile.typicalFilled / 2;
}
