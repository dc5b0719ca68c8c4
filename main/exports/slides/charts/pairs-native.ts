import { lightPalette } from '../../../contract/drawing/palette.ts';
import { displayText } from '../../../contract/format.ts';
import type { PairsChart } from '../../../contract/page.ts';
import type { Size } from '../../../contract/drawing/frame.ts';
import { formatsOf, fullFormat, plainNumber } from './number-format.ts';
import type { NativeChart } from './native-chart.ts';

/** Beyond the longest bar, for its value. */
const VALUE_ROOM = 1.18;

/** Bars in pairs on one scale, the first on top, each with its value. */
export function pairsNative(chart: PairsChart, size: Size): NativeChart {
  const measured = { unit: chart.unit, currency: null };
  const values = chart.measures.map((_, lane) =>
    chart.bars.map((bar) => plainNumber(bar.values[lane] ?? null, measured)),
  );
  const known = values.flat().filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const row = (size.height - 24) / Math.max(1, chart.bars.length);
  return {
    form: 'bars',
    stacked: false,
    heading: 'Name',
    places: chart.bars.map(({ label }) => displayText(label)),
    series: chart.measures.map(({ label, role }, lane) => ({
      name: displayText(label),
      values: values[lane],
      format: fullFormat(measured),
      quiet: false,
      color: lightPalette.mark[role],
      line: null,
      labels: {
        position: 'outside',
        color: lightPalette.text[role],
        formats: formatsOf(
          chart.bars.map((bar) => bar.values[lane] ?? null),
          measured,
        ),
        at: 'all',
        texts: null,
      },
      signals: [],
    })),
    values: {
      min: low * VALUE_ROOM,
      max: (high || 1) * VALUE_ROOM,
      step: (high - low || 1) / 4,
      format: fullFormat(measured),
      shown: false,
    },
    placeFormat: 'General',
    across: null,
    named: { shown: true, every: 1 },
    legend: true,
    overlap: false,
    gap: 0.45,
    plot: null,
    size: Math.min(12, Math.max(9.5, (row / chart.measures.length) * 0.7)),
  };
}
