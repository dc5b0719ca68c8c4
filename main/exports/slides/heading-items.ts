import { displayText } from '../../contract/format.ts';
import type { Box, SlideItem } from './slide.ts';
import { INK, MUTED, textHeight, textItem } from './text-items.ts';

const TITLE = { size: 13, bold: true };
const SUBTITLE = { size: 11.5 };
const GAP = 6;

/** Title and subtitle over a chart or table, and how high they are with the gap beneath. */
export function headingItems(
  { title, subtitle }: { title: string; subtitle: string },
  box: Box,
): { items: SlideItem[]; height: number } {
  const [name, more] = [displayText(title), displayText(subtitle)];
  const height = textHeight([name], box.width, TITLE) + (more === '' ? 0 : textHeight([more], box.width, SUBTITLE));
  const paragraphs = [
    [{ text: name, color: INK, ...TITLE }],
    ...(more === '' ? [] : [[{ text: more, color: MUTED, ...SUBTITLE }]]),
  ];
  return { items: [textItem(`Heading: ${name}`, { ...box, height }, paragraphs)], height: height + GAP };
}
