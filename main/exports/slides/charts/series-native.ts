import { valueY, type Size } from '../../../contract/drawing/frame.ts';
import { spread } from '../../../contract/drawing/labels.ts';
import { lightPalette } from '../../../contract/drawing/palette.ts';
import { scaleOf, type Scale } from '../../../contract/drawing/scale.ts';
import { displayText, formatValue } from '../../../contract/format.ts';
import type { SeriesChart } from '../../../contract/page.ts';
import { slideWidth } from '../text-items.ts';
import { dayCell } from '../../workbook/number-cell.ts';
import type { NativeChart, NativeSeries } from './native-chart.ts';
import { formatsOf, fullFormat, plainNumber } from './number-format.ts';
import { valueAxis } from './value-axis.ts';

type Series = SeriesChart['series'][number];

const TYPE = 12;
/** Names at the ends of lines may take so much of the width; longer ones stand in a legend. */
const MOST_NAME = 0.3;
/** Room for the name of a month. */
const MONTH = 48;
const PLOT = { left: 52, top: 14, bottom: 34 };

/** Monthly lines: actual with points, prior year thin, natural limits dashed, signals ringed, names at the ends. */
export function seriesNative(chart: SeriesChart, size: Size): NativeChart {
  const ends = chart.scale ? [chart.scale.from, chart.scale.to] : [];
  const scale = scaleOf([...ends, ...chart.series.flatMap(drawnValues)], 5);
  const names = chart.series.map((series) => endText(series, chart));
  const widest = Math.max(0, ...names.map((name) => slideWidth(name, { size: TYPE, bold: true })));
  const legend = widest > size.width * MOST_NAME;
  const right = legend ? 64 : widest + 16;
  const top = legend ? 34 : PLOT.top;
  const plot = { left: PLOT.left, right, top, bottom: PLOT.bottom };
  const shifts = endShifts(chart, scale, size, plot);
  const width = size.width - plot.left - right;
  return {
    form: 'lines',
    stacked: false,
    heading: 'Month',
    places: chart.months.map((month) => dayCell(`${month}-01`).number),
    placeFormat: 'mmm\\ yyyy',
    series: chart.series.flatMap((series, index) => linesOf(chart, series, shifts[index] / size.height)),
    values: valueAxis(scale, chart),
    across: null,
    named: { shown: true, every: Math.max(1, Math.ceil((chart.months.length * MONTH) / Math.max(1, width))) },
    legend,
    overlap: false,
    gap: 1,
    plot: {
      x: plot.left / size.width,
      y: plot.top / size.height,
      width: width / size.width,
      height: (size.height - plot.top - plot.bottom) / size.height,
    },
    size: TYPE,
  };
}

function linesOf(chart: SeriesChart, series: Series, shift: number): NativeSeries[] {
  const { role, prior, limits } = series;
  const label = displayText(series.label);
  const last = series.actual.findLastIndex((value) => value !== null);
  const level = (value: number): number[] => chart.months.map(() => value);
  const quiet = (name: string, values: (number | null)[], dash: 'solid' | 'sysDot'): NativeSeries => ({
    ...lineOf(chart, name, values),
    quiet: true,
    color: lightPalette.prior[role],
    line: { width: 1.2, dash, marker: 0 },
  });
  return [
    ...(prior ? [quiet(`${label}, prior year`, prior, 'solid')] : []),
    ...(limits
      ? [
          quiet(`${label}, lower limit`, level(limits.lower), 'sysDot'),
          quiet(`${label}, upper limit`, level(limits.upper), 'sysDot'),
        ]
      : []),
    {
      ...lineOf(chart, label, series.actual),
      color: lightPalette.mark[role],
      line: { width: 2.6, dash: 'solid', marker: 5 },
      labels:
        last < 0
          ? null
          : {
              position: 'right',
              color: lightPalette.text[role],
              formats: formatsOf(series.actual, chart),
              at: { index: last, shift },
              texts: null,
            },
      signals: series.signals.filter(({ index }) => series.actual[index] !== null),
    },
  ];
}

function lineOf(chart: SeriesChart, name: string, values: (number | null)[]): NativeSeries {
  return {
    name,
    values: values.map((value) => plainNumber(value, chart)),
    format: fullFormat(chart),
    quiet: false,
    color: null,
    line: null,
    labels: null,
    signals: [],
  };
}

function drawnValues({ actual, prior, limits }: Series): number[] {
  return [...actual, ...(prior ?? []), ...(limits ? [limits.lower, limits.upper] : [])].filter(
    (value) => value !== null,
  );
}

function endText({ label, actual }: Series, { unit, currency }: SeriesChart): string {
  const last = actual.findLast((value) => value !== null) ?? null;
  return `${displayText(label)} ${formatValue(last, unit, { currency })}`;
}

/** How far names move so that they do not lie over one another, in pixels down. */
function endShifts(chart: SeriesChart, scale: Scale, size: Size, plot: Parameters<typeof valueY>[2]): number[] {
  const ends = chart.series.map(({ actual }) => {
    const last = actual.findLast((value) => value !== null) ?? null;
    return last === null ? null : valueY(last, scale, plot, size);
  });
  const placed = spread(
    ends.filter((end) => end !== null),
    TYPE * 1.4,
    { top: 0, bottom: size.height - plot.bottom + TYPE },
  );
  let next = 0;
  return ends.map((end) => (end === null ? 0 : placed[next++] - end));
}
