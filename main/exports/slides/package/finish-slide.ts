import { emu } from '../xml/drawing-xml.ts';
import { escapeXml } from '../xml/escape-xml.ts';
import type { Slide, SlideItem } from '../slide.ts';

const NAMED = /<p:cNvPr id="\d+" name="[^"]*"(?: descr="[^"]*")?/g;

/**
 * Gives every object of a slide an id of its own, its name and its description: the library numbers tables so that they
 * share ids with text, describes charts alone, and puts every title where the layout has one.
 * Throws where the library wrote other objects than it was given.
 */
export function finishSlide(xml: string, { items }: Slide): string {
  let at = -1;
  const named = xml.replace(NAMED, () => {
    at += 1;
    return at === 0 ? '<p:cNvPr id="1" name=""' : identityOf(items[at - 1], at + 1);
  });
  if (at !== items.length) throw new Error(`A slide of ${items.length} objects was written with ${at}.`);
  const title = items.find((item) => item.kind === 'text' && item.isTitle);
  return (title ? placed(named, items.indexOf(title), title) : named).replaceAll(
    '<a:tblPr/>',
    '<a:tblPr firstRow="1"/>',
  );
}

function identityOf(item: SlideItem, id: number): string {
  const description = 'description' in item && item.description !== '' ? ` descr="${escapeXml(item.description)}"` : '';
  return `<p:cNvPr id="${id}" name="${escapeXml(item.name)}"${description}`;
}

function placed(xml: string, index: number, { box }: SlideItem): string {
  const start = xml.indexOf(`<p:cNvPr id="${index + 2}"`);
  const place = `<a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/>`;
  return xml.slice(0, start) + xml.slice(start).replace(/<a:off [^>]*\/><a:ext [^>]*\/>/, place);
}

/** Notes as paragraphs, in place of the empty one of the library, which would lose their breaks. */
export function finishNotes(xml: string, { notes }: Slide): string {
  const paragraphs = notes.map(
    (note) => `<a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>${escapeXml(note)}</a:t></a:r></a:p>`,
  );
  const written =
    /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>[^<]*<\/a:t><\/a:r><a:endParaRPr lang="en-US" dirty="0"\/><\/a:p>/;
  if (!written.test(xml)) throw new Error('Notes are not written as they were.');
  return xml.replace(written, () => paragraphs.join(''));
}
