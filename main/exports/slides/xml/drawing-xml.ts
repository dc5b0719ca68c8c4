import { escapeXml } from './escape-xml.ts';

export const SANS = 'Arial';

/** English Metric Units in a pixel of the slide, of which there are 96 to an inch. */
const EMU = 9525;

export function emu(pixels: number): number {
  return Math.round(pixels * EMU);
}

/** Type sizes are in hundredths of a point. */
function hundredths(pixels: number): number {
  return Math.round(pixels * 75);
}

/** A share of a chart, as exact as a pixel needs it. */
export function shareXml(share: number): number {
  return Math.round(share * 1e5) / 1e5;
}

/** A colour as "#1f4e79" or, for none, null. */
export function fillXml(color: string | null): string {
  return color === null ? '<a:noFill/>' : `<a:solidFill>${colorXml(color)}</a:solidFill>`;
}

function colorXml(color: string): string {
  return `<a:srgbClr val="${color.slice(1).toUpperCase()}"/>`;
}

export function lineXml(color: string | null, width = 1, dash = 'solid'): string {
  if (color === null || width === 0) return '<a:ln><a:noFill/></a:ln>';
  return `<a:ln w="${emu(width)}" cap="rnd">${fillXml(color)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;
}

const UNBROKEN = '<a:bodyPr wrap="none"/>';

/** Type of labels and axes; names that are `level` are never turned, labels that are `whole` never broken. */
export function textPropertiesXml(
  size: number,
  color: string,
  { bold = false, level = false, whole = false } = {},
): string {
  const body = level ? '<a:bodyPr rot="0" vert="horz"/>' : whole ? UNBROKEN : '<a:bodyPr/>';
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr>${defaultRunXml(size, color, bold)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

function defaultRunXml(size: number, color: string, bold: boolean): string {
  return `<a:defRPr sz="${hundredths(size)}" b="${bold ? 1 : 0}">${fillXml(color)}<a:latin typeface="${SANS}"/></a:defRPr>`;
}

/** Words in place of a number. */
export function richTextXml(text: string, size: number, color: string): string {
  const type = `sz="${hundredths(size)}" b="1"`;
  return `<c:tx><c:rich>${UNBROKEN}<a:lstStyle/><a:p><a:r><a:rPr lang="en-US" ${type}>${fillXml(color)}<a:latin typeface="${SANS}"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>`;
}
