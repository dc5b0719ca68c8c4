import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { readXls, readXlsb, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { HEAD_BYTES, TAIL_BYTES } from './limits.ts';
import { assertUnchanged, openPlainFile } from './file/open-file.ts';
import { RefusedInput } from './refused.ts';
import { SheetText, type SheetCell } from './workbook/sheet-text.ts';
import type { Source } from './source.ts';
import { fromFirstLine, type TextSample } from './text-sample.ts';
import type { ReadingWarning } from './warning.ts';
import { checkWorkbook } from './workbook/guard.ts';
import { chooseSheet, listSheets } from './workbook/sheets.ts';

const MAX_WORKBOOK_BYTES = 256 * 1024 * 1024;

/** A sheet turned into text: what understanding and reading need. */
export interface WorkbookText {
  /** The sheet that was read. */
  sheet: string;
  sample: TextSample;
  source: Source;
}

/** Reads one sheet of an .xlsx, .xlsb or .xls workbook, told by content. Throws RefusedInput for what is hostile, locked or damaged. */
export async function openWorkbook(
  path: string,
  format: 'workbook_xlsx' | 'workbook_ole',
  wanted?: string,
): Promise<WorkbookText> {
  const file = basename(path);
  const bytes = await readWhole(path, file);
  const { sheet, blocks, warnings } =
    format === 'workbook_ole' ? await readOldSheet(bytes, file, wanted) : await readSheet(bytes, file, wanted);
  const size = blocks.reduce((sum, block) => sum + block.length, 0);
  const whole = size <= HEAD_BYTES;
  const sample: TextSample = {
    file,
    container: 'workbook',
    encoding: 'utf-8',
    head: firstBytes(blocks, HEAD_BYTES),
    whole,
    tail: whole ? new Uint8Array(0) : fromFirstLine(lastBytes(blocks, TAIL_BYTES)),
    warnings,
  };
  const digest = createHash('sha256').update(bytes).digest('hex');
  const source: Source = {
    file,
    encoding: 'utf-8',
    container: 'workbook',
    size: bytes.length,
    warnings: [],
    async *blocks() {
      yield* blocks;
    },
    sha256: () => digest,
  };
  return { sheet, sample, source };
}

type SheetReading = { sheet: string; blocks: Uint8Array[]; warnings: ReadingWarning[] };

async function readSheet(bytes: Buffer, file: string, wanted: string | undefined): Promise<SheetReading> {
  const checked = await checkWorkbook(bytes, file);
  if (checked.binary) return readWholeWorkbook(() => readXlsb(bytes), file, wanted, 'an .xlsb workbook');
  try {
    const named: { name: string; hidden: boolean }[] = [];
    const { dateSystem } = await readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }) => {
        named.push({ name, hidden: hidden === true || veryHidden === true });
        return false;
      },
    });
    const sheets = listSheets(checked, named);
    const sheet = chooseSheet(sheets, wanted, file);
    const text = new SheetText(file, dateSystem === '1904');
    for await (const row of streamXlsxRows(bytes, { sheet: sheet.name })) text.add(row.index, row.values);
    const warnings = aboutSheets(sheets, sheet.name);
    const warn = (code: string, message: string) => warnings.push({ code, message });
    if (sheet.facts?.formulas)
      warn('formulas', `Sheet ${sheet.name} holds formulas; the results stored with them were read.`);
    if (sheet.facts?.uncomputed)
      warn(
        'formulas_without_results',
        `Some formulas of sheet ${sheet.name} have no stored result; their cells were read as empty. Open the workbook, let it compute, and save it.`,
      );
    if (sheet.facts?.merged)
      warn(
        'merged_cells',
        `Sheet ${sheet.name} has merged cells; each was read as its first cell, the others as empty.`,
      );
    if (dateSystem === '1904') warn('dates_1904', `${file} counts its dates from 1904; they were read so.`);
    return { sheet: sheet.name, blocks: text.finish(), warnings };
  } catch (error) {
    throw asRefusal(error, file);
  }
}

/** An OLE container is an .xls workbook, or the wrapping of an encrypted .xlsx. */
async function readOldSheet(bytes: Buffer, file: string, wanted: string | undefined): Promise<SheetReading> {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage'))
    throw new RefusedInput('password', `${file} is protected by a password. Save it without one.`, { file });
  if (holds('_VBA_PROJECT'))
    throw new RefusedInput('macros', `${file} holds macros. Save it as .xlsx without them.`, { file });
  return readWholeWorkbook(() => readXls(bytes), file, wanted, 'an old .xls workbook');
}

async function readWholeWorkbook(
  read: () => ReturnType<typeof readXls>,
  file: string,
  wanted: string | undefined,
  kind: string,
): Promise<SheetReading> {
  try {
    const workbook = await read();
    const sheets = workbook.sheets.map(({ name, hidden, veryHidden, rows }) => ({
      name,
      hidden: hidden === true || veryHidden === true,
      facts: { size: rows.length, formulas: false, uncomputed: false, merged: false },
    }));
    const chosen = chooseSheet(sheets, wanted, file);
    const sheet = workbook.sheets.find((each) => each.name === chosen.name)!;
    const text = new SheetText(file, workbook.dateSystem === '1904');
    sheet.rows.forEach((cells: SheetCell[] | undefined, index) => {
      if (cells) text.add(index, Array.from(cells));
    });
    const warnings = [
      {
        code: 'old_workbook',
        message: `${file} is ${kind}; formulas and hidden rows in it cannot be told from data. Prefer .xlsx or CSV.`,
      },
      ...aboutSheets(sheets, chosen.name),
    ];
    if ((sheet.merges?.length ?? 0) > 0)
      warnings.push({
        code: 'merged_cells',
        message: `Sheet ${chosen.name} has merged cells; each was read as its first cell, the others as empty.`,
      });
    return { sheet: chosen.name, blocks: text.finish(), warnings };
  } catch (error) {
    throw asRefusal(error, file);
  }
}

function aboutSheets(sheets: { name: string; hidden: boolean }[], read: string): ReadingWarning[] {
  const others = sheets.filter((sheet) => sheet.name !== read);
  const list = (some: typeof others) => some.map((sheet) => sheet.name).join(', ');
  const visible = others.filter((sheet) => !sheet.hidden);
  const hidden = others.filter((sheet) => sheet.hidden);
  return [
    ...(visible.length > 0
      ? [{ code: 'other_sheets', message: `Sheet ${read} was read; not read: ${list(visible)}.` }]
      : []),
    ...(hidden.length > 0 ? [{ code: 'hidden_sheets', message: `Hidden sheets were not read: ${list(hidden)}.` }] : []),
  ];
}

/** The library's own errors become a refusal; ours stay. */
function asRefusal(error: unknown, file: string): RefusedInput {
  if (error instanceof RefusedInput) return error;
  if (error instanceof Error && error.name === 'EncryptedFileError')
    return new RefusedInput('password', `${file} is protected by a password. Save it without one.`, { file });
  return new RefusedInput(
    'damaged_file',
    `${file} cannot be read as a workbook: it is damaged or of an unknown kind. Open it in a spreadsheet and save it again.`,
    { file },
  );
}

async function readWhole(path: string, file: string): Promise<Buffer> {
  const { handle, fingerprint, size } = await openPlainFile(path);
  try {
    if (size > MAX_WORKBOOK_BYTES)
      throw new RefusedInput('too_large', `${file} is larger than 256 MiB, too large for a workbook. Save it as CSV.`, {
        file,
      });
    const bytes = await handle.readFile();
    await assertUnchanged(path, handle, fingerprint);
    return bytes;
  } finally {
    await handle.close();
  }
}

function firstBytes(blocks: Uint8Array[], wanted: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let i = 0, length = 0; i < blocks.length && length < wanted; length += blocks[i++].length)
    parts.push(blocks[i].subarray(0, wanted - length));
  return Buffer.concat(parts);
}

function lastBytes(blocks: Uint8Array[], wanted: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let i = blocks.length - 1, length = 0; i >= 0 && length < wanted; length += blocks[i--].length)
    parts.unshift(blocks[i].subarray(Math.max(0, blocks[i].length - (wanted - length))));
  return Buffer.concat(parts);
}
