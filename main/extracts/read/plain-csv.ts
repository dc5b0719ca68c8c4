import { Buffer } from 'node:buffer';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

const BUFFERED_CHARACTERS = 262_144;

/** Writes rows as RFC 4180: commas, doubled quotes, CRLF, UTF-8. The file appears under its name only when it is complete. */
export class PlainCsvWriter {
  readonly #path: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  #pending: string[] = [];
  #characters = 0;

  private constructor(path: string, temporary: string, handle: FileHandle) {
    this.#path = path;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  /** Opens a temporary file beside `path`; the folder is made if need be. */
  static async create(path: string): Promise<PlainCsvWriter> {
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.part`;
    return new PlainCsvWriter(path, temporary, await open(temporary, 'wx', 0o600));
  }

  async writeRow(cells: string[]): Promise<void> {
    const line = formatRow(cells);
    this.#pending.push(line);
    this.#characters += line.length;
    if (this.#characters > BUFFERED_CHARACTERS) await this.#flush();
  }

  /** Puts the finished file in place. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#handle.sync();
    await this.#handle.close();
    await rename(this.#temporary, this.#path);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(this.#temporary, { force: true });
  }

  async #flush(): Promise<void> {
    await this.#handle.writeFile(Buffer.from(this.#pending.join(''), 'utf8'));
    this.#pending = [];
    this.#characters = 0;
  }
}

/** One line with its CRLF. A single empty cell is quoted, lest the line be taken for a blank one. */
export function formatRow(cells: string[]): string {
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
