import { unzipSync } from 'fflate/browser';
import { writeXlsx, type Cell } from 'hucre/xlsx';
import { cleanText } from '../../clean-text.ts';
import { fileDate } from '../../file-date.ts';
import { zipFixed } from '../../fixed-zip.ts';
import type { NativeChart } from '../charts/native-chart.ts';
import { SHEET } from '../xml/chart-cells.ts';

/** What a chart's workbook says of itself must not follow the clock. */
const DATE = fileDate(null);

/**
 * The workbook that opens when the numbers of a chart are edited. It holds what the chart draws and nothing else; a
 * value that is not there is an empty cell, and zero is zero.
 */
export async function chartWorkbook(chart: NativeChart): Promise<Uint8Array> {
  const { heading, places, placeFormat, series } = chart;
  const rows: Partial<Cell>[][] = [
    [textCell(heading), ...series.map(({ name }) => textCell(name))],
    ...places.map((place, index) => [
      typeof place === 'number' ? { value: place, style: { numFmt: placeFormat } } : textCell(place),
      ...series.map(({ values, format }) => ({ value: values[index] ?? null, style: { numFmt: format } })),
    ]),
  ];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: SHEET,
        rows: rows.map((cells) => cells.map(() => null)),
        cells: new Map(rows.flatMap((cells, row) => cells.map((cell, column) => [`${row},${column}`, cell] as const))),
        columns: [{ width: 28 }, ...series.map(() => ({ width: 16 }))],
      },
    ],
    properties: { creator: 'Muster', created: DATE, modified: DATE },
  });
  return zipFixed(unzipSync(bytes));
}

/** A run of rich text is never anything but text, whatever it begins with. */
function textCell(text: string): Partial<Cell> {
  const clean = cleanText(text);
  return clean === ''
    ? { value: null }
    : { value: clean, ...(clean.startsWith('#') && { richText: [{ text: clean }] }) };
}
