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
 * into lines. Where even the longest words have no room, all columns give up as much in proportion.
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  { size, isNumber }: Measure,
): number[] {
  const columns = isNumber.map((numeric, index) => {
    const texts = rows.map((cells) => cells[index] ?? '');
    const whole = widest(numeric ? texts.slice(1) : texts, size);
    const words = widest(
      texts.flatMap((text) => text.split(/\s+/)),
      size,
    );
    return numeric
      ? { least: Math.max(whole, words), wanted: Math.max(whole, words) }
      : { least: words, wanted: whole };
  });
  const around = columnInsets(isNumber).map((inset) => inset + CELL_EDGE);
  const least = columns.map((column, index) => column.least + around[index]);
  const wanted = columns.map((column, index) => column.wanted + around[index]);
  const spare = width - sum(least);
  if (spare <= 0) return least.map((one) => (one * width) / sum(least));
  const stretch = sum(wanted) - sum(least);
  if (stretch >= spare) return least.map((one, index) => one + ((wanted[index] - one) * spare) / stretch);
  // What nobody needs goes evenly between the columns, so that the table ends where its heading does.
  const extra = (width - sum(wanted)) / columns.length;
  return wanted.map((one) => one + extra);
}

function widest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => slideWidth(text, { size, bold: true })));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
