import { profileBody } from './layout/body-profile.ts';
import { fitColumns } from './layout/columns.ts';
import { holdsQuote, type Dialect } from './dialect/dialect.ts';
import { guessDialect } from './dialect/dialect-guess.ts';
import { countFooter } from './layout/footer.ts';
import { cleanNames, joinHeaderRows } from './layout/header-names.ts';
import { findLayout } from './layout/layout.ts';
import { LAYOUT_BYTES, MAX_COLUMNS } from './limits.ts';
import { warnAbout } from './layout/reading-warnings.ts';
import { RefusedInput } from './refused.ts';
import {
  measureSample,
  modalWidth,
  readSample,
  type SampleOptions,
  type SampleRecord,
} from './layout/sample-records.ts';
import { sampleFile } from './file/file-sample.ts';
import { readSeparatorLine, type SeparatorLine } from './dialect/separator-line.ts';
import { textSampleOf, type TextSample } from './text-sample.ts';
import type { Newline, ReadingOptions, Understanding } from './understanding.ts';
import type { ReadingWarning } from './warning.ts';

/**
 * Looks at both ends of a delimited file and says how to read it.
 * Throws RefusedInput for what is no readable text, for over 2,000 columns, and with `unsure: 'ask'` (the default)
 * where only a person can know.
 */
export async function understand(path: string, options: ReadingOptions = {}): Promise<Understanding> {
  return understandText(await textSampleOf(path, await sampleFile(path), options), options);
}

/** The same for an extract whose ends are known as text. */
export function understandText(sample: TextSample, options: ReadingOptions): Understanding {
  const { file, whole } = sample;
  const marker = readSeparatorLine(sample.head);
  const { dialect, warnings: aboutDialect } = findDialect(sample, marker, options);
  const records = readHead(sample, marker, dialect);
  const layout = findLayout(records, options, file);
  const { header, body, second } = layout;
  const fit = fitColumns(
    header.map((record) => record.cells),
    body,
  );
  if (fit.columns > MAX_COLUMNS) throw tooManyColumns(fit.columns, file);
  const headerLine = header[0]?.line ?? 0;
  const { names, warnings: aboutNames } = cleanNames(fit.headerRows, fit.columns, headerLine);
  const last = records[records.length - 1];
  const start = body.find((record) => !record.blank) ?? second[0] ?? { line: lastLine(last) + 1, start: last.next };

  // The end of the data is in the head or else in the tail, where offsets count from the end of the file.
  const seen = whole || second.length > 0 ? body : readSample(sample.tail, fit.columns, { dialect, final: true });
  const footer = seen.slice(seen.length - countFooter(seen, profileBody(body, fit.columns)));
  const dataStop = footer[0]?.start ?? seen[seen.length - 1]?.next ?? start.start;
  const skipped = whole ? [...footer, ...second] : footer;
  const understanding: Understanding = {
    file,
    encoding: sample.encoding,
    container: sample.container,
    ...dialect,
    newline: newlineOf([...header, ...body]),
    trailingDelimiter: fit.trailingDelimiter,
    preambleLines: (header[0] ?? start).line - 1,
    header: names,
    headerText: fit.headerRows.length === 1 ? fit.headerRows[0] : joinHeaderRows(fit.headerRows),
    hasHeader: header.length > 0,
    headerLine,
    dataLine: start.line,
    dataOffset: start.start,
    dataEnd: !whole && second.length > 0 ? dataStop : null,
    footerBytes: skipped.length === 0 ? 0 : skipped[skipped.length - 1].next - dataStop,
    footerRecords: skipped.filter((record) => !record.blank).length,
    footerLines: countLines(skipped),
    footer: footer.filter((record) => !record.blank).map((record) => record.cells),
    warnings: [...sample.warnings, ...aboutDialect, ...(header.length > 0 ? aboutNames : [])],
  };
  understanding.warnings.push(...warnAbout(understanding, layout, fit.note));
  return understanding;
}

/**
 * The dialect told or guessed. Throws RefusedInput 'ask_delimiter' for a guess that a person should confirm, and
 * 'bad_setting' where one sign would both separate and quote.
 */
function findDialect(
  { file, head, whole }: TextSample,
  marker: SeparatorLine,
  options: ReadingOptions,
): { dialect: Dialect; warnings: ReadingWarning[] } {
  const chosen = { ...options, delimiter: options.delimiter ?? marker.delimiter };
  if (chosen.delimiter !== undefined && holdsQuote(chosen.delimiter, chosen.quote)) {
    throw new RefusedInput(
      'bad_setting',
      `"${chosen.quote}" cannot quote the fields of ${file} where "${chosen.delimiter}" separates them. Give another quote, or none.`,
      { file },
    );
  }
  const { dialect, sure } = guessDialect(head.subarray(marker.bytes), whole, chosen);
  const { delimiter } = dialect;
  if (chosen.delimiter === undefined && options.unsure !== 'guess' && delimiter.trim().length > 1) {
    throw new RefusedInput(
      'ask_delimiter',
      `The fields of ${file} seem to be separated by "${delimiter}". If that is right, say so with --set delimiter="${delimiter}".`,
      { file },
    );
  }
  const unsure = `It is not clear what separates the fields of ${file}; "${delimiter}" was taken. Give the delimiter if the rows look wrong.`;
  return { dialect, warnings: sure ? [] : [{ code: 'unsure_delimiter', message: unsure }] };
}

/** The records of the head, placed by line and offset in the whole stream. Throws RefusedInput if there are none. */
function readHead({ file, head, whole }: TextSample, marker: SeparatorLine, dialect: Dialect): SampleRecord[] {
  const options: SampleOptions = { dialect, final: whole };
  const read = (bytes: Uint8Array) => {
    const widths = measureSample(bytes, options).map((record) => record.width);
    return readSample(bytes, Math.max(1, modalWidth(widths)), options);
  };
  let records = read(head.subarray(marker.bytes, whole ? head.length : LAYOUT_BYTES));
  if (records.length === 0 && !whole) records = read(head.subarray(marker.bytes));
  if (records.length === 0 && !whole) {
    throw new RefusedInput(
      'line_too_long',
      `The first line of ${file} is longer than 1 MiB. Check that the file is a table and its quotes are closed.`,
      { file, row: 1 },
    );
  }
  if (records.every((record) => record.blank)) {
    throw new RefusedInput('empty_file', `${file} holds only blank lines. Export it again.`, { file });
  }
  for (const record of records) {
    record.line += marker.lines;
    record.start += marker.bytes;
    record.next += marker.bytes;
  }
  return records;
}

function newlineOf(records: SampleRecord[]): Newline {
  const kinds = new Set(records.map((record) => record.ending).filter((ending) => ending !== ''));
  if (kinds.size > 1) return 'mixed';
  const [only] = kinds;
  return only ?? '\n';
}

/** Physical lines of records in a row, without blank ones at their end. */
function countLines(records: SampleRecord[]): number {
  const last = records.findLast((record) => !record.blank);
  return last === undefined ? 0 : lastLine(last) - records[0].line + 1;
}

/** The last physical line of a record that holds line breaks in quotes. */
function lastLine(record: SampleRecord): number {
  return record.line + record.breaks;
}

function tooManyColumns(columns: number, file: string): RefusedInput {
  return new RefusedInput(
    'too_many_columns',
    `${file} has ${columns} columns; ${MAX_COLUMNS} are the limit. Export only the columns you need.`,
    { file },
  );
}
