import { displayText, formatNumber } from '../format.ts';
import type { DotsChart } from '../page.ts';
import { dotsKey, type KeyItem } from './dots-key.ts';
import type { Plot, Size, Type } from './frame.ts';
import { boldWidth, LEADING, nameColumn, wrapLabel } from './labels.ts';
import { ticksWithin } from './scale.ts';

export type DotsDrawing = {
  plot: Plot;
  row: number;
  radius: number;
  key: KeyItem[];
  /** Height of the numbers of the scale. */
  axisY: number;
  ticks: { x: number; text: string }[];
  rows: DotsRow[];
};

export type DotsRow = {
  y: number;
  label: string[];
  now: number | null;
  before: number | null;
  target: number | null;
  band: { x: number; width: number } | null;
  interval: { from: number; to: number } | null;
  /** The value beside the dot, clear of every mark of its row; or why there is no dot. */
  text: { x: number; lines: string[]; anchor: 'start' | 'end' };
};

type Span = { from: number; to: number };

const GAP = 5;

/** How much nearer a place on the left must be: values are looked for on the right. */
const AGAINST_LEFT = 14;

/** A score as printed. */
export function scoreText(value: number): string {
  return formatNumber(value);
}

/**
 * One row a name, all rows on one scale that stands above them.
 * Right of the scale there is room for a value, so that every value finds a place beside its dot without touching a mark.
 */
export function drawDots(chart: DotsChart, size: Size, type: Type): DotsDrawing {
  const names = chart.rows.map(({ label }) => displayText(label));
  const values = chart.rows.map(({ now }) => (now === null ? '' : scoreText(now)));
  const radius = type.point * 1.15;
  const key = dotsKey(chart, type, size.width);
  const top = Math.ceil(key.height + type.axis * 1.9);
  const spacious = (size.height - top) / Math.max(1, chart.rows.length) >= type.label * LEADING * 2 + 2;
  const lines = spacious ? 2 : 1;
  const nameRoom = nameColumn(names, { most: size.width * 0.32, size: type.label, lines });
  const plot: Plot = {
    left: Math.ceil(nameRoom + 20),
    right: Math.ceil(radius + GAP * 2 + Math.max(14, ...values.map((text) => boldWidth(text, type.label)))),
    top,
    bottom: 4,
  };
  const row = Math.min(62, (size.height - plot.top - plot.bottom) / Math.max(1, chart.rows.length));
  const x = scoreX(chart, plot, size);
  const place = (value: number | null): number | null => (value === null ? null : x(value));
  return {
    plot,
    row,
    radius,
    key: key.items,
    axisY: key.height + type.axis,
    ticks: ticksWithin(chart.scale.from, chart.scale.to, 5).map((tick) => ({ x: x(tick), text: scoreText(tick) })),
    rows: chart.rows.map((each, index) => {
      const drawn = {
        now: place(each.now),
        before: place(each.before),
        target: each.now === null ? null : place(each.target),
        interval:
          each.now === null || each.interval === null
            ? null
            : { from: x(each.interval.lower), to: x(each.interval.upper) },
      };
      return {
        ...drawn,
        y: plot.top + (index + 0.5) * row,
        label: wrapLabel(names[index], nameRoom, type.label, lines),
        band:
          each.now === null || each.band === null
            ? null
            : { x: x(each.band.from), width: Math.max(1, x(each.band.to) - x(each.band.from)) },
        text:
          drawn.now === null
            ? absenceText(displayText(each.absence ?? 'no data'), drawn.before, { plot, size, type, radius })
            : valuePlace(
                { text: values[index], was: each.before === null ? null : scoreText(each.before) },
                { ...drawn, now: drawn.now },
                { plot, size, type, radius },
              ),
      };
    }),
  };
}

/** Where a score stands; scores off the scale stand at its ends. */
export function scoreX({ scale: { from, to } }: DotsChart, plot: Plot, size: Size): (score: number) => number {
  const width = Math.max(1, size.width - plot.left - plot.right);
  return (score) => plot.left + ((Math.min(to, Math.max(from, score)) - from) / (to - from || 1)) * width;
}

type Marks = { now: number; before: number | null; target: number | null; interval: Span | null };

/** What a row has drawn at the height of its text. */
function marksOf({ now, before, target, interval }: Marks, radius: number): Span[] {
  const around = (x: number | null, half: number): Span[] => (x === null ? [] : [{ from: x - half, to: x + half }]);
  return [
    ...around(now, radius),
    ...around(before, radius),
    ...around(target, 1),
    ...(interval ? [interval] : []),
    // The line between before and now.
    ...(before === null ? [] : [{ from: Math.min(before, now), to: Math.max(before, now) }]),
  ];
}

/**
 * The free place for a value that is nearest to its dot, beyond whatever stands there. Beyond the earlier dot it would
 * be read as that one's: there both are named where they have room.
 */
function valuePlace(
  { text, was }: { text: string; was: string | null },
  marks: Marks,
  { plot, size, type, radius }: { plot: Plot; size: Size; type: Type; radius: number },
): DotsRow['text'] {
  const width = boldWidth(text, type.label);
  const taken = marksOf(marks, radius).map(({ from, to }) => ({ from: from - GAP, to: to + GAP }));
  const isFree = ({ from, to }: Span): boolean => taken.every((mark) => to <= mark.from || from >= mark.to);
  const rights = taken.map(({ to }) => ({ from: to, to: to + width }));
  const lefts = taken.map(({ from }) => ({ from: from - width, to: from })).filter(({ from }) => from >= plot.left);
  const distance = ({ from, to }: Span): number =>
    from > marks.now ? from - marks.now : marks.now - to + AGAINST_LEFT;
  // Beyond the last mark on the right there always is room.
  const [best] = [...rights, ...lefts].filter(isFree).sort((a, b) => distance(a) - distance(b));
  const isRight = best.from > marks.now;
  const isBeyond = marks.before !== null && (isRight ? marks.before > marks.now : marks.before < marks.now);
  if (isBeyond && was !== null) {
    const both = `${text}, was ${was}`;
    const more = boldWidth(both, type.label) - width;
    const wide = isRight ? { ...best, to: best.to + more } : { ...best, from: best.from - more };
    if (isFree(wide) && wide.from >= plot.left && wide.to <= size.width)
      return { x: wide.from, lines: [both], anchor: 'start' };
  }
  return { x: best.from, lines: [text], anchor: 'start' };
}

/** Why there is no dot, on the scale itself, clear of an earlier value. */
function absenceText(
  text: string,
  before: number | null,
  { plot, size, type, radius }: { plot: Plot; size: Size; type: Type; radius: number },
): DotsRow['text'] {
  const right = size.width - plot.right;
  const after = before === null ? plot.left + 8 : before + radius + GAP * 2;
  if (before === null || right - after >= before - plot.left)
    return { x: after, lines: wrapLabel(text, right - after, type.axis, 2), anchor: 'start' };
  const end = before - radius - GAP * 2;
  return { x: end, lines: wrapLabel(text, end - plot.left - 4, type.axis, 2), anchor: 'end' };
}
