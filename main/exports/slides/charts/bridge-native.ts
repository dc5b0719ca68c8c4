import { bridgeScale, spansOf, type Span } from '../../../contract/drawing/bridge-levels.ts';
import type { Size } from '../../../contract/drawing/frame.ts';
import { fittingSize, textWidth, wrapLabel } from '../../../contract/drawing/labels.ts';
import { lightPalette } from '../../../contract/drawing/palette.ts';
import { displayText } from '../../../contract/format.ts';
import type { BridgeChart, Role } from '../../../contract/page.ts';
import { stepCell } from '../../../contract/twins/bridge-table.ts';
import { twinText } from '../../../contract/twins/twin-text.ts';
import type { NativeChart, NativeSeries } from './native-chart.ts';
import { fullFormat, plainNumber } from './number-format.ts';
import { valueAxis } from './value-axis.ts';

const TYPE = 12;
const SMALLEST = 9;

/** A bar that crosses zero has a piece above and a piece below it. */
type Pieces = { base: number; above: number; below: number };

/**
 * A waterfall as stacked columns: an invisible base carries each change; a series a colour.
 * An invisible line along the tops carries the signed changes in words, which stay words when numbers are edited.
 */
export function bridgeNative(chart: BridgeChart, size: Size): NativeChart {
  const spans = spansOf(chart.steps);
  const { scale, cut } = bridgeScale(spans);
  const pieces = spans.map(piecesOf);
  const roles = [...new Set(chart.steps.map(({ role }) => role))];
  const series = (name: string, color: string | null, values: (number | null)[]): NativeSeries => ({
    name,
    values: values.map((value) => plainNumber(value, chart)),
    format: fullFormat(chart),
    quiet: color === null,
    color,
    line: null,
    labels: null,
    signals: [],
  });
  const piece = (role: Role, part: 'above' | 'below'): (number | null)[] =>
    chart.steps.map((step, index) => (step.role === role && pieces[index][part] !== 0 ? pieces[index][part] : null));
  const names = namesOf(chart, size);
  const crossing = pieces.some(({ above, below }) => above !== 0 && below !== 0);
  return {
    form: 'columns',
    stacked: true,
    heading: 'Step',
    places: names,
    series: [
      series(
        'Base',
        null,
        pieces.map(({ base }) => base),
      ),
      ...roles.flatMap((role) => [
        series(wordFor(role), lightPalette.mark[role], merged(piece(role, 'above'), piece(role, 'below'), crossing)),
        ...(crossing ? [series(`${wordFor(role)}, below zero`, lightPalette.mark[role], piece(role, 'below'))] : []),
      ]),
      {
        ...series(
          'Top',
          null,
          spans.map(({ from, to }) => Math.max(from, to)),
        ),
        line: { width: 0, dash: 'solid', marker: 0 },
        labels: {
          position: 'above',
          color: lightPalette.ink,
          formats: [],
          at: 'all',
          texts: chart.steps.map((step) => twinText(stepCell(step, chart))),
        },
      },
    ],
    values: valueAxis(roomAbove(scale), chart, !cut),
    placeFormat: 'General',
    across: null,
    named: { shown: true, every: 1 },
    legend: false,
    overlap: true,
    gap: 0.5,
    plot: null,
    size: fittingSize(names, slotOf(chart, size), TYPE, SMALLEST),
  };
}

function piecesOf({ from, to }: Span): Pieces {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (low >= 0) return { base: low, above: high - low, below: 0 };
  if (high <= 0) return { base: high, above: 0, below: low - high };
  return { base: 0, above: high, below: low };
}

/** Where no bar crosses zero, one series holds the pieces of both sides. */
function merged(above: (number | null)[], below: (number | null)[], crossing: boolean): (number | null)[] {
  return crossing ? above : above.map((value, index) => value ?? below[index]);
}

/** The label of the highest bar needs room. */
function roomAbove(scale: ReturnType<typeof bridgeScale>['scale']): typeof scale {
  return { ...scale, max: scale.max + (scale.max - scale.min) * 0.08 };
}

/** Room under a bar, beside the numbers of the axis. */
function slotOf({ steps }: BridgeChart, { width }: Size): number {
  return (width - 60) / Math.max(1, steps.length) - 6;
}

/** Names with their remarks, where every one has room under its bar. */
function namesOf(chart: BridgeChart, size: Size): string[] {
  const labels = chart.steps.map(({ label }) => displayText(label));
  const slot = slotOf(chart, size);
  const remarks = chart.steps.map(({ note }) => (note === null ? '' : displayText(note)));
  const fits = remarks.every(
    (remark, index) =>
      remark === '' || (wrapLabel(remark, slot, TYPE, 9).length <= 3 && textWidth(labels[index], TYPE) <= slot * 2),
  );
  return labels.map((label, index) => (fits && remarks[index] !== '' ? `${label}: ${remarks[index]}` : label));
}

function wordFor(role: Role): string {
  return role.charAt(0).toUpperCase() + role.slice(1);
}
