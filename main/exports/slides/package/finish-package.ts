import { strFromU8, strToU8, unzipSync } from 'fflate/browser';
import { zipFixed } from '../../fixed-zip.ts';
import type { ChartItem, Slide } from '../slide.ts';
import { chartWorkbook } from './chart-workbook.ts';
import { chartXml } from '../xml/chart-xml.ts';
import { checkAxes } from './check-axes.ts';
import { finishNotes, finishSlide } from './finish-slide.ts';

type Parts = Record<string, Uint8Array>;

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/package';

/**
 * Makes of the library's package the one that is written: the same bytes for the same slides, with charts of our own.
 *
 * Its charts name a third axis that is not there, lose zeros in their workbooks and are counted on from one deck to the
 * next; ours take their place under numbers that start at one. Dates are those given, and nothing is listed that is not there.
 */
export async function finishPackage(bytes: Uint8Array, slides: readonly Slide[], date: Date): Promise<Uint8Array> {
  const written = unzipSync(bytes);
  const charts = slides.flatMap(({ items }) => items.filter((item) => item.kind === 'chart'));
  const numbers = chartNumbers(written, charts.length);
  const parts: Parts = await chartParts(charts);
  for (const [name, content] of Object.entries(written)) {
    if (name.endsWith('/') || /^ppt\/(charts|embeddings)\//.test(name)) continue;
    parts[name] =
      name.endsWith('.xml') || name.endsWith('.rels') ? strToU8(finished(name, strFromU8(content))) : content;
  }
  const sorted: Parts = {};
  for (const name of Object.keys(parts).sort()) sorted[name] = parts[name];
  return zipFixed(sorted);

  function finished(name: string, xml: string): string {
    const slide = slides[Number(/(?:slides\/slide|notesSlides\/notesSlide)(\d+)\.xml$/.exec(name)?.[1] ?? 0) - 1];
    const numbered = xml.replace(/\/ppt\/charts\/chart(\d+)\.xml/g, (_, number: string) => {
      return `/ppt/charts/chart${numbers.indexOf(Number(number)) + 1}.xml`;
    });
    if (name.startsWith('ppt/slides/slide')) return finishSlide(numbered, slide);
    if (name.startsWith('ppt/notesSlides/notesSlide')) return finishNotes(numbered, slide);
    if (name === 'docProps/core.xml') return dated(numbered, date);
    if (name === '[Content_Types].xml')
      return withoutAbsent(numbered, new Set([...Object.keys(written), ...Object.keys(parts)]));
    return numbered;
  }
}

/** The numbers that the library gave to the charts, in the order in which they were added. */
function chartNumbers(parts: Parts, count: number): number[] {
  const numbers = Object.keys(parts)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  if (numbers.length !== count) throw new Error(`${count} charts were written as ${numbers.length}.`);
  return numbers;
}

async function chartParts(charts: readonly ChartItem[]): Promise<Parts> {
  const parts: Parts = {};
  for (const [index, { chart, name }] of charts.entries()) {
    const number = index + 1;
    const xml = chartXml(chart, 'rId1');
    checkAxes(xml, name);
    const workbook = `embeddings/Microsoft_Excel_Sheet${number}.xlsx`;
    parts[`ppt/charts/chart${number}.xml`] = strToU8(xml);
    parts[`ppt/charts/_rels/chart${number}.xml.rels`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${PACKAGE}" Target="../${workbook}"/></Relationships>`,
    );
    parts[`ppt/${workbook}`] = await chartWorkbook(chart);
  }
  return parts;
}

function dated(xml: string, date: Date): string {
  const day = date.toISOString().replace('.000Z', 'Z');
  return xml.replace(/(<dcterms:(?:created|modified) [^>]*>)[^<]*/g, `$1${day}`);
}

/** The library lists a master for every slide; there is one. */
function withoutAbsent(xml: string, names: ReadonlySet<string>): string {
  return xml.replace(/\s*<Override PartName="\/([^"]+)"[^>]*\/>/g, (entry, name: string) =>
    names.has(name) ? entry : '',
  );
}
