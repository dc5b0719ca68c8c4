import { unzipSync } from 'fflate/browser';
import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { DeckModel } from '../../contract/deck.ts';
import { cleanText } from '../clean-text.ts';
import { fileDate } from '../file-date.ts';
import { zipFixed } from '../fixed-zip.ts';
import { deckSheets } from './deck-sheets.ts';
import type { Look, Sheet, SheetCell } from './sheet.ts';
import { layOut } from './sheet-layout.ts';

/** Spreadsheets take no longer text in a cell. */
const LONGEST_TEXT = 32_767;

const INK = { rgb: '1F2933' };
const MUTED = { rgb: '5F6B76' };
const RULE = { style: 'thin', color: { rgb: 'B8C0C8' } } as const;

const LINK: CellStyle = { font: { color: { rgb: '1F5FA8' }, underline: true } };

const STYLES: Record<Look, CellStyle> = {
  plain: { font: { color: INK } },
  mark: { font: { color: MUTED, bold: true, size: 9 } },
  title: { font: { color: INK, bold: true, size: 14 } },
  section: { font: { color: INK, bold: true, size: 12 } },
  head: { font: { color: MUTED, bold: true }, border: { bottom: RULE } },
  headOfNumbers: { font: { color: MUTED, bold: true }, border: { bottom: RULE }, alignment: { horizontal: 'right' } },
  reason: { font: { color: MUTED }, alignment: { horizontal: 'right' } },
  strong: { font: { color: INK, bold: true } },
  muted: { font: { color: MUTED } },
};

/**
 * A briefing as an XLSX file, for whoever is asked where a number comes from. It holds what the pages hold; nothing is
 * computed here, and no cell is a formula. The same deck gives the same bytes, in whatever process and on whatever day.
 */
export async function writeWorkbook(deck: DeckModel): Promise<{ bytes: Uint8Array; pages: number }> {
  const sheets = deckSheets(deck);
  const date = fileDate(deck.asOf);
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => drawn(sheet, deck.status)),
    properties: {
      title: `${cleanText(deck.workspace)}: ${deck.title}`,
      creator: 'Muster',
      created: date,
      modified: date,
    },
    defaultFont: { name: 'Calibri', size: 11 },
  });
  return { bytes: zipFixed(unzipSync(bytes)), pages: sheets.length };
}

function drawn(sheet: Sheet, status: string): WriteSheet {
  const { widths, heights } = layOut(sheet);
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, at) =>
    row.cells.forEach((cell, column) => cells.set(`${at},${column}`, cellOf(cell, row.prose || column === 0))),
  );
  return {
    name: sheet.name,
    rows: sheet.rows.map(({ cells: { length } }) => Array.from({ length }, () => null)),
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map([...heights].map(([row, height]) => [row, { height }])),
    merges: sheet.rows.flatMap(({ cells: { length }, prose }, row) =>
      prose ? [{ startRow: row, endRow: row, startCol: length - 1, endCol: widths.length - 1 }] : [],
    ),
    freezePane: { rows: sheet.frozen },
    view: { showGridLines: false },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: `&L${status}&R&P / &N` },
  };
}

/** Text beside a column of numbers stands off from them; prose and names of rows begin at the edge. */
function cellOf(cell: SheetCell, atEdge: boolean): Partial<Cell> {
  const style = STYLES[cell.look];
  if ('number' in cell) {
    const alignment = { vertical: 'top', horizontal: atEdge ? 'left' : 'right' } as const;
    return { value: cell.number, style: { ...style, numFmt: cell.format, alignment } };
  }
  const text = fittingText(cell.text);
  const side = style.alignment ?? { horizontal: 'left', indent: atEdge ? 0 : 1 };
  const alignment: CellStyle['alignment'] = { vertical: 'top', wrapText: true, ...side };
  if (cell.sheet !== null)
    return { value: text, style: { ...LINK, alignment }, hyperlink: { target: '', location: `'${cell.sheet}'!A1` } };
  // The library takes a text such as "#REF!" for an error; a run of rich text is never anything but text.
  return {
    value: text === '' ? null : text,
    style: { ...style, alignment },
    ...(text.startsWith('#') && { richText: [{ text }] }),
  };
}

/** No longer than a cell. */
function fittingText(text: string): string {
  const clean = cleanText(text);
  return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…` : clean;
}
