import { slideWidth } from './text-items.ts';

/** Room beside the text of a cell, on either side. */
export const CELL_EDGE = 5;
/** More of it where words follow a column of numbers, which end at its right. */
const APART = 17;

/** The room before the text of each column. */
export function columnInsets(isNumber: readonly boolean[]): number[] {
  return isNumber.map((numeric, index) => (!numeric && isNumber[index - 1] ? APART : CELL_EDGE));
}

export type Measure = { size: number; isNumber: readonly boolean[] };

/**
 * Widths of the columns of a table that fill a width: numbers get what they need, words share what is left, and break
 * into lines, a word too long for its column anywhere. Where numbers alone have no room all columns give up as much.
 */
export function columnWidths(rows: readonly (readonly string[])[], width: number, measure: Measure): number[] {
  const columns = neededBy(rows, measure);
  const numbers = sum(columns.map(({ least }, index) => (measure.isNumber[index] ? least : 0)));
  const words = measure.isNumber.filter((numeric) => !numeric).length;
  const most = Math.max(0, width - numbers) / Math.max(1, words);
  const least = columns.map((column, index) => (measure.isNumber[index] ? column.least : Math.min(column.least, most)));
  const wanted = columns.map((column, index) => Math.max(column.wanted, least[index]));
  const spare = width - sum(least);
  if (spare < 0) return least.map((one) => (one * width) / sum(least));
  const stretch = sum(wanted) - sum(least);
  if (stretch >= spare) return least.map((one, index) => one + ((wanted[index] - one) * spare) / (stretch || 1));
  // What nobody needs goes evenly between the columns, so that the table ends where its heading does.
  const extra = (width - sum(wanted)) / columns.length;
  return wanted.map((one) => one + extra);
}

/** What each column wants to hold its texts in one line, and at least, without breaking a word or a number. */
function neededBy(
  rows: readonly (readonly string[])[],
  { size, isNumber }: Measure,
): { least: number; wanted: number }[] {
  const insets = columnInsets(isNumber);
  return isNumber.map((numeric, index) => {
    const around = insets[index] + CELL_EDGE;
    const texts = rows.map((cells) => cells[index] ?? '');
    const words = widest(
      texts.flatMap((text) => text.split(/\s+/)),
      size,
    );
    // Headings of numbers break into lines.
    const whole = Math.max(words, widest(numeric ? texts.slice(1) : texts, size));
    return { least: around + (numeric ? whole : words), wanted: around + whole };
  });
}

function widest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => slideWidth(text, { size, bold: true })));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
