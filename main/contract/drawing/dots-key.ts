import { displayText } from '../format.ts';
import type { DotsChart } from '../page.ts';
import type { Type } from './frame.ts';
import { textWidth, wrapLabel } from './labels.ts';

type Mark = 'now' | 'worse' | 'before' | 'target' | 'interval' | 'band';

export type KeyItem = { mark: Mark; x: number; y: number; width: number; textX: number; text: string };

/** The words for the marks that the rows have, on as many lines as they need, and how high that is. */
export function dotsKey(chart: DotsChart, type: Type, room: number): { items: KeyItem[]; height: number } {
  const { now, before, target, band } = chart.labels;
  const measured = chart.rows.filter((row) => row.now !== null);
  const words: [Mark, number, string | null][] = [
    ['now', 11, now],
    ['worse', 11, measured.some(({ tone }) => tone === 'worse') ? 'short of target' : null],
    ['before', 11, before],
    ['target', 4, target],
    ['interval', 20, measured.some(({ interval }) => interval !== null) ? '95% interval' : null],
    ['band', 20, band],
  ];
  const lineHeight = type.axis * 1.6;
  const items: KeyItem[] = [];
  let [x, y] = [0, lineHeight / 2];
  for (const [mark, width, text] of words) {
    if (text === null) continue;
    const long = width + 5 + textWidth(displayText(text), type.axis);
    if (x > 0 && x + long > room) [x, y] = [0, y + lineHeight];
    const textX = x + width + 5;
    const [line] = wrapLabel(displayText(text), Math.max(20, room - textX), type.axis, 1);
    items.push({ mark, x, y, width, textX, text: line ?? '' });
    x += long + 16;
  }
  return { items, height: y + lineHeight / 2 };
}
