import { Buffer } from 'node:buffer';

/** What a file is by its first bytes, whatever its name says. */
export type FileFormat =
  | 'text'
  | 'json'
  | 'gzip'
  | 'workbook_xlsx'
  | 'workbook_ole'
  | 'parquet'
  | 'arrow'
  | 'zip'
  | 'pdf'
  | 'markup'
  | 'compressed'
  | 'database'
  | 'image';

const SIGNATURES: [FileFormat, number[]][] = [
  ['gzip', [0x1f, 0x8b]],
  ['workbook_ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', ascii('%PDF')],
  ['parquet', ascii('PAR1')],
  ['parquet', ascii('PARE')],
  ['arrow', ascii('ARROW1')],
  ['arrow', ascii('FEA1')],
  ['arrow', [0xff, 0xff, 0xff, 0xff]],
  ['database', ascii('SQLite format 3\0')],
  ['compressed', ascii('BZh')],
  ['compressed', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['compressed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['compressed', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['compressed', ascii('Rar!\x1a\x07')],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
];

const ZIP_STARTS = [ascii('PK\x03\x04'), ascii('PK\x05\x06'), ascii('PK\x07\x08')];

/** Recognises a file from its head (a few KiB suffice). Text of any encoding, and anything unknown, is 'text'. */
export function recogniseFormat(head: Uint8Array): FileFormat {
  for (const [format, signature] of SIGNATURES) if (startsWith(head, signature)) return format;
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1');
  if (ZIP_STARTS.some((signature) => startsWith(head, signature)))
    return /\[Content_Types\]\.xml|xl\/|_rels\//.test(start) ? 'workbook_xlsx' : 'zip';
  const text = start.replace(/^(\xef\xbb\xbf)?\s*/, '');
  if (/^<(\?xml|!doctype|html|table|workbook)/i.test(text)) return 'markup';
  if (/^\{\s*"|^\[\s*\{\s*"/.test(text)) return 'json';
  return 'text';
}

const ADVICE: Record<Exclude<FileFormat, 'text' | 'gzip'>, string> = {
  json: 'is JSON, which is not read here. Export the table as CSV or XLSX',
  workbook_xlsx: 'is an Excel workbook, not delimited text',
  workbook_ole: 'is an old Excel workbook (.xls) or a workbook with a password, not delimited text',
  parquet: 'is a Parquet file, which is not read here. Export the table as CSV or XLSX',
  arrow: 'is an Arrow or Feather file, which is not read here. Export the table as CSV or XLSX',
  zip: 'is a zip archive. Unpack it and choose the extract inside',
  pdf: 'is a PDF, which holds pages and no table. Ask for the same report as CSV or XLSX',
  markup: 'is a web page or XML, whatever its name says. Open it in a spreadsheet and save it as CSV or XLSX',
  compressed: 'is compressed in a way that is not read here. Unpack it first',
  database: 'is a database file. Export the table as CSV',
  image: 'is a picture. Ask for the same report as CSV or XLSX',
};

/** Why a file of this format is not read as delimited text, to follow its name in a sentence. */
export function formatAdvice(format: Exclude<FileFormat, 'text' | 'gzip'>): string {
  return ADVICE[format];
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.length <= bytes.length && signature.every((byte, i) => bytes[i] === byte);
}
