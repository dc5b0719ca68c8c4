import { displayText, formatNumber, formatValue } from '../../main/contract/format.ts';
import type { SurvivalChart } from '../../main/contract/page.ts';
import { endOf, standingAt, stepsOf } from '../../main/contract/drawing/survival-curve.ts';
import { axisText } from '../../main/contract/drawing/axis-text.ts';
import { valueY, type Plot, type Size, type Type } from '../../main/contract/drawing/frame.ts';
import { boldWidth, LEADING, shortenApart, spread, textWidth, wrapBold } from '../../main/contract/drawing/labels.ts';
import type { Scale } from '../../main/contract/drawing/scale.ts';
import { survivalScale } from '../../main/contract/drawing/survival-scale.ts';
import { bandPaths, stepPath } from './step-path.ts';

export type SurvivalDrawing = {
  plot: Plot;
  scale: Scale;
  /** Ticks whose numbers have room; the columns of the rows at risk stand under them. */
  ticks: { index: number; x: number; text: string }[];
  levels: { y: number; text: string }[];
  axisY: number;
  /** How far right of the axis the unit and the names of the rows start: clear of the numbers under the last tick. */
  beside: number;
  /** A row is named unless it is the only one. */
  risk: { titleY: number; rows: { y: number; label: string | null; cells: string[] }[] };
  curves: DrawnCurve[];
};

export type DrawnCurve = {
  path: string;
  bands: string[];
  dash: string | undefined;
  /** Where the curve stops, and the name beside it. Null when the curve has no part on the axis. */
  end: { x: number; y: number; label: string[]; labelY: number } | null;
};

/** Lines are told apart without colour too: on grey paper by their dashes. */
const DASHES = [undefined, '7 3.5', '2 2.5', '9 3 2 3'];
/** The piece of line before the name of a row. */
export const SWATCH = 20;
/** From the axis's end to the names of the curves. */
export const NAME_GAP = 11;

/** The dash pattern of the n-th curve. */
export function dashOf(index: number): string | undefined {
  return DASHES[index % DASHES.length];
}

/**
 * Step curves over a time axis, names at their ends, rows of numbers at risk under the ticks.
 *
 * Names move apart where ends meet and lose lines before they would leave the drawing. Where numbers would touch, ticks
 * are left out from the axis, and from the rows with it: the table has all of them.
 */
export function drawSurvival(chart: SurvivalChart, size: Size, type: Type): SurvivalDrawing {
  const scale = survivalScale(chart, size);
  const levels = axisText(scale.ticks, 'share', null);
  const rowHeight = type.axis * 1.5;
  const half = (tick: number): number =>
    Math.max(0, ...textsAt(chart, tick).map((text) => textWidth(text, type.axis))) / 2;
  const beside = half(chart.ticks.length - 1) + 8;
  const unit = displayText(chart.timeUnit);
  const bottom = Math.ceil(type.axis * 2 + rowHeight * (chart.curves.length + 1) + 2);
  const { labels, names } = wholeNames(size.width, (room) => ({
    labels: endLabels(chart, room - NAME_GAP, type, size.height - bottom),
    names:
      chart.curves.length === 1
        ? []
        : shortenApart(
            chart.curves.map(({ label }) => displayText(label)),
            room - beside - SWATCH,
            type.axis,
          ),
  }));
  const plot: Plot = {
    left: Math.ceil(Math.max(half(0), ...levels.map((text) => textWidth(text, type.axis) + 8)) + 2),
    right: Math.ceil(
      Math.max(
        textWidth(unit, type.axis) + beside,
        ...labels.flat().map((line) => boldWidth(line, type.label) + NAME_GAP),
        ...names.map((name) => textWidth(name, type.axis) + beside + SWATCH),
      ) + 2,
    ),
    top: Math.ceil(type.axis * 0.6 + 3),
    bottom,
  };
  const x = timeX(chart, plot, size);
  const y = (value: number): number => valueY(value, scale, plot, size);
  const axisY = size.height - bottom;
  const titleY = axisY + type.axis * 2 + rowHeight * 0.5;
  return {
    plot,
    scale,
    beside,
    ticks: roomyTicks(chart, x, type),
    levels: scale.ticks.map((tick, index) => ({ y: y(tick), text: levels[index] })),
    axisY,
    risk: {
      titleY,
      rows: chart.curves.map(({ atRisk }, index) => ({
        y: titleY + rowHeight * (index + 1),
        label: names[index] ?? null,
        cells: chart.ticks.map((_, tick) => countText(atRisk[tick] ?? null)),
      })),
    },
    curves: drawCurves(chart, { x, y, labels, bounds: { top: 0, bottom: axisY + type.label * 0.5 }, type }),
  };
}

type Names = { labels: string[][]; names: string[] };

/** Names in the least room beside the axis in which none is cut, up to a room that leaves the curves theirs. */
function wholeNames(width: number, namesIn: (room: number) => Names): Names {
  const least = Math.min(180, Math.max(112, width * 0.22));
  const most = Math.max(least, width * 0.32);
  const tries = Array.from({ length: 6 }, (_, step) => namesIn(least + ((most - least) * step) / 5));
  const isWhole = ({ labels, names }: Names): boolean =>
    ![...labels.flat(), ...names].some((line) => line.includes('…'));
  return tries.find(isWhole) ?? tries.at(-1)!;
}

export const AT_RISK = 'At risk';

/** Where a time stands; times off the axis stand at its ends. */
export function timeX(chart: SurvivalChart, plot: Plot, size: Size): (time: number) => number {
  const first = chart.ticks[0] ?? 0;
  const last = chart.ticks.at(-1) ?? first;
  const width = Math.max(1, size.width - plot.left - plot.right);
  return (time) => plot.left + (Math.min(last, Math.max(first, time)) - first) * (width / (last - first || 1));
}

/** A number at risk as printed under its tick. */
export function countText(count: number | null): string {
  return count === null ? '–' : formatNumber(count);
}

/** What stands under a tick: the time and the numbers at risk. */
function textsAt(chart: SurvivalChart, tick: number): string[] {
  if (tick < 0 || tick >= chart.ticks.length) return [];
  return [formatNumber(chart.ticks[tick]), ...chart.curves.map(({ atRisk }) => countText(atRisk[tick] ?? null))];
}

function roomyTicks(chart: SurvivalChart, x: (time: number) => number, type: Type): SurvivalDrawing['ticks'] {
  const ticks = chart.ticks.map((time, index) => {
    const texts = textsAt(chart, index);
    return {
      index,
      x: x(time),
      text: texts[0],
      half: Math.max(...texts.map((text) => textWidth(text, type.axis))) / 2 + type.axis * 0.4,
    };
  });
  // From the far end: how many are left at the end is read first. The start stays, whatever it costs its neighbour.
  const kept: typeof ticks = [];
  for (const tick of ticks.toReversed()) {
    const next = kept[0];
    if (next === undefined || tick.x + tick.half <= next.x - next.half) kept.unshift(tick);
    else if (tick.index === 0) {
      while (kept.length > 1 && tick.x + tick.half > kept[0].x - kept[0].half) kept.shift();
      if (tick.x + tick.half <= kept[0].x - kept[0].half) kept.unshift(tick);
    }
  }
  return kept.map(({ index, x: at, text }) => ({ index, x: at, text }));
}

/** Name and final share of each curve, in as many lines as all of them have room for. */
function endLabels(chart: SurvivalChart, room: number, type: Type, height: number): string[][] {
  const most = Math.max(1, Math.floor(height / (chart.curves.length * type.label * LEADING)));
  const figures = chart.curves.map((curve) =>
    formatValue(standingAt(curve, endOf(curve, chart.ticks), chart.ticks)?.survival ?? null, 'share'),
  );
  const names = chart.curves.map(({ label }) => displayText(label));
  if (most > 1) return names.map((name, index) => withFigure(name, figures[index], { room, most, type }));
  const widest = Math.max(0, ...figures.map((figure) => boldWidth(`  ${figure}`, type.label)));
  return shortenApart(names, (room - widest) * 0.96, type.label).map((name, index) => [`${name}  ${figures[index]}`]);
}

/** A name with its figure after it: on one line, at the end of the name's last line, or on a line of its own. */
function withFigure(
  name: string,
  figure: string,
  { room, most, type }: { room: number; most: number; type: Type },
): string[] {
  const joined = (line: string): string => `${line}  ${figure}`;
  const fits = (line: string): boolean => boldWidth(line, type.label) <= room;
  if (fits(joined(name))) return [joined(name)];
  const lines = wrapBold(name, room, type.label, 2);
  const last = lines.at(-1) ?? '';
  if (fits(joined(last))) return [...lines.slice(0, -1), joined(last)];
  return [...(most === 2 ? wrapBold(name, room, type.label, 1) : lines), figure];
}

type Drawing = {
  x: (time: number) => number;
  y: (value: number) => number;
  labels: string[][];
  bounds: { top: number; bottom: number };
  type: Type;
};

function drawCurves(chart: SurvivalChart, { x, y, labels, bounds, type }: Drawing): DrawnCurve[] {
  const ends = chart.curves.map((curve) => {
    const time = endOf(curve, chart.ticks);
    const last = standingAt(curve, time, chart.ticks);
    return last && { x: x(time), y: y(last.survival) };
  });
  const known = ends.filter((end) => end !== null);
  const height = Math.max(1, ...labels.map((lines) => lines.length)) * type.label * LEADING;
  const placed = spread(
    known.map((end) => end.y),
    height,
    bounds,
  );
  return chart.curves.map((curve, index) => {
    const end = ends[index];
    const steps = stepsOf(curve, chart.ticks).map(({ time, survival, lower, upper }) => ({
      x: x(time),
      y: y(survival),
      lower: lower === null ? null : y(lower),
      upper: upper === null ? null : y(upper),
    }));
    return {
      path: end ? stepPath(steps, end.x) : '',
      bands: end ? bandPaths(steps, end.x) : [],
      dash: dashOf(index),
      end: end && { ...end, label: labels[index], labelY: placed[known.indexOf(end)] },
    };
  });
}
