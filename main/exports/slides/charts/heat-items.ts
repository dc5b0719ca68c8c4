import { shadeOf } from '../../../contract/drawing/heat-layout.ts';
import { nameColumn, textWidth } from '../../../contract/drawing/labels.ts';
import { lightPalette as palette } from '../../../contract/drawing/palette.ts';
import { displayText, formatValue } from '../../../contract/format.ts';
import type { HeatChart } from '../../../contract/page.ts';
import { SIZE, sizeCell } from '../../../contract/twins/heat-table.ts';
import { twinText } from '../../../contract/twins/twin-text.ts';
import { CELL_EDGE } from '../column-widths.ts';
import { moreInWorkbook } from '../more-in-workbook.ts';
import type { Box, Cell, SlideItem, TableLine } from '../slide.ts';
import { INK, lineCount, MUTED, textHeight, textItem } from '../text-items.ts';

const TYPE = 11.5;
const ROW = { least: 17, most: 40 };
const MOST_COLUMN = 130;

/** A table of shaded cells; blank cells are explained once beneath it, and rows without room are counted. */
export function heatItems(chart: HeatChart, box: Box): SlideItem[] {
  const notes = reasonsOf(chart);
  const foot = notes === '' ? 0 : textHeight([notes], box.width, { size: TYPE }) + 8;
  const columns = columnsOf(chart, box.width);
  const headHeight =
    Math.max(...chart.columns.map((name) => lineCount(displayText(name), columns.at(-1)! - 8, { size: TYPE }))) * 15 +
    8;
  const room = box.height - foot - headHeight;
  const fitting = Math.max(1, Math.floor(room / ROW.least));
  const shown = chart.rows.length > fitting ? fitting - 1 : chart.rows.length;
  const height = Math.min(ROW.most, room / (shown + (shown < chart.rows.length ? 1 : 0)));
  const lines = [
    { height: headHeight, cells: headOf(chart) },
    ...chart.rows.slice(0, shown).map((row) => ({ height, cells: rowOf(chart, row) })),
    ...(shown < chart.rows.length
      ? [{ height, cells: lastOf(moreInWorkbook(chart.rows.length - shown), columns.length) }]
      : []),
  ];
  const total = lines.reduce((sum, line) => sum + line.height, 0);
  return [
    {
      kind: 'table',
      name: displayText(chart.title),
      description: displayText(chart.description),
      box: { ...box, width: columns.reduce((sum, width) => sum + width, 0), height: total },
      columns,
      rows: lines satisfies TableLine[],
    },
    ...(notes === ''
      ? []
      : [
          textItem('Blank cells', { ...box, y: box.y + total + 6, height: foot - 6 }, [
            [{ text: notes, size: TYPE, color: MUTED }],
          ]),
        ]),
  ];
}

function columnsOf(chart: HeatChart, width: number): number[] {
  const names = [displayText(chart.rowTitle), ...chart.rows.map(({ label }) => displayText(label))];
  const name = nameColumn(names, { most: width * 0.3, size: TYPE, lines: 1 }) + 12;
  const sizes = chart.sizeless
    ? []
    : [
        Math.max(
          ...[SIZE, ...chart.rows.map(({ size }) => twinText(sizeCell(size)))].map((text) => textWidth(text, TYPE)),
        ) + 14,
      ];
  const rest = width - name - sizes.reduce((sum, one) => sum + one, 0);
  return [name, ...sizes, ...chart.columns.map(() => Math.min(MOST_COLUMN, rest / chart.columns.length))];
}

function headOf(chart: HeatChart): Cell[] {
  const head = (text: string, align: Cell['align']): Cell => cellOf(text, MUTED, align);
  return [
    head(displayText(chart.rowTitle), 'left'),
    ...(chart.sizeless ? [] : [head(SIZE, 'right')]),
    ...chart.columns.map((name) => head(displayText(name), 'center')),
  ];
}

function rowOf(chart: HeatChart, row: HeatChart['rows'][number]): Cell[] {
  return [
    cellOf(displayText(row.label), INK, 'left'),
    ...(chart.sizeless ? [] : [cellOf(twinText(sizeCell(row.size)), MUTED, 'right')]),
    ...row.cells.map(({ value }) =>
      value === null
        ? cellOf('', MUTED, 'center')
        : { ...cellOf(formatValue(value, chart.unit), INK, 'center'), fill: shadeOf(value, chart.scale, palette) },
    ),
  ];
}

function lastOf(text: string, columns: number): Cell[] {
  return Array.from({ length: columns }, (_, index) => cellOf(index === 0 ? text : '', MUTED, 'left'));
}

function cellOf(text: string, color: string, align: Cell['align']): Cell {
  return { text, size: TYPE, color, bold: false, align, inset: CELL_EDGE, fill: null, rule: palette.paper };
}

function reasonsOf({ rows }: HeatChart): string {
  const reasons = rows.flatMap(({ cells }) =>
    cells.filter(({ value }) => value === null).map(({ absence }) => displayText(absence ?? 'no data')),
  );
  return reasons.length === 0 ? '' : `Blank: ${[...new Set(reasons)].join('; ')}`;
}
