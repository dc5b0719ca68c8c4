import { profileBody } from './body-profile.ts';
import { fitColumns } from './columns.ts';
import { guessDialect } from './dialect-guess.ts';
import { countFooter } from './footer.ts';
import { cleanNames, joinHeaderRows } from './header-names.ts';
import { findLayout } from './layout.ts';
import { MAX_COLUMNS } from './limits.ts';
import { warnAbout } from './reading-warnings.ts';
import { RefusedInput } from './refused.ts';
import { measureSample, modalWidth, readSample, type SampleOptions, type SampleRecord } from './sample-records.ts';
import { sampleFile } from './sample.ts';
import { readSeparatorLine } from './separator-line.ts';
import { textSampleOf, type TextSample } from './text-sample.ts';
import type { Newline, ReadingOptions, Understanding } from './understanding.ts';

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
  const warnings = [...sample.warnings];
  const marker = readSeparatorLine(sample.head);
  const head = sample.head.subarray(marker.bytes);

  const { dialect, sure } = guessDialect(head, whole, { ...options, delimiter: options.delimiter ?? marker.delimiter });
  if (options.delimiter === undefined && options.unsure !== 'guess' && dialect.delimiter.trim().length > 1) throw askDelimiter(dialect.delimiter, file);
  if (!sure) warnings.push({ code: 'unsure_delimiter', message: `It is not clear what separates the fields of ${file}; "${dialect.delimiter}" was taken. Give the delimiter if the rows look wrong.` });
  const reading: SampleOptions = { dialect, final: whole };
  const columns = Math.max(1, modalWidth(measureSample(head, reading).map((record) => record.width)));
  const records = readSample(head, { ...reading, columns });
  for (const record of records) {
    record.line += marker.lines;
    record.start += marker.bytes;
    record.next += marker.bytes;
  }
  if (records.every((record) => record.blank)) throw noRecords(records.length === 0 && !whole, file);

  const layout = findLayout(records, options, file);
  const { header, body, second } = layout;
  const fit = fitColumns(header.map((record) => record.cells), body);
  if (fit.columns > MAX_COLUMNS) {
    throw new RefusedInput('too_many_columns', `${file} has ${fit.columns} columns; ${MAX_COLUMNS} are the limit. Export only the columns you need.`, { file });
  }
  const headerLine = header[0]?.line ?? 0;
  const names = cleanNames(fit.headerRows, fit.columns, headerLine);
  const end = records[records.length - 1];
  const start = body.find((record) => !record.blank) ?? second[0] ?? { line: lastLine(end) + 1, start: end.next };

  // The end of the data is in the head, or in the tail: then offsets count from the end of the file.
  const seen = whole || second.length > 0 ? body : readSample(sample.tail, { ...reading, columns: fit.columns, final: true });
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
    header: names.names,
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
    warnings,
  };
  if (header.length > 0) warnings.push(...names.warnings);
  warnings.push(...warnAbout(understanding, layout, fit.note));
  return understanding;
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

function askDelimiter(delimiter: string, file: string): RefusedInput {
  return new RefusedInput('ask_delimiter', `The fields of ${file} seem to be separated by "${delimiter}". If that is right, give it as the delimiter.`, { file });
}

function noRecords(tooLong: boolean, file: string): RefusedInput {
  if (tooLong) return new RefusedInput('line_too_long', `The first line of ${file} is longer than 1 MiB. Check that the file is a table and its quotes are closed.`, { file, row: 1 });
  return new RefusedInput('empty_file', `${file} holds only blank lines. Export it again.`, { file });
}
