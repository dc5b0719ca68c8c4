import { gzipSync } from 'fflate';

export type Field = string | number | null;

/** Money of whole cents as a decimal, e.g. 1250 is "12.50"; null is blank. */
export function money(cents: number | null): string | null {
  if (cents === null) return null;
  const size = Math.abs(cents);
  return `${cents < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

/** One CSV line per RFC 4180, without its line end. */
export function csvLine(fields: readonly Field[]): string {
  return fields.map((field) => (field === null ? '' : quote(String(field)))).join(',');
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Gzip without a time stamp. In plain JavaScript, because zlib builds differ in the bytes they choose. */
export function compress(lines: readonly string[]): Uint8Array {
  return gzipSync(new TextEncoder().encode(`${lines.join('\n')}\n`), { level: 9, mem: 12, mtime: 0 });
}
