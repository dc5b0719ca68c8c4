import { lightPalette as palette } from '../../../contract/drawing/palette.ts';
import { displayText, formatNumber } from '../../../contract/format.ts';
import type { SurvivalChart } from '../../../contract/page.ts';
import { CELL_EDGE } from '../column-widths.ts';
import type { Box, Cell, TableItem } from '../slide.ts';
import { MUTED, slideWidth } from '../text-items.ts';
import type { Plot } from '../../../contract/drawing/frame.ts';

const TYPE = 11;
export const RISK_ROW = 19;

/** The numbers at risk under their times; times that would touch are left out from the first on. */
export function riskTable({ ticks, timeUnit, curves }: SurvivalChart, box: Box, plot: Plot): TableItem {
  const [first, last] = [ticks[0], ticks.at(-1)!];
  const width = box.width - plot.left - plot.right;
  const place = (time: number): number => plot.left + ((time - first) / (last - first || 1)) * width;
  const shown = roomy(
    ticks.map(place),
    Math.max(...curves.flatMap(({ atRisk }) => atRisk.map(countText)).map((text) => slideWidth(text, { size: TYPE }))) +
      10,
  );
  const centres = shown.map((index) => place(ticks[index]));
  const edges = [
    Math.max(0, centres[0] - half(centres, 0)),
    ...centres.slice(1).map((centre, index) => (centre + centres[index]) / 2),
    Math.min(box.width, centres.at(-1)! + half(centres, centres.length - 1)),
  ];
  const cell = (text: string, color: string, align: Cell['align'], bold = false): Cell => ({
    text,
    size: TYPE,
    color,
    bold,
    align,
    inset: CELL_EDGE,
    fill: null,
    rule: null,
  });
  return {
    kind: 'table',
    name: 'Numbers at risk',
    description: `How many were still at risk at each time, in ${displayText(timeUnit)}.`,
    box: { ...box, width: edges.at(-1)!, height: RISK_ROW * (curves.length + 1) },
    columns: edges.map((edge, index) => edge - (edges[index - 1] ?? 0)),
    rows: [
      {
        height: RISK_ROW,
        cells: [
          cell(`At risk, ${displayText(timeUnit)}`, MUTED, 'left'),
          ...shown.map((index) => cell(formatNumber(ticks[index]), MUTED, 'center')),
        ],
      },
      ...curves.map(({ label, role, atRisk }) => ({
        height: RISK_ROW,
        cells: [
          cell(displayText(label), palette.text[role], 'left', true),
          ...shown.map((index) => cell(countText(atRisk[index] ?? null), MUTED, 'center')),
        ],
      })),
    ],
  };
}

function countText(count: number | null): string {
  return count === null ? '–' : formatNumber(count);
}

/** Counted back from the last place, those that are so far apart. */
function roomy(places: readonly number[], apart: number): number[] {
  const kept: number[] = [];
  for (let index = places.length - 1; index >= 0; index -= 1)
    if (kept.length === 0 || places[kept[0]] - places[index] >= apart) kept.unshift(index);
  return kept;
}

function half(centres: readonly number[], index: number): number {
  const neighbour = centres[index === 0 ? 1 : index - 1] ?? centres[index] + 60;
  return Math.min(30, Math.abs(neighbour - centres[index]) / 2);
}
