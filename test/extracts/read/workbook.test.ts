import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rewrite } from '../../../main/extracts/read/rewrite.ts';
import { MAIN, workbook, XML } from './workbook-bytes.ts';
import { fileOf, readFile, refusalOf, temporaryFolder } from './fixtures.ts';

const folder = temporaryFolder();
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (ref: string, value: number | string, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
const DATA = `<row r="1">${text('A1', 'worker')}${text('B1', 'day')}${text('C1', 'hours')}</row><row r="2">${text('A2', '007')}${number('B2', 45413, 1)}${number('C2', 7.5)}</row><row r="3">${text('A3', 'Ann, &quot;A&quot;')}${number('B3', 45414.5, 1)}${number('C3', 1.25, 2)}</row>`;
const ROWS = [
  ['007', '2024-05-01', '7.5'],
  ['Ann, "A"', '2024-05-02 12:00:00', '30:00:00'],
];
const read = (bytes: Uint8Array, options = {}) => readFile(fileOf(folder, bytes), options);
const refusal = (bytes: Uint8Array, options = {}) => refusalOf(read(bytes, options));

describe('a workbook', () => {
  it('is read by its content, whatever its name, with the rows of the sheet as lines', async () => {
    const bytes = workbook([{ name: 'Data', data: DATA }]);
    const result = await read(bytes);
    expect(result).toMatchObject({ container: 'workbook', header: ['worker', 'day', 'hours'], cells: ROWS });
    expect(result.rows.map((row) => row.line)).toEqual([2, 3]);
    expect(result.source.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('keeps the numbers of its rows past gaps, and short rows whole', async () => {
    const data = `<row r="3">${text('A3', 'id')}${text('B3', 'note')}</row><row r="7">${number('A7', 1)}</row><row r="9">${number('A9', 2)}${text('B9', 'two\nlines')}</row>`;
    expect((await read(workbook([{ name: 'S', data }]))).rows).toEqual([
      { line: 7, cells: ['1', ''], problem: null },
      { line: 9, cells: ['2', 'two lines'], problem: null },
    ]);
  });

  it('is written as a plain file with the name extended', async () => {
    const { out } = await rewrite(
      fileOf(folder, workbook([{ name: 'S', data: DATA }]), 'hours.xlsx'),
      {},
      join(folder, 'out'),
    );
    expect(out).toMatch(/hours\.xlsx\.csv$/);
    expect(readFileSync(out!, 'utf8')).toBe(
      'worker,day,hours\r\n007,2024-05-01,7.5\r\n"Ann, ""A""",2024-05-02 12:00:00,30:00:00\r\n',
    );
  });

  it('gives the sheet asked for, else the first visible one, and names the others', async () => {
    const other = DATA.replace('007', '008');
    const bytes = workbook([
      { name: 'Old', data: other, state: 'hidden' },
      { name: 'Hours', data: DATA },
      { name: 'More', data: other },
    ]);
    const first = await read(bytes);
    expect(first.cells).toEqual(ROWS);
    expect(first.warnings).toEqual(expect.arrayContaining(['other_sheets', 'hidden_sheets']));
    expect((await read(bytes, { sheet: 'more' })).cells[0][0]).toBe('008');
    expect(await refusal(bytes, { sheet: 'None' })).toBe('sheet_not_found');
  });

  it('passes over a cover sheet', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, i) => `<row r="${i + 4}">${number(`A${i + 4}`, i)}${number(`B${i + 4}`, 45000, 1)}</row>`,
    ).join('');
    const cover = { name: 'About', data: `<row r="1">${text('A1', 'A report')}</row>` };
    expect((await read(workbook([cover, { name: 'Data', data: DATA + rows }]))).rows).toHaveLength(402);
  });

  it('names formulas, formulas without result, merged cells and dates from 1904', async () => {
    const data = `${DATA}<row r="4">${text('A4', 'x')}<c r="B4"><f>1+1</f></c><c r="C4"><f>A1</f><v>3</v></c></row>`;
    const result = await read(
      workbook(
        [{ name: 'S', data, after: '<mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells>' }],
        {},
        '<workbookPr date1904="1"/>',
      ),
    );
    expect(result.warnings).toEqual(
      expect.arrayContaining(['formulas', 'formulas_without_results', 'merged_cells', 'dates_1904']),
    );
    expect(result.cells[2]).toEqual(['x', '', '3']);
    expect(result.cells[0][1]).toBe('2028-05-02');
    expect((await read(workbook([{ name: 'S', data: DATA }]))).warnings).toEqual([]);
  });

  it('believes its cells and not its stated size', async () => {
    const started = performance.now();
    const data = `<row r="1">${text('A1', 'id')}${text('B1', 'n')}</row><row r="2">${number('A2', 1)}${number('B2', 2)}</row>`;
    expect((await read(workbook([{ name: 'S', data, before: '<dimension ref="A1:XFD1048576"/>' }]))).rows).toHaveLength(
      1,
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is refused when it is a bomb, quickly', async () => {
    const bytes = workbook([{ name: 'S', data: DATA }], { 'xl/media/zeros.bin': new Uint8Array(100 * 2 ** 20) });
    const packed = performance.now();
    expect(await refusal(bytes)).toBe('inflates_too_much');
    expect(performance.now() - packed).toBeLessThan(2000);
  });

  it('is refused for a DOCTYPE, for entities and for XML that is not UTF-8', async () => {
    const entity = `${XML}<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><sst ${MAIN}/>`;
    expect(await refusal(workbook([{ name: 'S', data: DATA }], { 'xl/sharedStrings.xml': entity }))).toBe('doctype');
    expect(
      await refusal(
        workbook([{ name: 'S', data: DATA }], { 'xl/sharedStrings.xml': Buffer.from(`\ufeff${entity}`, 'utf16le') }),
      ),
    ).toBe('unsupported_format');
  });

  it('is refused for names that lead outside and for names used twice', async () => {
    expect(await refusal(workbook([{ name: 'S', data: DATA }], { '../evil.xml': '<x/>' }))).toBe('hostile_workbook');
    expect(await refusal(workbook([{ name: 'S', data: DATA }], { '/etc/evil.xml': '<x/>' }))).toBe('hostile_workbook');
    const twice = Buffer.from(workbook([{ name: 'S', data: DATA }], { 'xl/aa.xml': '<x/>', 'xl/bb.xml': '<x/>' }));
    for (let at = twice.indexOf('xl/bb.xml'); at >= 0; at = twice.indexOf('xl/bb.xml')) twice.write('xl/aa.xml', at);
    expect(await refusal(twice)).toBe('hostile_workbook');
  });

  it('is refused for macros and passwords', async () => {
    expect(await refusal(workbook([{ name: 'S', data: DATA }], { 'xl/vbaProject.bin': 'x' }))).toBe('macros');
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(600),
    ]);
    expect(await refusal(locked)).toBe('password');
  });

  it('is refused when cut short or damaged', async () => {
    const bytes = workbook([{ name: 'S', data: DATA }]);
    expect(await refusal(bytes.subarray(0, bytes.length - 30))).toBe('damaged_file');
    const flipped = Buffer.from(
      workbook([{ name: 'S', data: DATA }], {
        'xl/media/noise.bin': createHash('shake256', { outputLength: 5000 }).update('noise').digest(),
      }),
    );
    flipped[flipped.indexOf('noise.bin') + 2000] ^= 0xff;
    expect(await refusal(flipped)).toBe('damaged_file');
    expect(await refusal(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]))).toBe(
      'damaged_file',
    );
  });

  it('is refused for a row of over 2,000 cells', async () => {
    expect(
      await refusal(workbook([{ name: 'S', data: `<row r="1">${text('A1', 'x')}${text('BZZ1', 'y')}</row>` }])),
    ).toBe('too_many_columns');
  });
});
