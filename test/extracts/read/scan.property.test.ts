import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { dialectBytes } from '../../../main/extracts/read/dialect/dialect.ts';
import { RecordReader } from '../../../main/extracts/read/scanning/record.ts';
import { RecordScanner } from '../../../main/extracts/read/scan.ts';
import { isBlankLine } from '../../../main/extracts/read/scanning/blank-line.ts';
import { scan } from './fixtures.ts';

const cell = fc.oneof(
  fc
    .string({ unit: 'binary', maxLength: 6 })
    .map((text) => text.toWellFormed().replaceAll('\0', '').replaceAll('\ufeff', '')),
  fc.constantFrom('', '"', '""', ',', '\n', '\r\n', '\r', 'a"b', ' x ', 'é', '日本', '0', '-1.5'),
);
const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 12 }),
  }),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const chunk = fc.integer({ min: 1, max: 40 });
const notBlank = (cells: string[]) => cells.some((text) => /[^ \t]/.test(text));

/** Bytes of a hostile file: fragments of syntax in any order. */
const debris = fc
  .oneof(
    fc.array(
      fc.constantFrom('"', '""', ',', ';', ';;', '\n', '\r', 'a', 'b', ' ', 'é', '\\', '\0', '\t', '\ufeff', '---'),
      {
        maxLength: 60,
      },
    ),
    fc.array(fc.constantFrom('"', ',', '\n', 'a'), { maxLength: 24 }),
  )
  .map((parts) => parts.join(''));
const dialects = fc.constantFrom(
  {},
  { escape: '\\' },
  { escape: null },
  { quote: null },
  { quote: null, escape: '\\' },
  { delimiter: ';;' },
  { delimiter: '\t' },
  { trailingDelimiter: true },
  { maxRecords: 2 },
);

describe('the record scanner, on any table', () => {
  it('reads back what was quoted', () => {
    fc.assert(
      fc.property(table, lineEnd, fc.boolean(), ({ columns, rows }, newline, quotes) => {
        const { rows: read } = scan(Papa.unparse(rows, { newline, quotes }), { columns });
        expect(read.filter((row) => row.problem !== null)).toEqual([]);
        expect(read.map((row) => row.cells).filter(notBlank)).toEqual(rows.filter(notBlank));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with another reader', () => {
    fc.assert(
      fc.property(table, lineEnd, ({ columns, rows }, newline) => {
        const text = Papa.unparse(rows, { newline });
        const other = Papa.parse<string[]>(text, { newline, delimiter: ',' }).data;
        expect(scan(text, { columns }).cells.filter(notBlank)).toEqual(other.filter(notBlank));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same rows for every line end', () => {
    fc.assert(
      fc.property(table, ({ columns, rows }) => {
        const plain = rows.map((cells) => cells.map((text) => text.replace(/[\r\n]/g, ' ')));
        const [lf, crlf, cr] = ['\n', '\r\n', '\r'].map((newline) =>
          scan(Papa.unparse(plain, { newline }), { columns }).rows.map(({ cells, line }) => ({ cells, line })),
        );
        expect(crlf).toEqual(lf);
        expect(cr).toEqual(lf);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the record scanner, on any bytes', () => {
  it('gives the same records however the bytes are cut', () => {
    fc.assert(
      fc.property(debris, dialects, fc.integer({ min: 1, max: 4 }), chunk, (text, dialect, columns, size) => {
        const whole = scan(text, { columns, ...dialect });
        expect(whole.left).toBe(0);
        expect(scan(text, { columns, ...dialect }, size)).toEqual(whole);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the records that careful reading of each one gives', () => {
    fc.assert(
      fc.property(debris, dialects, fc.integer({ min: 1, max: 3 }), (text, dialect, columns) => {
        const options = { delimiter: ',', quote: '"', escape: '"', trailingDelimiter: false, ...dialect };
        const bytes = new TextEncoder().encode(text);
        const careful = new RecordReader({
          dialect: dialectBytes(options),
          columns,
          trailingDelimiter: options.trailingDelimiter,
        });
        const expected: unknown[] = [];
        for (let p = 0, line = 1; p < bytes.length; p = careful.reading.next) {
          careful.read(bytes, p, bytes.length, true);
          const { fields, starts, ends, lines, end } = careful.reading;
          const cells = Array.from({ length: columns }, (_, c) => (c < fields ? [starts[c], ends[c]] : [end, end]));
          if (!isBlankLine(bytes, p, end, new TextEncoder().encode(options.delimiter)))
            expected.push({ line, start: p, problem: careful.problem, cells });
          line += lines;
        }
        const scanner = new RecordScanner({ ...options, columns, firstLine: 1, maxRecords: 100 });
        scanner.scan(bytes, 0, bytes.length, true);
        const found = Array.from({ length: scanner.count }, (_, i) => ({
          line: scanner.lines[i],
          start: scanner.recordStarts[i],
          problem: scanner.problems[i],
          cells: Array.from({ length: columns }, (_, c) => [
            scanner.starts[i * columns + c],
            scanner.ends[i * columns + c],
          ]),
        }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('loses no line: every one that is not blank begins, ends or continues a record', () => {
    fc.assert(
      fc.property(debris, fc.integer({ min: 1, max: 4 }), (text, columns) => {
        const lines = text.replaceAll('\0', 'x').split(/\r\n|\n|\r/);
        const { rows, blankLines } = scan(text.replaceAll('\0', 'x'), { columns, quote: null });
        expect(rows.length + blankLines).toBe(lines.at(-1) === '' ? lines.length - 1 : lines.length);
      }),
      { numRuns: 1000 },
    );
  });
});
