import type { DeckModel } from '../../contract/deck.ts';
import { LEADING } from '../../contract/drawing/labels.ts';
import { appendixTables, type AppendixTableModel } from '../../contract/paper/appendix-tables.ts';
import { fillColumns } from '../../contract/paper/paginate.ts';
import { APPENDIX_TOP, appendixSlide } from './appendix-frame.ts';
import { CELL_EDGE, columnInsets } from './column-widths.ts';
import { definitionSlides } from './definition-slides.ts';
import { FOOT } from './footer-items.ts';
import { MARGIN, ROOM, type Cell, type Slide, type TableItem, type TableLine } from './slide.ts';
import { INK, lineCount, MUTED, RULE } from './text-items.ts';

const TYPE = 11.5;
const PAD = 8;

/** What defends the figures: definitions, exclusions, worker types and batches, over as many slides as they need. */
export function appendixSlides(deck: DeckModel, firstNumber: number): Slide[] {
  const slides = deck.definitions.length === 0 ? [] : definitionSlides(deck, firstNumber);
  for (const table of appendixTables(deck)) slides.push(...tableSlides(deck, table, firstNumber + slides.length));
  return slides;
}

/** The head is repeated on every slide, and no row is cut. */
function tableSlides(deck: DeckModel, table: AppendixTableModel, firstNumber: number): Slide[] {
  const widths = table.columns.map(({ width }) => (Number.parseFloat(width) / 100) * ROOM);
  const head = lineOf(
    table.columns.map(({ label }) => label),
    table,
    widths,
    true,
  );
  const lines = table.rows.map((row) => lineOf(row, table, widths, false));
  const pieces = lines.map(({ height }) => ({ height, keepWithNext: false }));
  return fillColumns(pieces, FOOT - 12 - APPENDIX_TOP - head.height).map((rows, index) =>
    appendixSlide(deck, firstNumber + index, {
      title: table.title,
      note: table.note,
      first: index === 0,
      items: [tableItem(table, widths, [head, ...rows.map((at) => lines[at])])],
    }),
  );
}

function tableItem({ title, note }: AppendixTableModel, columns: number[], rows: TableLine[]): TableItem {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const box = { x: MARGIN.x, y: APPENDIX_TOP, width: ROOM, height };
  return { kind: 'table', name: title, description: note, box, columns, rows };
}

function lineOf(texts: string[], { columns }: AppendixTableModel, widths: number[], isHead: boolean): TableLine {
  const insets = columnInsets(columns.map(({ number }) => number));
  const lines = texts.map((text, index) =>
    lineCount(text, widths[index] - insets[index] - CELL_EDGE, { size: TYPE, bold: true }),
  );
  return {
    height: Math.max(...lines) * TYPE * LEADING + PAD,
    cells: texts.map((text, index): Cell => ({
      text,
      size: TYPE,
      color: isHead ? MUTED : INK,
      bold: false,
      align: columns[index].number ? 'right' : 'left',
      inset: insets[index],
      fill: null,
      rule: isHead ? '#c3cad4' : RULE,
    })),
  };
}
