import { displayText } from '../../contract/format.ts';
import type { Box, TextItem } from './slide.ts';
import { INK, lineCount, textItem } from './text-items.ts';

/** Sizes of a title, from the wanted one to the smallest. */
const SIZES = [29, 26, 23, 20, 18, 16, 14];
const LEADING = 1.2;

/** A title in at most two lines: the longer it is, the smaller its type. */
export function titleItem(title: string, box: Omit<Box, 'height'>, color = INK): TextItem {
  const text = displayText(title);
  const size = SIZES.find((one) => linesAt(text, box.width, one) <= 2) ?? SIZES.at(-1)!;
  const height = linesAt(text, box.width, size) * size * LEADING + 4;
  return textItem('Title', { ...box, height }, [[{ text, size, color, bold: true, serif: true }]], {
    isTitle: true,
  });
}

function linesAt(text: string, width: number, size: number): number {
  return lineCount(text, width, { size, bold: true, serif: true });
}
