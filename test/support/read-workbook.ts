import { strFromU8, unzipSync } from 'fflate';

/** A workbook as its XML says it, read without the library that wrote it. */
export type ReadSheet = {
  name: string;
  xml: string;
  rows: (string | number | null)[][];
  /** Sheets that its cells lead to. */
  links: string[];
};

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:(lt|gt|amp|quot|apos)|#x([0-9a-f]+)|#(\d+));/gi, (_, name: string, hex: string, decimal: string) =>
      name ? ENTITIES[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    );

export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const parts = unzipSync(bytes);
  const text = (path: string): string => strFromU8(parts[path]);
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => plain(si));
  return [...text('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name], index) => {
    const xml = text(`xl/worksheets/sheet${index + 1}.xml`);
    const rows = [...xml.matchAll(/<row [^>]*?r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs)];
    const sheet: ReadSheet = { name: plain(name), xml, rows: [], links: linksIn(xml) };
    for (const [, row, cells = ''] of rows)
      sheet.rows[Number(row) - 1] = [...cells.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
        ([, attributes, inner]) => (inner === undefined ? null : cellOf(attributes, inner, shared)),
      );
    return { ...sheet, rows: Array.from(sheet.rows, (cells) => cells ?? []) };
  });
}

const linksIn = (xml: string): string[] =>
  [...xml.matchAll(/location="([^"]*)"/g)].map(([, location]) => plain(location).replace(/^'(.*)'!A1$/, '$1'));

function cellOf(attributes: string, inner: string, shared: readonly string[]): string | number {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
  const value = plain(/<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? '');
  switch (type) {
    case 's':
      return shared[Number(value)];
    case 'inlineStr':
      return plain(inner);
    case 'n':
      return Number(value);
    default:
      throw new Error(`A cell of type ${type} is neither text nor number.`);
  }
}

/** What a spreadsheet would refuse or repair, or would run: empty for a sound workbook. */
export function brokenRules(sheets: readonly ReadSheet[]): string[] {
  const names = sheets.map(({ name }) => name.toLowerCase());
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} twice`),
    ...sheets.flatMap(({ name, xml, rows, links }) => [
      ...(name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) ? [`name "${name}"`] : []),
      ...(/<f[ >/]/.test(xml) ? [`formula on ${name}`] : []),
      ...(/NaN|Infinity|undefined/.test(xml) ? [`no number on ${name}`] : []),
      ...rows
        .flat()
        .flatMap((cell) => (typeof cell === 'string' && cell.length > 32_767 ? [`long text on ${name}`] : [])),
      ...links.filter((link) => !names.includes(link.toLowerCase())).map((link) => `link to ${link}`),
    ]),
  ];
}
