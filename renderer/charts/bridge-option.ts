import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import { displayText } from '../../main/contract/format.ts';
import type { BridgeChart } from '../../main/contract/page.ts';
import { stepCell } from '../../main/contract/twins/bridge-table.ts';
import { bridgeScale, spansOf, type Span } from '../../main/contract/drawing/bridge-levels.ts';
import { SANS } from '../theme/fonts.ts';
import type { Palette } from '../../main/contract/drawing/palette.ts';
import { axisText } from '../../main/contract/drawing/axis-text.ts';
import type { Plot, Size, Type } from '../../main/contract/drawing/frame.ts';
import { fittingSize, textWidth, wrapLabel } from '../../main/contract/drawing/labels.ts';
import type { Scale } from '../../main/contract/drawing/scale.ts';
import { twinText } from '../../main/contract/twins/twin-text.ts';

export type BridgeDrawing = { option: EChartsCoreOption; plot: Plot; scale: Scale; cut: boolean };

/** Names may give up that much of their size before they go on two levels. */
const SMALL = 0.88;

/**
 * A waterfall: totals solid, changes floating in their colour with signed values, thin connectors between levels.
 * Where the changes are small beside the totals the axis starts above zero and the totals carry a break mark.
 */
export function drawBridge(chart: BridgeChart, palette: Palette, size: Size, type: Type): BridgeDrawing {
  const spans = spansOf(chart.steps);
  const { scale, cut } = bridgeScale(spans);
  const ticks = axisText(scale.ticks, chart.unit, chart.currency);
  const left = cut ? 8 : Math.ceil(Math.max(...ticks.map((tick) => textWidth(tick, type.axis)))) + 12;
  const slot = (size.width - left - 8) / Math.max(1, chart.steps.length);
  const { names, nameSize } = nameSteps(chart, slot, type);
  const lines = Math.max(1, ...names.map((name) => name.length));
  const plot: Plot = { left, right: 8, top: type.label * 2 + 4, bottom: Math.ceil(lines * nameSize * 1.3) + 12 };
  const values = chart.steps.map((step) => stepText(step, chart));
  const option: EChartsCoreOption = {
    animation: false,
    textStyle: { fontFamily: SANS },
    grid: { ...plot, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: chart.steps.map((_, index) => String(index)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.axis }, onZero: !cut },
      axisLabel: {
        interval: 0,
        color: palette.ink,
        fontSize: nameSize,
        lineHeight: nameSize * 1.3,
        margin: 8,
        formatter: (_: string, index: number) => names[index].join('\n'),
        rich: { note: { color: palette.muted, fontSize: nameSize, lineHeight: nameSize * 1.3 } },
      },
    },
    yAxis: {
      type: 'value',
      min: scale.min,
      max: scale.max,
      interval: scale.ticks.length > 1 ? scale.ticks[1] - scale.ticks[0] : 1,
      // A cut axis shows no numbers: every bar carries its own.
      axisLabel: {
        show: !cut,
        color: palette.muted,
        fontSize: type.axis,
        formatter: (value: number) =>
          ticks[scale.ticks.findIndex((tick) => Math.abs(tick - value) < 1e-6 * Math.max(1, Math.abs(tick)))] ?? '',
      },
      splitLine: { show: !cut, lineStyle: { color: palette.grid } },
    },
    series: [
      {
        id: 'bridge',
        type: 'custom',
        silent: true,
        data: spans.map((span, index) => [index, span.from, span.to]),
        renderItem: renderStep({ chart, spans, values, palette, type, floor: cut ? scale.min : null }),
        encode: { x: 0, y: [1, 2] },
      },
    ],
  };
  return { option, plot, scale, cut };
}

/**
 * The names under the bars and their remarks. Where the longest word would have to become small, every second name
 * stands lower, so that each has the room of two bars; the outermost have little more than their own.
 */
function nameSteps(chart: BridgeChart, slot: number, type: Type): { names: string[][]; nameSize: number } {
  const labels = chart.steps.map((step) => displayText(step.label));
  const close = fittingSize(labels, slot - 3, type.axis, 0);
  const staggered = close < type.axis * SMALL;
  const outer = (index: number): boolean => index === 0 || index === labels.length - 1;
  const room = (index: number): number => (staggered ? (outer(index) ? slot + 8 : slot * 2 - 12) : slot - 3);
  const nameSize = staggered ? type.axis * SMALL : close;
  const notes = notesThatFit(chart, slot - 3, nameSize);
  const blocks = labels.map((label, index) => [
    ...wrapLabel(label, room(index), nameSize, 4),
    ...notes[index].map((line) => `{note|${line}}`),
  ]);
  const upper = Math.max(0, ...blocks.filter((_, index) => index % 2 === 0).map((block) => block.length));
  const above = Array.from({ length: staggered ? upper : 0 }, () => '');
  return { names: blocks.map((block, index) => (index % 2 === 1 ? [...above, ...block] : block)), nameSize };
}

/** Remarks under the names, where every one of them fits in two lines; otherwise they are left to the readout and the table. */
function notesThatFit(chart: BridgeChart, width: number, size: number): string[][] {
  const notes = chart.steps.map((step) => (step.note ? wrapLabel(displayText(step.note), width, size, 9) : []));
  return notes.every((lines) => lines.length <= 2 && !lines.some((line) => line.endsWith('…')))
    ? notes
    : notes.map(() => []);
}

/** A step's value: changes signed, counts to the last row, since a bridge must add up before the reader's eyes. */
export function stepText(step: BridgeChart['steps'][number], chart: BridgeChart): string {
  return twinText(stepCell(step, chart));
}

type StepDrawing = {
  chart: BridgeChart;
  spans: Span[];
  values: string[];
  palette: Palette;
  type: Type;
  floor: number | null;
};

function renderStep({ chart, spans, values, palette, type, floor }: StepDrawing) {
  return (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
    const index = params.dataIndex;
    const step = chart.steps[index];
    const span = spans[index];
    const at = (value: number): number => api.coord([index, floor === null ? value : Math.max(value, floor)])[1];
    const [centre] = api.coord([index, span.to]) as [number, number];
    const slot = (api.size!([1, 0]) as number[])[0];
    const width = Math.min(slot * 0.62, 96);
    const top = Math.min(at(span.from), at(span.to));
    const height = Math.max(1, Math.abs(at(span.from) - at(span.to)));
    const last = index === chart.steps.length - 1;
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: centre - width / 2, y: top, width, height },
          style: { fill: palette.mark[step.role] },
        },
        ...(step.total && floor !== null ? [breakMark(centre, at(floor) - 16, width, palette)] : []),
        ...(last
          ? []
          : [
              {
                type: 'line',
                shape: { x1: centre + width / 2, y1: at(span.to), x2: centre + slot - width / 2, y2: at(span.to) },
                style: { stroke: palette.muted, lineWidth: 1 },
              },
            ]),
        {
          type: 'text',
          style: {
            text: values[index],
            x: centre,
            y: top - 5,
            align: 'center',
            verticalAlign: 'bottom',
            fill: palette.text[step.role],
            fontSize: type.label,
            fontWeight: 600,
            fontFamily: SANS,
          },
        },
      ],
    };
  };
}

/** Two slanted strokes in the paper's colour: this bar is longer than drawn. */
function breakMark(centre: number, y: number, width: number, palette: Palette) {
  const half = width / 2 + 4;
  return {
    type: 'polygon',
    shape: {
      points: [
        [centre - half, y + 4],
        [centre + half, y - 4],
        [centre + half, y + 1],
        [centre - half, y + 9],
      ],
    },
    style: { fill: palette.paper },
  };
}
