import { deckType } from '../../../contract/drawing/frame.ts';
import { LEADING } from '../../../contract/drawing/labels.ts';
import { drawMultiples, type DrawnPanel, type MultiplesDrawing } from '../../../contract/drawing/multiples-layout.ts';
import { lightPalette as palette } from '../../../contract/drawing/palette.ts';
import { displayText } from '../../../contract/format.ts';
import type { MultiplesChart } from '../../../contract/page.ts';
import type { Box, ChartItem, SlideItem, TextItem } from '../slide.ts';
import { INK, MUTED, textItem } from '../text-items.ts';
import { formatsOf, fullFormat, plainNumber } from './number-format.ts';
import type { NativeChart } from './native-chart.ts';

type Panel = MultiplesChart['panels'][number];

/** Small multiples: a chart a panel, placed as the window draws them; names and reasons stand beside the charts. */
export function multiplesItems(chart: MultiplesChart, box: Box): SlideItem[] {
  const drawing = drawMultiples(chart, box, deckType);
  const items = [
    ...drawing.names.map(({ x, y, lines, group }) =>
      textOf(
        lines,
        { x: 0, width: x, middle: y },
        { size: deckType.axis, color: palette.text[chart.groups[group].role], bold: true },
        'right',
      ),
    ),
    ...drawing.panels.flatMap((panel, index) => panelItems(chart, chart.panels[index], panel, drawing)),
  ];
  return items.map((item) => ({ ...item, box: { ...item.box, x: item.box.x + box.x, y: item.box.y + box.y } }));
}

function panelItems(chart: MultiplesChart, panel: Panel, drawn: DrawnPanel, drawing: MultiplesDrawing): SlideItem[] {
  const { x, width, top, bottom, title, titleY, note, noteY, bars } = drawn;
  const small = { size: deckType.axis, color: MUTED };
  return [
    textOf(title, { x, width, middle: titleY }, { size: deckType.label, color: INK, bold: true }),
    ...(panel.values.some(({ value }) => value !== null)
      ? [chartItem(chart, panel, { x, y: top, width, height: bottom - top }, drawing)]
      : []),
    ...bars
      .filter(({ absent }) => absent)
      .map((bar) => textOf([bar.text], { x: bar.textX, width: width - (bar.textX - x), middle: bar.y }, small)),
    ...(note.length > 0 ? [textOf(note, { x, width, middle: noteY }, small)] : []),
  ];
}

function chartItem(chart: MultiplesChart, panel: Panel, box: Box, { row, bar }: MultiplesDrawing): ChartItem {
  const name = displayText(panel.title);
  return {
    kind: 'chart',
    name,
    description: `${name}. ${displayText(chart.description)}`,
    box,
    chart: panelNative(chart, panel, row / bar - 1),
  };
}

function panelNative({ groups }: MultiplesChart, panel: Panel, gap: number): NativeChart {
  const values = panel.values.map(({ value }) => plainNumber(value, panel));
  const [low, high] = [
    Math.min(0, ...values.map((value) => value ?? 0)),
    Math.max(0, ...values.map((value) => value ?? 0)),
  ];
  const reach = high - low || 1;
  return {
    form: 'bars',
    stacked: false,
    heading: 'Group',
    places: groups.map(({ label }) => displayText(label)),
    series: [
      {
        name: displayText(panel.title),
        values,
        format: fullFormat(panel),
        quiet: false,
        color: palette.mark.neutral,
        pointColors: groups.map(({ role }) => palette.mark[role]),
        line: null,
        labels: {
          position: 'outside',
          color: INK,
          formats: formatsOf(
            panel.values.map(({ value }) => value),
            panel,
          ),
          at: 'all',
          texts: null,
        },
        signals: [],
      },
    ],
    values: { min: low * 1.3, max: low + reach * 1.3, step: reach, format: fullFormat(panel), shown: false },
    placeFormat: 'General',
    across: null,
    named: { shown: false, every: 1 },
    legend: false,
    overlap: false,
    gap,
    plot: { x: 0, y: 0, width: 1, height: 1 },
    size: 12,
  };
}

type Place = { x: number; width: number; middle: number };

function textOf(
  lines: readonly string[],
  { x, width, middle }: Place,
  type: { size: number; color: string; bold?: boolean },
  align: TextItem['align'] = 'left',
): TextItem {
  const height = Math.max(1, lines.length) * type.size * LEADING;
  const box = { x, y: middle - height / 2, width: Math.max(20, width), height };
  return textItem('Label', box, [[{ text: lines.join(' '), ...type }]], { align, anchor: 'middle' });
}
