import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { scan } from './fixtures.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.toWellFormed().replaceAll('\0', '').replaceAll('\ufeff', '')),
  fc.constantFrom('', '"', '""', ',', '\n', '\r\n', '\r', 'a"b', ' x ', 'é', '日本', '0', '-1.5'),
);
const table = fc.integer({ min: 1, max: 5 }).chain((columns) => fc.record({ columns: fc.constant(columns), rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 12 }) }));
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const chunk = fc.integer({ min: 1, max: 40 });
const notBlank = (cells: string[]) => cells.some((text) => /[^ \t]/.test(text));

/** Bytes of a hostile file: fragments of syntax in any order. */
const debris = fc.array(fc.constantFrom('"', '""', ',', ';', ';;', '\n', '\r', 'a', 'b', ' ', 'é', '\\', '\0', '\t', '\ufeff'), { maxLength: 60 }).map((parts) => parts.join(''));
const dialects = fc.constantFrom({}, { escape: '\\' }, { escape: null }, { quote: null }, { quote: null, escape: '\\' }, { delimiter: ';;' }, { delimiter: '\t' }, { trailingDelimiter: true }, { maxRecords: 2 });

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
        const [lf, crlf, cr] = ['\n', '\r\n', '\r'].map((newline) => scan(Papa.unparse(plain, { newline }), { columns }).rows.map(({ cells, line }) => ({ cells, line })));
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
