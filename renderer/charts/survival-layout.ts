import { displayText, formatNumber, formatValue } from '../../main/contract/format.ts';
import type { SurvivalChart } from '../../main/contract/page.ts';
import { axisText } from './axis-text.ts';
import { valueY, type Plot, type Size, type Type } from './frame.ts';
import { spread, textWidth, wrapLabel } from './labels.ts';
import { scaleOf, type Scale } from './scale.ts';
import { bandPaths, stepPath } from './step-path.ts';
import { LEADING } from './text-block.tsx';

type Curve = SurvivalChart['curves'][number];

/** What a curve says at a time; null before it starts and after it ends. */
export type Standing = { survival: number; lower: number | null; upper: number | null };

export type SurvivalDrawing = {
  plot: Plot;
  scale: Scale;
  /** Ticks whose numbers have room; the columns of the rows at risk stand under them. */
  ticks: { index: number; x: number; text: string }[];
  levels: { y: number; text: string }[];
  axisY: number;
  risk: { titleY: number; rows: { y: number; label: string; cells: string[] }[] };
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
const SWATCH = 24;

/** The dash pattern of the n-th curve. */
export function dashOf(index: number): string | undefined {
  return DASHES[index % DASHES.length];
}

/** The last time that a curve says something about: its last point, or the last tick at which people are still at risk. */
export function endOf(curve: Curve, ticks: readonly number[]): number {
  const watched = ticks.filter((_, index) => (curve.atRisk[index] ?? 0) > 0);
  const last = Math.max(curve.from, curve.points.at(-1)?.time ?? curve.from, ...watched);
  return Math.min(last, ticks.at(-1) ?? last);
}

/** What a curve says at a time. It stays on its level until the next point, and starts at 1 without uncertainty. */
export function standingAt(curve: Curve, time: number, ticks: readonly number[]): Standing | null {
  if (time < curve.from || time > endOf(curve, ticks)) return null;
  const point = curve.points.findLast((one) => one.time <= time);
  return point ?? { survival: 1, lower: null, upper: null };
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
  const names = chart.curves.map(({ label }) => displayText(label));
  const rowHeight = type.axis * 1.5;
  const rowRoom = Math.max(70, size.width * 0.2);
  const left =
    Math.ceil(
      Math.max(
        ...levels.map((text) => textWidth(text, type.axis) + 10),
        ...[AT_RISK, displayText(chart.timeUnit)].map((text) => textWidth(text, type.axis) + 16),
        Math.min(rowRoom, Math.max(...names.map((name) => textWidth(name, type.axis) + SWATCH + 16))),
        ...chart.curves.map(({ atRisk }) => textWidth(countText(atRisk[0] ?? null), type.axis) / 2),
      ),
    ) + 2;
  const nameRoom = Math.max(80, size.width * 0.19);
  const bottom = Math.ceil(type.axis * 1.9 + rowHeight * (names.length + 1) + 4);
  const top = Math.ceil(type.axis * 0.6 + 4);
  const fit = endLabels(chart, nameRoom, type, size.height - bottom);
  const right =
    Math.ceil(Math.max(24, ...fit.flatMap((lines) => lines.map((line) => textWidth(line, type.label) * 1.06)))) + 14;
  const plot: Plot = { left, right, top, bottom };
  const x = timeX(chart, plot, size);
  const y = (value: number): number => valueY(value, scale, plot, size);
  const axisY = size.height - bottom;
  const titleY = axisY + type.axis * 1.9 + rowHeight * 0.5;
  return {
    plot,
    scale,
    ticks: roomyTicks(chart, x, type),
    levels: scale.ticks.map((tick, index) => ({ y: y(tick), text: levels[index] })),
    axisY,
    risk: {
      titleY,
      rows: chart.curves.map(({ atRisk }, index) => ({
        y: titleY + rowHeight * (index + 1),
        label: wrapLabel(names[index], left - SWATCH - 14, type.axis, 1)[0] ?? '',
        cells: chart.ticks.map((_, tick) => countText(atRisk[tick] ?? null)),
      })),
    },
    curves: drawCurves(chart, { x, y, labels: fit, bounds: { top: 0, bottom: axisY + type.label * 0.5 }, type }),
  };
}

export const AT_RISK = 'At risk';

/** Where a time stands; times off the axis stand at its ends. */
export function timeX(chart: SurvivalChart, plot: Plot, size: Size): (time: number) => number {
  const first = chart.ticks[0] ?? 0;
  const last = chart.ticks.at(-1) ?? first;
  const width = Math.max(1, size.width - plot.left - plot.right);
  return (time) => plot.left + (Math.min(last, Math.max(first, time)) - first) * (width / (last - first || 1));
}

function survivalScale(chart: SurvivalChart, size: Size): Scale {
  const last = chart.ticks.at(-1) ?? Infinity;
  const values = chart.curves.flatMap(({ points }) =>
    points.filter(({ time }) => time <= last).flatMap(({ survival, lower }) => [survival, lower ?? survival]),
  );
  const scale = scaleOf([1, Math.max(0, Math.min(0.95, ...values))], size.height < 260 ? 3 : 5);
  return { ...scale, max: 1, ticks: scale.ticks.filter((tick) => tick <= 1) };
}

/** A number at risk as printed under its tick. */
export function countText(count: number | null): string {
  return count === null ? '–' : formatNumber(count);
}

function roomyTicks(chart: SurvivalChart, x: (time: number) => number, type: Type): SurvivalDrawing['ticks'] {
  const ticks = chart.ticks.map((time, index) => {
    const texts = [formatNumber(time), ...chart.curves.map(({ atRisk }) => countText(atRisk[index] ?? null))];
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
    else if (tick.index === 0 && kept.length > 1) kept.splice(0, 1, tick);
  }
  return kept.map(({ index, x: at, text }) => ({ index, x: at, text }));
}

/** Name and final share of each curve, in as many lines as all of them have room for. */
function endLabels(chart: SurvivalChart, room: number, type: Type, height: number): string[][] {
  const most = Math.max(1, Math.floor(height / (chart.curves.length * type.label * LEADING)));
  return chart.curves.map((curve) => {
    const name = displayText(curve.label);
    const last = standingAt(curve, endOf(curve, chart.ticks), chart.ticks);
    const figure = formatValue(last?.survival ?? null, 'share');
    const line = `${name}  ${figure}`;
    if (textWidth(line, type.label) <= room) return [line];
    if (most === 1)
      return [`${wrapLabel(name, room - textWidth(`  ${figure}`, type.label), type.label, 1)[0]}  ${figure}`];
    return [...wrapLabel(name, room, type.label, Math.min(2, most - 1)), figure];
  });
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

/** The points of a curve that lie on the axis, led by where the curve stands when the axis or the curve starts. */
function stepsOf(curve: Curve, ticks: readonly number[]): (Standing & { time: number })[] {
  const start = Math.max(curve.from, ticks[0] ?? curve.from);
  const first = standingAt(curve, start, ticks);
  if (first === null) return [];
  const end = endOf(curve, ticks);
  return [{ ...first, time: start }, ...curve.points.filter(({ time }) => time > start && time <= end)];
}
