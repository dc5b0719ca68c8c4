import type { EChartsCoreOption } from 'echarts/core';
import { formatValue } from '../../main/contract/format.ts';
import type { SeriesChart } from '../../main/contract/page.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import { SANS } from '../theme/fonts.ts';
import { axisText } from '../../main/contract/drawing/axis-text.ts';
import { spread, textWidth, wrapLabel } from '../../main/contract/drawing/labels.ts';
import { valueY, type Plot, type Size, type Type } from '../../main/contract/drawing/frame.ts';
import { monthAxis } from './month-axis.ts';
import { scaleOf, type Scale } from '../../main/contract/drawing/scale.ts';

type Series = SeriesChart['series'][number];

export type SeriesDrawing = { option: EChartsCoreOption; plot: Plot; scale: Scale };

/**
 * Monthly lines on one common scale: actual solid with points, prior year thin, natural limits as a band, signals ringed.
 * Lines are named at their ends; where two ends meet, the names move apart.
 * A month without data leaves a gap, and a lone month between gaps keeps its point.
 */
export function drawSeries(chart: SeriesChart, palette: Palette, size: Size, type: Type): SeriesDrawing {
  const ends = chart.scale ? [chart.scale.from, chart.scale.to] : [];
  const scale = scaleOf([...ends, ...chart.series.flatMap(valuesOf)], size.height < 240 ? 3 : 5);
  const ticks = axisText(scale.ticks, chart.unit, chart.currency);
  const nameRoom = Math.max(94, size.width * 0.2);
  const names = chart.series.map((series) => endLabel(series, chart, nameRoom, type));
  const plot: Plot = {
    left: Math.ceil(Math.max(...ticks.map((tick) => textWidth(tick, type.axis)))) + 12,
    right:
      Math.ceil(
        Math.max(24, ...names.map((name) => Math.max(...name.lines.map((line) => textWidth(line, type.label) * 1.06)))),
      ) + 14,
    top: type.axis + 8,
    bottom: type.axis * 2 + 14,
  };
  const shifts = endShifts(names, scale, plot, size, type);
  const option: EChartsCoreOption = {
    animation: false,
    textStyle: { fontFamily: SANS },
    grid: { left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom, outerBoundsMode: 'none' },
    xAxis: monthAxis(chart.months, palette, type, size.width - plot.left - plot.right),
    yAxis: {
      type: 'value',
      min: scale.min,
      max: scale.max,
      interval: scale.ticks.length > 1 ? scale.ticks[1] - scale.ticks[0] : 1,
      axisLabel: {
        color: palette.muted,
        fontSize: type.axis,
        margin: 8,
        formatter: (value: number) => ticks[nearest(scale.ticks, value)],
      },
      splitLine: { lineStyle: { color: palette.grid } },
    },
    series: chart.series.flatMap((series, index) => [
      ...priorLine(series, palette),
      actualLine(series, palette, type, { lines: names[index].lines, shift: shifts[index] }),
    ]),
  };
  return { option, plot, scale };
}

function valuesOf(series: Series): number[] {
  const limits = series.limits ? [series.limits.lower, series.limits.upper] : [];
  return [...series.actual, ...(series.prior ?? []), ...limits].filter((value) => value !== null);
}

type EndLabel = { lines: string[]; value: number | null };

function endLabel(series: Series, chart: SeriesChart, room: number, type: Type): EndLabel {
  const value = series.actual.findLast((one) => one !== null) ?? null;
  if (value === null) return { lines: [''], value };
  const figure = formatValue(value, chart.unit, { currency: chart.currency });
  const oneLine = `${series.label}  ${figure}`;
  if (textWidth(oneLine, type.label) <= room) return { lines: [oneLine], value };
  return { lines: [...wrapLabel(series.label, room, type.label, 2), figure], value };
}

function endShifts(names: EndLabel[], scale: Scale, plot: Plot, size: Size, type: Type): number[] {
  const ends = names.map((name) => (name.value === null ? null : valueY(name.value, scale, plot, size)));
  const known = ends.filter((end) => end !== null);
  const height = Math.max(...names.map((name) => name.lines.length)) * type.label * 1.25;
  const placed = spread(known, height, { top: 0, bottom: size.height - plot.bottom + height / 2 });
  let next = 0;
  return ends.map((end) => (end === null ? 0 : placed[next++] - end));
}

function priorLine(series: Series, palette: Palette) {
  if (series.prior === null) return [];
  return [
    {
      id: `${series.id}/prior`,
      type: 'line',
      silent: true,
      data: series.prior,
      showSymbol: false,
      lineStyle: { color: palette.prior[series.role], width: 1.2 },
      z: 2,
    },
  ];
}

function actualLine(series: Series, palette: Palette, type: Type, name: { lines: string[]; shift: number }) {
  const color = palette.mark[series.role];
  const dense = series.actual.length > 26;
  const last = series.actual.findLastIndex((value) => value !== null);
  const data = series.actual.map((value, index) => {
    if (value === null) return { value: null };
    const signal = series.signals.find((one) => one.index === index);
    const lone = (series.actual[index - 1] ?? null) === null && (series.actual[index + 1] ?? null) === null;
    return {
      value,
      symbolSize: signal ? type.point * 1.9 : dense && !lone && index !== last ? 0 : type.point,
      ...(signal && { itemStyle: { color: palette.paper, borderColor: color, borderWidth: 2 } }),
      ...(index === last
        ? { label: endLabelStyle(name, palette.text[series.role], type) }
        : signal &&
          isFirstOfRun(series, index) && {
            label: signalLabel(signal.text, palette.text[series.role], type, {
              first: index === 0,
              rising: (series.actual[index + 1] ?? value) > value,
            }),
          }),
    };
  });
  return {
    id: series.id,
    type: 'line',
    silent: true,
    data,
    symbol: 'circle',
    showAllSymbol: true,
    lineStyle: { color, width: type.line },
    itemStyle: { color },
    z: 3,
    markArea: series.limits && {
      silent: true,
      itemStyle: { color, opacity: palette.bandOpacity },
      data: [[{ yAxis: series.limits.lower }, { yAxis: series.limits.upper }]],
    },
  };
}

function endLabelStyle(name: { lines: string[]; shift: number }, color: string, type: Type) {
  return {
    show: true,
    position: 'right',
    distance: 9,
    offset: [0, name.shift],
    formatter: name.lines.join('\n'),
    color,
    fontSize: type.label,
    lineHeight: type.label * 1.25,
    fontWeight: 600,
    align: 'left',
  };
}

/**
 * Above the ring; left of it where the line goes on rising and would run through the words. In the first month there is
 * no room on the left, where the axis has its figures: then to the right, on the side that the line does not take.
 */
function signalLabel(text: string, color: string, type: Type, { first, rising }: { first: boolean; rising: boolean }) {
  const aside = first ? textWidth(text, type.axis) / 2 - type.point : rising ? -type.axis * 1.2 : 0;
  return {
    show: true,
    position: first && rising ? 'bottom' : 'top',
    distance: 6,
    offset: [aside, 0],
    formatter: text,
    color,
    fontSize: type.axis,
    fontWeight: 500,
  };
}

/** Neighbouring signals share one label, or the words would cover the line. */
function isFirstOfRun(series: Series, index: number): boolean {
  return !series.signals.some((signal) => signal.index === index - 1);
}

function nearest(ticks: number[], value: number): number {
  return ticks.reduce(
    (best, tick, index) => (Math.abs(tick - value) < Math.abs(ticks[best] - value) ? index : best),
    0,
  );
}
