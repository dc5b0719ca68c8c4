import type { KeyItem } from '../../../contract/drawing/dots-key.ts';
import { drawDots, type DotsDrawing, type DotsRow } from '../../../contract/drawing/dots-layout.ts';
import { deckType } from '../../../contract/drawing/frame.ts';
import { LEADING, textWidth } from '../../../contract/drawing/labels.ts';
import { lightPalette as palette } from '../../../contract/drawing/palette.ts';
import { displayText } from '../../../contract/format.ts';
import type { DotsChart, Tone } from '../../../contract/page.ts';
import type { Box, ShapeItem, SlideItem, TextItem } from '../slide.ts';
import { areaItem, INK, lineItem, MUTED, textItem } from '../text-items.ts';

/** Rows of dots as shapes: PowerPoint has no such chart. The drawing is that of the window. */
export function dotsItems(chart: DotsChart, box: Box): SlideItem[] {
  const drawing = drawDots(chart, box, deckType);
  const items = [
    frameItem(chart, box),
    ...drawing.key.flatMap((item) => keyItems(item, drawing)),
    ...drawing.ticks.flatMap(({ x, text }) => [
      upright(x, drawing.plot.top - 2, drawing.plot.top + drawing.row * drawing.rows.length, palette.grid, 1),
      label(text, x, drawing.axisY, { align: 'center', size: deckType.axis, color: MUTED }),
    ]),
    ...drawing.rows.flatMap((row, index) => rowItems(row, chart.rows[index].tone, drawing)),
  ];
  return items.map((item, index) =>
    index === 0 ? item : { ...item, box: { ...item.box, x: item.box.x + box.x, y: item.box.y + box.y } },
  );
}

/** Carries the description of the whole. */
function frameItem({ title, description }: DotsChart, box: Box): ShapeItem {
  return { ...areaItem(displayText(title), box, palette.paper), description: displayText(description) };
}

function rowItems(
  { y, now, before, target, band, interval, text, label: name }: DotsRow,
  tone: Tone,
  drawing: DotsDrawing,
) {
  const { plot, radius, row } = drawing;
  const high = Math.min(15, row * 0.36);
  return [
    label(name.join(' '), plot.left - 12, y, { align: 'right', size: deckType.label, color: INK, lines: name.length }),
    ...(band
      ? [areaItem('Band', { x: band.x, y: y - high * 0.9, width: band.width, height: high * 1.8 }, palette.noise)]
      : []),
    ...(now !== null && before !== null ? [level(before, now, y, palette.axis, deckType.line)] : []),
    ...(interval ? whisker(interval.from, interval.to, y, high * 0.5, palette.tone[tone]) : []),
    ...(before !== null ? [hollow(before, y, radius - 1)] : []),
    ...(target !== null ? [upright(target, y - high, y + high, INK, 1.6)] : []),
    ...(now !== null ? [dot(now, y, radius, palette.tone[tone])] : []),
    label(text.lines.join(' '), text.x, y, {
      align: text.anchor === 'end' ? 'right' : 'left',
      size: now === null ? deckType.axis : deckType.label,
      color: now === null ? MUTED : INK,
      bold: now !== null,
      lines: text.lines.length,
    }),
  ];
}

function keyItems({ mark, x, y, width, textX, text }: KeyItem, { radius }: DotsDrawing): SlideItem[] {
  const middle = x + width / 2;
  const marks: Record<KeyItem['mark'], () => SlideItem[]> = {
    now: () => [dot(middle, y, radius * 0.85, palette.tone.neutral)],
    worse: () => [dot(middle, y, radius * 0.85, palette.tone.worse)],
    before: () => [hollow(middle, y, radius * 0.85 - 1)],
    target: () => [upright(middle, y - 7, y + 7, INK, 1.6)],
    interval: () => whisker(x, x + width, y, 4, palette.tone.neutral),
    band: () => [areaItem('Band', { x, y: y - 6, width, height: 12 }, palette.noise)],
  };
  return [...marks[mark](), label(text, textX, y, { align: 'left', size: deckType.axis, color: MUTED })];
}

type LabelOptions = { align: TextItem['align']; size: number; color: string; bold?: boolean; lines?: number };

/** Text of which one edge or the middle stands at a place, centred on a height; a little wider than it measures. */
function label(
  text: string,
  x: number,
  y: number,
  { align, size, color, bold = false, lines = 1 }: LabelOptions,
): TextItem {
  const width = (textWidth(text, size) / lines) * (lines > 1 ? 1.5 : 1.12) + 6;
  const height = size * LEADING * lines;
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return textItem('Label', { x: left, y: y - height / 2, width, height }, [[{ text, size, color, bold }]], {
    align,
    anchor: 'middle',
  });
}

function dot(x: number, y: number, radius: number, color: string): ShapeItem {
  return { ...areaItem('Dot', around(x, y, radius), color), form: 'ellipse' };
}

function hollow(x: number, y: number, radius: number): ShapeItem {
  return { ...dot(x, y, radius, palette.paper), stroke: { color: MUTED, width: 1.8, dashed: false } };
}

function around(x: number, y: number, radius: number): Box {
  return { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
}

function upright(x: number, from: number, to: number, color: string, width: number): ShapeItem {
  return lineItem('Line', { x, y: from, width: 0, height: to - from }, { color, width, dashed: false });
}

function level(from: number, to: number, y: number, color: string, width: number): ShapeItem {
  const x = Math.min(from, to);
  return lineItem('Line', { x, y, width: Math.abs(to - from), height: 0 }, { color, width, dashed: false });
}

function whisker(from: number, to: number, y: number, high: number, color: string): ShapeItem[] {
  return [
    level(from, to, y, color, 1.1),
    upright(from, y - high, y + high, color, 1.1),
    upright(to, y - high, y + high, color, 1.1),
  ];
}
