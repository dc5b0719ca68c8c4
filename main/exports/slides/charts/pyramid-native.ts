import { lightPalette } from '../../../contract/drawing/palette.ts';
import { displayText } from '../../../contract/format.ts';
import type { PyramidChart } from '../../../contract/page.ts';
import { formatsOf, fullFormat, plainNumber } from './number-format.ts';
import type { NativeChart, NativeSeries } from './native-chart.ts';

/** Beyond the longest bar, for its value. */
const VALUE_ROOM = 1.35;

/** Bars to both sides of one axis: the left side stands in the workbook below zero and is shown without its sign. */
export function pyramidNative(chart: PyramidChart): NativeChart {
  const measured = { unit: chart.unit, currency: null };
  const numbers = chart.bands.flatMap(({ values }) => values.map((value) => plainNumber(value, measured)));
  const most = Math.max(0, ...numbers.map((value) => value ?? 0)) || 1;
  const side = (at: 0 | 1): NativeSeries => ({
    name: displayText(chart.sides[at].label),
    values: chart.bands.map(({ values }) => {
      const value = plainNumber(values[at], measured);
      return value === null || at === 1 ? value : -value;
    }),
    format: `${fullFormat(measured)};${fullFormat(measured)}`,
    quiet: false,
    color: lightPalette.mark[chart.sides[at].role],
    line: null,
    labels: {
      position: 'outside',
      color: lightPalette.text[chart.sides[at].role],
      formats: formatsOf(
        chart.bands.map(({ values }) => values[at]),
        measured,
      ).map((format) => `${format};${format}`),
      at: 'all',
      texts: null,
    },
    signals: [],
  });
  return {
    form: 'bars',
    stacked: false,
    heading: 'Band',
    // The last band stands on top, and bars are drawn from the top.
    ...topFirst(
      chart.bands.map(({ label }) => displayText(label)),
      [side(0), side(1)],
    ),
    values: { min: -most * VALUE_ROOM, max: most * VALUE_ROOM, step: most, format: fullFormat(measured), shown: false },
    placeFormat: 'General',
    across: null,
    named: { shown: true, every: 1 },
    legend: true,
    overlap: true,
    gap: 0.35,
    plot: null,
    size: 11,
  };
}

function topFirst(places: string[], series: NativeSeries[]): Pick<NativeChart, 'places' | 'series'> {
  return {
    places: places.toReversed(),
    series: series.map((one) => ({
      ...one,
      values: one.values.toReversed(),
      labels: one.labels && { ...one.labels, formats: one.labels.formats.toReversed() },
    })),
  };
}
