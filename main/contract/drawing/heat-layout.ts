import { displayText, formatValue } from '../format.ts';
import type { HeatChart } from '../page.ts';
import { SIZE, sizeCell } from '../twins/heat-table.ts';
import type { Palette } from './palette.ts';
import type { Size, Type } from './frame.ts';
import { nameColumn, textWidth, wrapLabel } from './labels.ts';
import { twinText } from '../twins/twin-text.ts';

export type HeatDrawing = {
  /** The grid of cells. */
  left: number;
  top: number;
  cell: { width: number; height: number };
  /** How many rows are drawn; the rest is said. */
  shown: number;
  /** Type size of labels and values. */
  size: number;
  columns: { x: number; lines: string[] }[];
  /** Names of rows that are too low to be named one by one are left out at equal distances. */
  rows: {
    y: number;
    label: string;
    size: string;
    /** Said once in place of the cells, where none of a row has a value and all for the same reason. */
    absence: string | null;
  }[];
  sizeX: number;
  /** Printed in the cells, row by row; null where the values do not fit. */
  values: (string | null)[][] | null;
  /** Said under the cells, after the key. */
  notes: string[];
};

/** More cells than this are neither seen nor drawn at once. */
export const MOST_CELLS = 1000;
const LEAST_ROW = 9;
const MOST_ROW = 48;
const MOST_COLUMN = 140;

/** Where a value lies between the ends of the shading; values beyond them take the end's shade. */
function shareOf(value: number, { from, to }: HeatChart['scale']): number {
  return from === to ? 1 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** The shade of a value: a straight mix of the two ends. */
export function shadeOf(value: number, scale: HeatChart['scale'], palette: Pick<Palette, 'heat'>): string {
  const share = shareOf(value, scale);
  const [low, high] = [palette.heat.low, palette.heat.high].map((color) =>
    [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)),
  );
  return `#${low
    .map((channel, index) => Math.round(channel + (high[index] - channel) * share))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

/**
 * A table of shaded cells that fills its box: rows as high as there is room for, values where all of them fit.
 *
 * Column names that would touch are left out at equal distances. Rows that would be too low to be told apart, or would
 * make more than a thousand cells, are not drawn and the drawing says how many.
 */
export function drawHeat(chart: HeatChart, size: Size, type: Type): HeatDrawing {
  const labels = chart.rows.map((row) => displayText(row.label));
  const sizes = chart.rows.map((row) => (chart.sizeless ? '' : sizeText(row.size)));
  const labelWidth = nameColumn([displayText(chart.rowTitle), ...labels], {
    most: size.width * 0.26,
    size: type.axis,
    lines: 1,
  });
  const sizeWidth = Math.max(...[SIZE, ...sizes].map((text) => textWidth(text, type.axis)));
  const left = Math.ceil(labelWidth + 12 + (chart.sizeless ? 0 : sizeWidth + 12));
  const width = Math.max(1, Math.min(MOST_COLUMN, (size.width - left) / Math.max(1, chart.columns.length)));
  const columns = columnLabels(chart, width, type);
  const head = Math.max(1, ...columns.map((lines) => lines.length)) * type.axis * 1.25 + 6;
  const foot = type.axis * 2.2;
  const room = Math.max(LEAST_ROW, size.height - head - foot);
  const shown = Math.max(
    1,
    Math.min(
      chart.rows.length,
      Math.floor(room / LEAST_ROW),
      Math.floor(MOST_CELLS / Math.max(1, chart.columns.length)),
    ),
  );
  const height = Math.min(MOST_ROW, room / shown);
  const textSize = Math.min(type.axis, Math.max(type.axis * 0.85, height * 0.92));
  const every = Math.ceil((textSize * 1.05) / height);
  return {
    left,
    top: head,
    cell: { width, height },
    shown,
    size: textSize,
    columns: columns.map((lines, index) => ({ x: left + (index + 0.5) * width, lines })),
    rows: chart.rows.slice(0, shown).map(({ cells }, index) => ({
      y: head + (index + 0.5) * height,
      label: index % every === 0 ? (wrapLabel(labels[index], labelWidth, textSize, 1)[0] ?? '') : '',
      size: index % every === 0 ? sizes[index] : '',
      absence: every === 1 ? soleAbsence(cells) : null,
    })),
    sizeX: left - 10,
    values: valuesThatFit(chart, width, height, type),
    notes: notesOn(chart, shown),
  };
}

/** Why a whole row is blank, where it is and all its cells say the same. */
function soleAbsence(cells: HeatChart['rows'][number]['cells']): string | null {
  const reasons = new Set(cells.map(({ value, absence }) => (value === null ? (absence ?? 'no data') : null)));
  const [reason] = reasons;
  return reasons.size === 1 && reason !== null && reason !== undefined ? displayText(reason) : null;
}

/** The number of people in a row; a hidden number is said to be hidden. */
export function sizeText(size: number | null): string {
  return twinText(sizeCell(size));
}

function columnLabels(chart: HeatChart, width: number, type: Type): string[][] {
  const names = chart.columns.map(displayText);
  const wrapped = names.map((name) => wrapLabel(name, width - 4, type.axis, 2));
  const whole = wrapped.every((lines) =>
    lines.every((line) => !line.endsWith('…') && textWidth(line, type.axis) <= width),
  );
  if (whole) return wrapped;
  const widest = Math.max(...names.map((name) => textWidth(name, type.axis))) + 6;
  const every = Math.max(1, Math.ceil(widest / width));
  return names.map((name, index) => (index % every === 0 ? [name] : []));
}

/** The values as they are printed elsewhere, or without decimals, or not at all: whichever fits every cell. */
function valuesThatFit(chart: HeatChart, width: number, height: number, type: Type): (string | null)[][] | null {
  const size = valueSize(height, type);
  if (height < size * 1.1) return null;
  for (const decimals of [undefined, 0]) {
    const texts = chart.rows.map(({ cells }) =>
      cells.map(({ value }) => (value === null ? null : formatValue(value, chart.unit, { decimals }))),
    );
    if (texts.flat().every((text) => text === null || textWidth(text, size) <= width - 4)) return texts;
  }
  return null;
}

/** Type size of the values in the cells. */
export function valueSize(height: number, type: Type): number {
  return Math.min(type.axis - 0.5, Math.max(9, height * 0.6));
}

/** Why cells are blank, each reason once, and what is not drawn. */
function notesOn(chart: HeatChart, shown: number): string[] {
  const reasons = chart.rows
    .slice(0, shown)
    .filter(({ cells }) => soleAbsence(cells) === null)
    .flatMap(({ cells }) =>
      cells.filter(({ value }) => value === null).map(({ absence }) => displayText(absence ?? 'no data')),
    );
  return [
    ...(reasons.length > 0 ? [`Blank: ${[...new Set(reasons)].join('; ')}`] : []),
    ...(shown < chart.rows.length ? [`First ${shown} of ${chart.rows.length} rows`] : []),
  ];
}
