import { Buffer } from 'node:buffer';

export interface SeparatorLine {
  delimiter?: string;
  /** What the line takes up; 0 if there is none. */
  bytes: number;
  lines: number;
}

/** Reads a first line like `sep=;`, by which spreadsheets are told the delimiter; never a quote or a zero byte. */
export function readSeparatorLine(head: Uint8Array): SeparatorLine {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 32)).toString('latin1');
  const match = /^"?sep=(\\t|[^\r\n\0"]{1,3}?)"?(\r\n|\n|\r)/i.exec(start);
  if (match === null) return { bytes: 0, lines: 0 };
  return { delimiter: match[1] === '\\t' ? '\t' : match[1], bytes: match[0].length, lines: 1 };
}
