import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { INFLATED_FREE_BYTES, MAX_INFLATE_RATIO } from '../limits.ts';
import { RefusedInput } from '../refused.ts';

const MAX_ENTRIES = 10_000;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;
/** Characters kept from one piece of XML to the next, so that a tag cut in two is seen. */
const OVERLAP = 200;

/** What was seen of one sheet while it was checked. */
export interface SheetFacts {
  /** Bytes of its XML. */
  size: number;
  formulas: boolean;
  /** A formula without a stored result. */
  uncomputed: boolean;
  merged: boolean;
}

export interface CheckedWorkbook {
  /** By path in the archive, such as xl/worksheets/sheet1.xml. */
  sheets: Map<string, SheetFacts>;
  /** Small parts needed to tell sheets apart, as text by path. */
  parts: Map<string, string>;
  binary: boolean;
}

/**
 * Walks a zipped workbook before anything else reads it: every entry is unpacked once, counted and checked, nothing is kept.
 * Throws RefusedInput for a bomb, damage, names that lead outside, links, names used twice, passwords, macros and XML with a DOCTYPE.
 */
export async function checkWorkbook(bytes: Buffer, file: string): Promise<CheckedWorkbook> {
  const checked: CheckedWorkbook = { sheets: new Map(), parts: new Map(), binary: false };
  const limit = Math.max(INFLATED_FREE_BYTES, bytes.length * MAX_INFLATE_RATIO);
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    const entries = await listEntries(zip, limit, file);
    let inflated = 0;
    for (const entry of entries) {
      if (entry.fileName === 'xl/workbook.bin') checked.binary = true;
      const part = new PartCheck(entry.fileName, file);
      let check = 0;
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as Readable & AsyncIterable<Buffer>) {
        inflated += chunk.length;
        if (inflated > limit) throw inflatesTooMuch(file);
        check = crc32(chunk, check);
        part.take(chunk);
      }
      if (check !== entry.crc32) {
        throw refused('damaged_file', file, 'is damaged: a part of it does not match its checksum');
      }
      part.report(checked);
    }
  } catch (error) {
    if (error instanceof RefusedInput) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/relative path|absolute path|invalid characters/.test(reason))
      throw refused('hostile_workbook', file, 'names parts outside itself');
    throw refused('damaged_file', file, 'is damaged or was cut short');
  }
  return checked;
}

/** The files in the archive, by what its directory says of them; a bomb that admits its size goes no further. */
async function listEntries(zip: ZipFile, limit: number, file: string): Promise<Entry[]> {
  if (zip.entryCount > MAX_ENTRIES) throw refused('hostile_workbook', file, 'holds more parts than any workbook has');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, names, file);
    declared += entry.uncompressedSize;
    if (declared > limit) throw inflatesTooMuch(file);
    if (!entry.fileName.endsWith('/')) entries.push(entry);
  }
  return entries;
}

function checkEntry(entry: Entry, names: Set<string>, file: string): void {
  const name = entry.fileName.toLowerCase();
  if (names.has(name)) throw refused('hostile_workbook', file, 'names a part twice');
  names.add(name);
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK)
    throw refused('hostile_workbook', file, 'holds a link');
  if (entry.isEncrypted()) throw refused('password', file, 'is protected by a password');
  if (name.endsWith('vbaproject.bin')) throw refused('macros', file, 'holds macros. Save it as .xlsx without them');
}

/** Looks through the XML of one part as it comes. */
class PartCheck {
  readonly #name: string;
  readonly #file: string;
  readonly #isXml: boolean;
  readonly #isSheet: boolean;
  readonly #kept: string[] | null;
  readonly #facts: SheetFacts = { size: 0, formulas: false, uncomputed: false, merged: false };
  #rest = '';

  constructor(name: string, file: string) {
    this.#name = name;
    this.#file = file;
    this.#isXml = /\.(xml|rels|vml)$/i.test(name);
    this.#isSheet = /^xl\/worksheets\/[^/]+\.(xml|bin)$/i.test(name);
    this.#kept = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/i.test(name) ? [] : null;
  }

  take(chunk: Buffer): void {
    if (this.#facts.size === 0 && (chunk[0] === 0xfe || chunk[0] === 0xff) && this.#isXml)
      throw refused('unsupported_format', this.#file, 'is not written in UTF-8');
    this.#facts.size += chunk.length;
    if (!this.#isXml) return;
    const text = this.#rest + chunk.toString('latin1');
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY'))
      throw refused('doctype', this.#file, 'holds a DOCTYPE, which no workbook needs and hostile ones use');
    this.#kept?.push(chunk.toString('utf8'));
    if (this.#isSheet) {
      this.#facts.formulas ||= /<(\w+:)?f[ >/]/.test(text);
      this.#facts.uncomputed ||= /<\/(\w+:)?f><\/(\w+:)?c>|<(\w+:)?f( [^<>]*)?\/><\/(\w+:)?c>/.test(text);
      this.#facts.merged ||= /<(\w+:)?mergeCell /.test(text);
    }
    this.#rest = text.slice(-OVERLAP);
  }

  report(checked: CheckedWorkbook): void {
    if (this.#isSheet) checked.sheets.set(this.#name, this.#facts);
    if (this.#kept) checked.parts.set(this.#name, this.#kept.join(''));
  }
}

function inflatesTooMuch(file: string): RefusedInput {
  return refused(
    'inflates_too_much',
    file,
    `unpacks to more than ${MAX_INFLATE_RATIO} times its size, as a hostile file would`,
  );
}

function refused(code: string, file: string, what: string): RefusedInput {
  const advice =
    {
      damaged_file: ' Fetch it again.',
      password: ' Save it without one.',
      hostile_workbook: ' It was not read.',
      inflates_too_much: ' It was not read.',
      doctype: ' It was not read.',
    }[code] ?? '';
  return new RefusedInput(code, `${file} ${what}.${advice}`, { file });
}
