import PptxGenJS from 'pptxgenjs';
import { cleanText } from '../../clean-text.ts';
import { SANS } from '../xml/drawing-xml.ts';
import { SLIDE, type Box, type Cell, type Run, type Slide, type SlideItem, type TextItem } from '../slide.ts';
import { CELL_EDGE } from '../column-widths.ts';

const SERIF = 'Georgia';
const PIXELS_AN_INCH = 96;
const LAYOUT = 'Page';

type Page = PptxGenJS.Slide;

/** Slides as a package of the library's own making; finishPackage puts the parts of charts and notes in the place of its own. */
export async function renderSlides(slides: readonly Slide[], title: string): Promise<Uint8Array> {
  const deck = new PptxGenJS();
  deck.defineLayout({ name: LAYOUT, width: inches(SLIDE.width), height: inches(SLIDE.height) });
  deck.layout = LAYOUT;
  deck.theme = { headFontFace: SERIF, bodyFontFace: SANS };
  deck.title = cleanText(title);
  deck.subject = '';
  deck.author = 'Muster';
  deck.company = '';
  deck.defineSlideMaster({
    title: LAYOUT,
    background: { color: 'FFFFFF' },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', x: 0.55, y: 0.6, w: 12.2, h: 0.8 }, text: '' } },
    ],
  });
  for (const slide of slides) {
    const page = deck.addSlide({ masterName: LAYOUT });
    for (const item of slide.items) addItem(page, item);
  }
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
}

function addItem(page: Page, item: SlideItem): void {
  switch (item.kind) {
    case 'text':
      page.addText(runsOf(item), {
        ...placeOf(item.box),
        ...(item.isTitle ? { placeholder: 'title' } : { isTextBox: true }),
        align: item.align,
        valign: item.anchor,
        margin: 0,
        wrap: true,
        fit: 'none',
      });
      return;
    case 'table':
      page.addTable(
        item.rows.map(({ cells }) => cells.map(cellOf)),
        {
          ...placeOf(item.box),
          colW: item.columns.map(inches),
          rowH: item.rows.map(({ height }) => inches(height)),
        },
      );
      return;
    case 'chart':
      page.addChart('bar', [{ name: '', labels: [''], values: [0] }], placeOf(item.box));
      return;
    case 'shape':
      page.addShape(item.form, {
        ...placeOf(item.box),
        ...(item.fill !== null && { fill: { color: hex(item.fill) } }),
        ...(item.stroke !== null && {
          line: {
            color: hex(item.stroke.color),
            width: points(item.stroke.width),
            dashType: item.stroke.dashed ? 'dash' : 'solid',
          },
        }),
      });
  }
}

/** Every paragraph but the last ends in a break; one without words still is a line. */
function runsOf({ paragraphs }: TextItem): PptxGenJS.TextProps[] {
  return paragraphs.flatMap((runs) =>
    runs.map((run, index) => ({
      text: cleanText(run.text),
      options: { ...typeOf(run), breakLine: index === runs.length - 1 },
    })),
  );
}

function typeOf({ size, color, bold, serif }: Run): PptxGenJS.TextPropsOptions {
  return { fontFace: serif ? SERIF : SANS, fontSize: points(size), color: hex(color), bold: bold === true };
}

function cellOf({ text, size, color, bold, align, inset, fill, rule }: Cell): PptxGenJS.TableCell {
  const none = { type: 'none' } as const;
  const edge = points(CELL_EDGE);
  return {
    text: cleanText(text),
    options: {
      fontFace: SANS,
      fontSize: points(size),
      color: hex(color),
      bold,
      align,
      valign: 'middle',
      margin: [1, edge, 1, points(inset)],
      border: [none, none, rule === null ? none : { type: 'solid', pt: 0.75, color: hex(rule) }, none],
      ...(fill !== null && { fill: { color: hex(fill) } }),
    },
  };
}

function placeOf({ x, y, width, height }: Box): { x: number; y: number; w: number; h: number } {
  return { x: inches(x), y: inches(y), w: inches(width), h: inches(height) };
}

function inches(pixels: number): number {
  return pixels / PIXELS_AN_INCH;
}

function points(pixels: number): number {
  return Math.round(pixels * 75) / 100;
}

function hex(color: string): string {
  return color.slice(1).toUpperCase();
}
