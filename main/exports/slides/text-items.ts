import { boldWidth, LEADING, textWidth } from '../../contract/drawing/labels.ts';
import { lightPalette } from '../../contract/drawing/palette.ts';
import type { Box, Run, ShapeItem, TextItem } from './slide.ts';

export const INK = lightPalette.ink;
export const MUTED = lightPalette.muted;
export const SOFT = '#3f4c60';
export const RULE = '#e1e5eb';

type TextOptions = Partial<Pick<TextItem, 'align' | 'anchor' | 'isTitle'>>;

/** A box of text; every run list is a paragraph. */
export function textItem(name: string, box: Box, paragraphs: Run[][], options: TextOptions = {}): TextItem {
  return { kind: 'text', name, box, paragraphs, align: 'left', anchor: 'top', isTitle: false, ...options };
}

/** A thin line across. */
export function ruleItem(x: number, y: number, width: number): ShapeItem {
  return lineItem('Rule', { x, y, width, height: 0 }, { color: RULE, width: 1, dashed: false });
}

export function lineItem(name: string, box: Box, stroke: NonNullable<ShapeItem['stroke']>): ShapeItem {
  return { kind: 'shape', name, description: '', box, form: 'line', fill: null, stroke };
}

export function areaItem(name: string, box: Box, fill: string): ShapeItem {
  return { kind: 'shape', name, description: '', box, form: 'rect', fill, stroke: null };
}

type Type = Pick<Run, 'size' | 'bold' | 'serif'>;

/**
 * How wide letters are beside those that are measured: Arial is narrower than Inter, a bold serif is wider, and so much
 * wider where Georgia is not installed.
 */
const WIDTHS = { sans: 0.94, serif: 1.15 };

/** About how wide a line of text is on a slide. */
export function slideWidth(text: string, { size, bold, serif }: Type): number {
  return (bold ? boldWidth : textWidth)(text, size) * (serif ? WIDTHS.serif : WIDTHS.sans);
}

/** How many lines a text takes in a width. Words longer than a line break, as they do on a slide. */
export function lineCount(text: string, width: number, type: Type): number {
  const measure = (part: string): number => slideWidth(part, type);
  const space = measure(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const wide = measure(word);
    if (used > 0 && used + space + wide > width) {
      lines += 1;
      used = 0;
    }
    const over = Math.max(0, Math.ceil(wide / width) - 1);
    lines += over;
    used += (used > 0 ? space : 0) + wide - over * width;
  }
  return lines;
}

/** Height of paragraphs of one size in a width. */
export function textHeight(texts: readonly string[], width: number, type: Type): number {
  return texts.reduce((sum, text) => sum + lineCount(text, width, type), 0) * type.size * LEADING;
}
