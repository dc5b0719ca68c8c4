import { displayText } from '../../main/contract/format.ts';
import type { DotsChart } from '../../main/contract/page.ts';
import type { Type } from './frame.ts';
import { textWidth, wrapLabel } from './labels.ts';

type Mark = 'now' | 'worse' | 'before' | 'target' | 'interval' | 'band';

export type KeyItem = { mark: Mark; x: number; width: number; textX: number; text: string };

/** The words for the marks that the rows have, on one line; where it is too short the last words are cut. */
export function dotsKey(chart: DotsChart, type: Type, room: number): KeyItem[] {
  const { now, before, target, band } = chart.labels;
  const measured = chart.rows.filter((row) => row.now !== null);
  const words: [Mark, number, string | null][] = [
    ['now', 11, now],
    ['worse', 11, measured.some(({ tone }) => tone === 'worse') ? 'short of target' : null],
    ['before', 11, before],
    ['target', 4, target],
    ['interval', 20, measured.some(({ interval }) => interval !== null) ? 'interval' : null],
    ['band', 20, band],
  ];
  const items: KeyItem[] = [];
  let x = 0;
  for (const [mark, width, text] of words) {
    if (text === null) continue;
    const textX = x + width + 5;
    const [line] = wrapLabel(displayText(text), Math.max(20, room - textX), type.axis, 1);
    if (textX + 20 > room) break;
    items.push({ mark, x, width, textX, text: line });
    x = textX + textWidth(line, type.axis) + 16;
  }
  return items;
}
