import { valueY, type Plot, type Size } from '../../../contract/drawing/frame.ts';
import { spread } from '../../../contract/drawing/labels.ts';
import { lightPalette } from '../../../contract/drawing/palette.ts';
import type { Scale } from '../../../contract/drawing/scale.ts';
import { survivalScale } from '../../../contract/drawing/survival-scale.ts';
import { displayText, formatValue } from '../../../contract/format.ts';
import type { SurvivalChart } from '../../../contract/page.ts';
import { endOf, standingAt, stepsOf, type Standing } from '../../../contract/drawing/survival-curve.ts';
import { slideWidth } from '../text-items.ts';
import type { Dash, NativeChart, NativeSeries } from './native-chart.ts';
import { formatsOf, fullFormat } from './number-format.ts';
import { seenCurve } from './seen-curve.ts';
import { valueAxis } from './value-axis.ts';

type Curve = SurvivalChart['curves'][number];

const SHARE = { unit: 'share', currency: null } as const;
const TYPE = 12;
/** On grey paper curves are told apart by their dashes. */
const DASHES: Dash[] = ['solid', 'dash', 'sysDot', 'dashDot'];

/** Room around the curves: names of the rows at risk at the left, names of curves at the right. */
export function survivalPlot(chart: SurvivalChart, size: Size): Plot {
  const named = chart.curves.length > 1;
  const names = chart.curves.map(({ label }) => slideWidth(displayText(label), { size: TYPE, bold: true }));
  const ends = chart.curves.map((curve) => slideWidth(endText(curve, chart, named), { size: TYPE, bold: true }));
  return {
    left: Math.min(size.width * 0.32, Math.max(60, ...names) + 40),
    right: Math.min(size.width * 0.26, Math.max(0, ...ends) + 20),
    top: named ? 30 : 12,
    bottom: 30,
  };
}

/** Curves as steps: at every time of any of them the level before and after it, with their intervals dotted. */
export function survivalNative(chart: SurvivalChart, size: Size, plot: Plot): NativeChart {
  const { ticks } = chart;
  const curves = chart.curves.map((curve) => seenCurve(curve, ticks));
  const times = [...new Set([...ticks, ...curves.flatMap((curve) => stepsOf(curve, ticks).map(({ time }) => time))])]
    .filter((time) => time >= ticks[0] && time <= ticks.at(-1)!)
    .sort((a, b) => a - b);
  const places = times.flatMap((time, index) => (index === 0 ? [time] : [time, time]));
  const scale = survivalScale(chart, size);
  const shifts = endShifts({ ...chart, curves }, scale, size, plot);
  return {
    form: 'points',
    stacked: false,
    heading: displayText(chart.timeUnit),
    places,
    placeFormat: 'General',
    series: curves.flatMap((curve, index) => seriesOf(chart, curve, times, index, shifts[index] / size.height)),
    values: valueAxis(scale, SHARE),
    across: { min: ticks[0], max: ticks.at(-1)!, step: stepOf(ticks), format: '#,##0', shown: true },
    named: { shown: true, every: 1 },
    legend: chart.curves.length > 1,
    overlap: false,
    gap: 1,
    plot: {
      x: plot.left / size.width,
      y: plot.top / size.height,
      width: (size.width - plot.left - plot.right) / size.width,
      height: (size.height - plot.top - plot.bottom) / size.height,
    },
    size: TYPE,
  };
}

/** Lines where most ticks stand; the rows beneath name each of them. */
function stepOf(ticks: readonly number[]): number {
  return Math.max(...ticks.slice(1).map((tick, index) => tick - ticks[index]), 1);
}

function seriesOf(chart: SurvivalChart, curve: Curve, times: number[], index: number, shift: number): NativeSeries[] {
  const label = displayText(curve.label);
  const standings = times.map((time) => standingAt(curve, time, chart.ticks));
  const hasBounds = standings.some((standing) => standing !== null && standing.lower !== null);
  const line = (name: string, of: (standing: Standing) => number | null): NativeSeries => ({
    name,
    values: levels(standings, of),
    format: fullFormat(SHARE),
    quiet: true,
    color: paler(lightPalette.prior[curve.role]),
    line: { width: 0.8, dash: 'solid', marker: 0 },
    labels: null,
    signals: [],
  });
  const curveLine = line(label, ({ survival }) => survival);
  const last = curveLine.values.findLastIndex((value) => value !== null);
  return [
    ...(hasBounds
      ? [line(`${label}, lower`, ({ lower }) => lower), line(`${label}, upper`, ({ upper }) => upper)]
      : []),
    {
      ...curveLine,
      quiet: false,
      color: lightPalette.mark[curve.role],
      line: { width: 2.4, dash: DASHES[index % DASHES.length], marker: 0 },
      labels:
        last < 0
          ? null
          : {
              position: 'right',
              color: lightPalette.text[curve.role],
              formats: formatsOf(curveLine.values, SHARE),
              at: { index: last, shift },
              texts: null,
            },
    },
  ];
}

/** Each time but the first twice: the level that ends there, and the one that starts. */
function levels(standings: (Standing | null)[], of: (standing: Standing) => number | null): (number | null)[] {
  const level = standings.map((standing) => (standing === null ? null : of(standing)));
  return level.flatMap((value, index) => (index === 0 ? [value] : [value === null ? null : level[index - 1], value]));
}

/** What stands at the end of a curve: its level, and its name where no legend has it. */
function endText(curve: Curve, { ticks }: SurvivalChart, named: boolean): string {
  const level = formatValue(levelAtEnd(curve, ticks), 'share');
  return named ? level : `${displayText(curve.label)} ${level}`;
}

/** Where the drawing of a curve ends: points beyond the axis are not drawn. */
function levelAtEnd(curve: Curve, ticks: readonly number[]): number | null {
  return standingAt(curve, endOf(curve, ticks), ticks)?.survival ?? null;
}

/** Intervals of several curves cross; halfway to white they stay behind the curves. */
function paler(color: string): string {
  const half = [1, 3, 5].map((at) => Math.round((Number.parseInt(color.slice(at, at + 2), 16) + 255) / 2));
  return `#${half.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function endShifts({ curves, ticks }: SurvivalChart, scale: Scale, size: Size, plot: Plot): number[] {
  const ends = curves.map((curve) => valueY(levelAtEnd(curve, ticks) ?? 1, scale, plot, size));
  const placed = spread(ends, TYPE * 1.4, { top: 0, bottom: size.height - plot.bottom + TYPE });
  return placed.map((place, index) => place - ends[index]);
}
