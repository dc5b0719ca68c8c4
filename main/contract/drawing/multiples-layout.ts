import { displayText, formatValue } from '../format.ts';
import type { MultiplesChart } from '../page.ts';
import type { Size, Type } from './frame.ts';
import { boldWidth, LEADING, nameColumn, textWidth, wrapBold, wrapLabel } from './labels.ts';

type Panel = MultiplesChart['panels'][number];

export type MultiplesDrawing = {
  columns: number;
  row: number;
  bar: number;
  panels: DrawnPanel[];
  /** Names of the groups, once before the first panel of each line of panels. */
  names: { x: number; y: number; lines: string[]; group: number }[];
};

export type DrawnPanel = {
  x: number;
  y: number;
  width: number;
  height: number;
  title: string[];
  titleY: number;
  /** Where zero is. */
  base: number;
  bars: { y: number; x: number; width: number; text: string; textX: number; absent: boolean }[];
  top: number;
  bottom: number;
  note: string[];
  noteY: number;
};

const GAP = { x: 26, y: 16 };
const LEAST_BAR_ROOM = 56;
const COMFORTABLE_ROW = 17;
const MOST_ROW = 38;

/** A value as printed at the end of its bar, or why there is none. */
export function valueText({ value, absence }: Panel['values'][number], { unit, currency }: Panel): string {
  return value === null ? displayText(absence ?? 'no data') : formatValue(value, unit, { currency });
}

/**
 * Panels in lines, the groups in the same order in each, so that the eye goes across: a group keeps its height and colour.
 * As few columns as give each bar a comfortable height, and never so many that the bars have no room.
 */
export function drawMultiples(chart: MultiplesChart, size: Size, type: Type): MultiplesDrawing {
  const groups = chart.groups.map(({ label }) => displayText(label));
  const nameRoom = nameColumn(groups, { most: size.width * 0.24, size: type.axis, lines: 1 });
  const left = Math.ceil(nameRoom + 10);
  const grid = gridOf(chart, { width: size.width - left, height: size.height }, type);
  const { columns, width, row, lines } = grid;
  const bar = Math.min(24, row * 0.72);
  const panels = chart.panels.map((panel, index): DrawnPanel => {
    const x = left + (index % columns) * (width + GAP.x);
    const { y, height, head } = lines[Math.floor(index / columns)];
    const top = y + head;
    const bottom = top + row * groups.length;
    const { title, note } = grid.words[index];
    return {
      x,
      y,
      width,
      height,
      title,
      titleY: top - 5 - (title.length * type.label * LEADING) / 2,
      ...barsOf(panel, { x, top, width, row, type }),
      top,
      bottom,
      note,
      noteY: bottom + 6 + (note.length * type.axis * LEADING) / 2,
    };
  });
  return {
    columns,
    row,
    bar,
    panels,
    names: panels
      .filter((_, index) => index % columns === 0)
      .flatMap(({ top }) =>
        groups.map((name, group) => ({
          x: left - 10,
          y: top + (group + 0.5) * row,
          lines: wrapBold(name, nameRoom, type.axis, row >= type.axis * LEADING * 2 ? 2 : 1),
          group,
        })),
      ),
  };
}

type Grid = {
  columns: number;
  width: number;
  row: number;
  /** Lines of panels from the top; each is as high as its longest title and note ask for. */
  lines: { y: number; height: number; head: number }[];
  words: { title: string[]; note: string[] }[];
};

function gridOf(chart: MultiplesChart, room: Size, type: Type): Grid {
  const count = Math.max(1, chart.panels.length);
  const values = chart.panels.flatMap((panel) =>
    panel.values.filter(({ value }) => value !== null).map((value) => boldWidth(valueText(value, panel), type.axis)),
  );
  const least = Math.max(0, ...values) + LEAST_BAR_ROOM;
  const most = Math.max(1, Math.min(count, Math.floor((room.width + GAP.x) / (least + GAP.x))));
  const grids = Array.from({ length: most }, (_, index) => gridWith(index + 1, chart, room, type));
  const first = room.width > 420 ? Math.min(most, 2) - 1 : 0;
  return (
    grids.slice(first).find(({ row }) => row >= COMFORTABLE_ROW) ??
    grids.reduce((best, grid) => (grid.row > best.row ? grid : best))
  );
}

function gridWith(columns: number, chart: MultiplesChart, room: Size, type: Type): Grid {
  const count = Math.ceil(Math.max(1, chart.panels.length) / columns);
  const width = (room.width - GAP.x * (columns - 1)) / columns;
  const words = chart.panels.map(({ title, note, values }) => ({
    title: wrapBold(displayText(title), width, type.label, 2),
    note: wrapLabel(
      [...(note === null ? [] : [displayText(note)]), ...cutAbsences(values, width, type)].join('; '),
      width,
      type.axis,
      4,
    ),
  }));
  const most = (line: number, of: (each: (typeof words)[number]) => string[]): number =>
    Math.max(0, ...words.slice(line * columns, (line + 1) * columns).map((each) => of(each).length));
  const around = Array.from({ length: count }, (_, line) => ({
    head: most(line, ({ title }) => title) * type.label * LEADING + 5,
    foot: most(line, ({ note }) => note) * type.axis * LEADING + 6,
  }));
  const groups = Math.max(1, chart.groups.length);
  const left = room.height - GAP.y * (count - 1) - around.reduce((sum, { head, foot }) => sum + head + foot, 0);
  const row = Math.max(1, Math.min(MOST_ROW, left / (groups * count)));
  let y = 0;
  const lines = around.map(({ head, foot }) => {
    const line = { y, head, height: head + row * groups + foot };
    y += line.height + GAP.y;
    return line;
  });
  return { columns, width, row, lines, words };
}

/** Between the axis of a panel and a value that stands on it. */
const INDENT = 5;

/** The reason up to its colon where the whole of it has no room beside the axis; the note beneath then has the whole. */
function absenceThatFits(text: string, width: number, type: Type): string {
  const room = width - INDENT;
  if (textWidth(text, type.axis) <= room) return text;
  return wrapLabel(text.replace(/:.*$/, ''), room, type.axis, 1)[0] ?? '';
}

function cutAbsences(values: Panel['values'], width: number, type: Type): string[] {
  const reasons = values.flatMap(({ value, absence }) => (value === null ? [displayText(absence ?? 'no data')] : []));
  return [...new Set(reasons)].filter((reason) => absenceThatFits(reason, width, type) !== reason);
}

type PanelPlace = { x: number; top: number; width: number; row: number; type: Type };

/** Bars from zero, which is at the left unless a value is negative; values end within the panel. */
function barsOf(panel: Panel, { x, top, width, row, type }: PanelPlace): Pick<DrawnPanel, 'base' | 'bars'> {
  const texts = panel.values.map((value) => valueText(value, panel));
  const numbers = panel.values.map(({ value }) => value ?? 0);
  const valueRoom = Math.max(
    0,
    ...texts.map((text, index) => (panel.values[index].value === null ? 0 : boldWidth(text, type.axis))),
  );
  const min = Math.min(0, ...numbers);
  const max = Math.max(0, ...numbers);
  const scale = Math.max(1, width - valueRoom - INDENT) / (max - min || 1);
  const base = x - min * scale;
  return {
    base,
    bars: panel.values.map(({ value }, index) => {
      const from = base + Math.min(0, value ?? 0) * scale;
      const length = Math.abs(value ?? 0) * scale;
      const textX = from + length + INDENT;
      return {
        y: top + (index + 0.5) * row,
        x: from,
        width: length,
        text: value === null ? absenceThatFits(texts[index], width, type) : texts[index],
        textX,
        absent: value === null,
      };
    }),
  };
}
