import { Buffer } from 'node:buffer';
import type { Dialect } from './dialect/dialect.ts';

/** What undoing an escape needs to know. */
export type FieldDialect = Dialect;

/** Text of the field in bytes[start, end) of UTF-8, with its escapes undone where `escaped` is not 0. */
export function fieldText(
  bytes: Uint8Array,
  start: number,
  end: number,
  escaped: number,
  dialect: FieldDialect,
): string {
  const buffer = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8', start, end);
  return escaped === 0 ? text : withoutEscapes(text, dialect);
}

function withoutEscapes(text: string, { delimiter, quote, escape }: Dialect): string {
  if (escape === null) return text;
  if (escape === quote) return text.replaceAll(quote + quote, quote);
  const escapable = quote ?? delimiter.charAt(0);
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const next = text.charAt(i + 1);
    if (text[i] === escape && (next === escape || next === escapable)) i++;
    out += text[i];
  }
  return out;
}
