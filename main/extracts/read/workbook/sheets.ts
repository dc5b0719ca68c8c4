import { RefusedInput } from '../refused.ts';
import type { CheckedWorkbook, SheetFacts } from './guard.ts';

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  facts: SheetFacts | null;
}

/** Beside a sheet this many times its size, the first one is a cover page. */
const COVER_RATIO = 20;

/** The sheets in the order of their tabs, with what was seen of each. */
export function listSheets(checked: CheckedWorkbook, named: { name: string; hidden: boolean }[]): WorkbookSheet[] {
  const workbook = checked.parts.get('xl/workbook.xml') ?? '';
  const relations = checked.parts.get('xl/_rels/workbook.xml.rels') ?? '';
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, attributes]) => [
      attribute(attributes, 'Id'),
      attribute(attributes, 'Target'),
    ]),
  );
  const ids = [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, attributes]) =>
    attribute(attributes, '[\\w]+:id'),
  );
  return named.map(({ name, hidden }, i) => {
    const target = targets.get(ids[i] ?? '') ?? '';
    return {
      name,
      hidden,
      facts: checked.sheets.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? null,
    };
  });
}

/** The sheet asked for, or the first visible one unless it is a mere cover. Throws RefusedInput if there is none. */
export function chooseSheet(sheets: WorkbookSheet[], wanted: string | undefined, file: string): WorkbookSheet {
  if (wanted !== undefined) {
    const found =
      sheets.find((sheet) => sheet.name === wanted) ??
      sheets.find((sheet) => sheet.name.toLowerCase() === wanted.toLowerCase());
    if (found) return found;
    throw new RefusedInput(
      'sheet_not_found',
      `${file} has no sheet called "${wanted}". Its sheets are ${sheets.map((sheet) => sheet.name).join(', ')}.`,
      { file, sheet: wanted },
    );
  }
  const visible = sheets.filter((sheet) => !sheet.hidden);
  if (visible.length === 0)
    throw new RefusedInput(
      'empty_file',
      `${file} has no visible sheet. Unhide the one that holds the extract, or name it.`,
      { file },
    );
  const size = (sheet: WorkbookSheet) => sheet.facts?.size ?? 0;
  const largest = visible.reduce((a, b) => (size(b) > size(a) ? b : a));
  return size(visible[0]) * COVER_RATIO < size(largest) ? largest : visible[0];
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
}
