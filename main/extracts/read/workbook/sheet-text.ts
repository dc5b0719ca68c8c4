import { BLOCK_BYTES, MAX_COLUMNS } from '../limits.ts';
import { RefusedInput } from '../refused.ts';

export type SheetCell = string | number | boolean | Date | null | undefined;

const MAX_TEXT_BYTES = 512 * 1024 * 1024;
const DAY_MS = 86_400_000;
/** Below this a date is a time of day or a duration: spreadsheets count days from about 1900, or 1904. */
const FIRST_DATE_1900 = Date.UTC(1900, 2, 1);
const FIRST_DATE_1904 = Date.UTC(1904, 1, 29);

/**
 * Turns the rows of a sheet into comma-separated UTF-8 whose physical lines are the rows of the sheet.
 * All lines are as wide as the widest row; line breaks inside cells become blanks, so that a row stays a line.
 * Numbers are written in the shortest way that gives them back, dates in ISO form, durations as H:MM:SS.
 */
export class SheetText {
  readonly #file: string;
  readonly #dates1904: boolean;
  readonly #lines: string[] = [];
  readonly #blocks: { bytes: Buffer; widths: number[] }[] = [];
  #widths: number[] = [];
  #characters = 0;
  #bytes = 0;
  #rows = 0;
  #columns = 0;

  constructor(file: string, dates1904: boolean) {
    this.#file = file;
    this.#dates1904 = dates1904;
  }

  /** Rows may be skipped; `index` counts from 0 and rises. Throws RefusedInput when the sheet grows too large. */
  add(index: number, cells: readonly SheetCell[]): void {
    while (this.#rows < index) this.#addLine('', 0);
    let width = cells.length;
    while (width > 0 && isEmpty(cells[width - 1])) width--;
    if (width > MAX_COLUMNS)
      throw new RefusedInput(
        'too_many_columns',
        `${this.#file} has a row of ${width} cells; ${MAX_COLUMNS} are the limit. Clear what stands to the right of the table.`,
        { file: this.#file, row: index + 1 },
      );
    let line = '';
    for (let c = 0; c < width; c++) line += (c === 0 ? '' : ',') + quoted(this.#text(cells[c]));
    this.#addLine(line, width);
  }

  /** The finished text in blocks. */
  finish(): Uint8Array[] {
    this.#flush();
    const columns = Math.max(1, this.#columns);
    return this.#blocks.map(({ bytes, widths }) => padLines(bytes, widths, columns));
  }

  #addLine(line: string, width: number): void {
    this.#rows++;
    this.#columns = Math.max(this.#columns, width);
    this.#lines.push(line);
    this.#widths.push(width);
    this.#characters += line.length + 1;
    if (this.#characters >= BLOCK_BYTES) this.#flush();
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    const bytes = Buffer.from(`${this.#lines.join('\n')}\n`, 'utf8');
    this.#bytes += bytes.length;
    if (this.#bytes > MAX_TEXT_BYTES)
      throw new RefusedInput(
        'too_large',
        `The sheet of ${this.#file} is too large to be read as a workbook. Save it as CSV.`,
        { file: this.#file },
      );
    this.#blocks.push({ bytes, widths: this.#widths });
    this.#lines.length = 0;
    this.#widths = [];
    this.#characters = 0;
  }

  #text(cell: SheetCell): string {
    if (cell === null || cell === undefined) return '';
    if (typeof cell === 'string') return cell.replace(/\r\n|\n|\r/g, ' ');
    if (typeof cell === 'number') return String(cell);
    if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
    return this.#dateText(cell.getTime());
  }

  #dateText(ms: number): string {
    if (!Number.isFinite(ms)) return '';
    const first = this.#dates1904 ? FIRST_DATE_1904 : FIRST_DATE_1900;
    const origin = this.#dates1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31);
    if (ms < first) {
      const seconds = Math.max(0, Math.round((ms - origin) / 1000));
      const two = (n: number) => String(n).padStart(2, '0');
      return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    }
    const iso = new Date(Math.round(ms / 1000) * 1000).toISOString();
    return ms % DAY_MS === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
  }
}

function isEmpty(cell: SheetCell): boolean {
  return cell === null || cell === undefined || cell === '';
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Adds the commas that lines narrower than the table lack; blank lines stay blank. */
function padLines(bytes: Buffer, widths: number[], columns: number): Uint8Array {
  const missing = widths.reduce((sum, width) => sum + (width === 0 ? 0 : columns - width), 0);
  if (missing === 0) return bytes;
  const out = Buffer.allocUnsafe(bytes.length + missing);
  let from = 0;
  let length = 0;
  for (const width of widths) {
    const end = bytes.indexOf(10, from);
    length += bytes.copy(out, length, from, end);
    if (width > 0) {
      out.fill(44, length, length + columns - width);
      length += columns - width;
    }
    out[length++] = 10;
    from = end + 1;
  }
  return out;
}
