import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../../main/extracts/read/source.ts';
import { understand } from '../../../main/extracts/read/understand.ts';
import { fileOf, readFile, temporaryFolder } from './fixtures.ts';

const folder = temporaryFolder();
const HEADER = 'worker_id,name,hours\n';
const PLAIN = `${HEADER}1,Ann,7.5\n2,Bob,8\n3,Cy,6\n`;
const ROWS = [['1', 'Ann', '7.5'], ['2', 'Bob', '8'], ['3', 'Cy', '6']];
const utf16 = (text: string, bigEndian = false) => (bigEndian ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));
const read = (content: string | Uint8Array, options = {}) => readFile(fileOf(folder, content), options);
const refusal = async (reading: Promise<unknown>) => reading.then(() => 'accepted', (error) => error.code);

describe('encodings', () => {
  it('refuses a file of no bytes, of a mark only, of blank lines only', async () => {
    for (const content of ['', '\ufeff', Buffer.from([0xff, 0xfe]), '\n\r\n\n', Buffer.alloc(100)]) expect(await refusal(read(content))).toBe('empty_file');
  });

  it('reads UTF-8 with a mark and keeps the first name clean', async () => {
    const { header, cells, encoding } = await read(`\ufeff${PLAIN}`);
    expect(header[0]).toBe('worker_id');
    expect(cells).toEqual(ROWS);
    expect(encoding).toBe('utf-8');
  });

  it.each([
    ['little-endian with a mark', utf16(`\ufeff${PLAIN}`), 'utf-16le', []],
    ['big-endian with a mark', utf16(`\ufeff${PLAIN}`, true), 'utf-16be', []],
    ['little-endian without a mark', utf16(PLAIN), 'utf-16le', ['encoding_guessed']],
    ['big-endian without a mark', utf16(PLAIN, true), 'utf-16be', ['encoding_guessed']],
  ])('reads UTF-16 %s', async (_, bytes, encoding, warnings) => {
    const result = await read(bytes);
    expect(result).toMatchObject({ encoding, cells: ROWS });
    expect(result.warnings.filter((code) => code === 'encoding_guessed').slice(0, 1)).toEqual(warnings);
  });

  it('marks a row with half a character in UTF-16', async () => {
    const { rows } = await read(utf16(`\ufeff${HEADER}1,A\ud800nn,1\n2,B\ud83d\ude00b,2\n`));
    expect(rows).toMatchObject([{ problem: 'invalid_utf8' }, { problem: null, cells: ['2', 'B😀b', '2'] }]);
  });

  it('reads Windows-1252 and says so', async () => {
    const { cells, encoding, warnings } = await read(Buffer.from(`${HEADER}1,Ren\xe9e \x93Bo\x94,10\n2,J\xfcrgen \x80,5\n`, 'latin1'));
    expect(encoding).toBe('windows-1252');
    expect(cells).toEqual([['1', 'Renée “Bo”', '10'], ['2', 'Jürgen €', '5']]);
    expect(warnings).toContain('encoding_guessed');
  });

  it('keeps a file UTF-8 for one broken byte and marks its row', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `${i},Zoë ${i},1`).join('\n');
    const bytes = Buffer.from(`${HEADER}${lines}\n`);
    bytes[bytes.indexOf('Zoë 5') + 2] = 0x28;
    const { rows, encoding } = await read(bytes);
    expect(encoding).toBe('utf-8');
    expect(rows.filter((row) => row.problem !== null)).toMatchObject([{ line: 7, problem: 'invalid_utf8' }]);
  });

  it('keeps an otherwise plain file UTF-8 for a byte that is no letter anywhere', async () => {
    const { rows, encoding } = await read(Buffer.from(`${HEADER}1,An\xffn,1\n2,B,2\n`, 'latin1'));
    expect(encoding).toBe('utf-8');
    expect(rows.map((row) => row.problem)).toEqual(['invalid_utf8', null]);
  });

  it('marks the rows in another encoding where two are mixed', async () => {
    const { rows } = await read(Buffer.concat([Buffer.from(`${HEADER}1,Zoë,1\n2,Noël,2\n`), Buffer.from('3,Ren\xe9,3\n', 'latin1')]));
    expect(rows.map((row) => row.problem)).toEqual([null, null, 'invalid_utf8']);
  });

  it('sees accents that come late in a long file', async () => {
    const filler = 'Ann Example of Somewhere,1\n'.repeat(60_000);
    const { encoding } = await understand(fileOf(folder, Buffer.from(`name,hours\n${filler}${'Ren\xe9e,1\n'.repeat(20_000)}${filler}`, 'latin1')));
    expect(encoding).toBe('windows-1252');
  });

  it('takes the encoding it is told', async () => {
    const { cells } = await read(Buffer.from('worker_id,name\n1,\x8eva\n', 'latin1'), { encoding: 'macintosh' });
    expect(cells).toEqual([['1', 'éva']]);
    expect(await refusal(read(PLAIN, { encoding: 'klingon' }))).toBe('unknown_encoding');
  });

  it('marks a zero byte inside a field', async () => {
    expect((await read(`${HEADER}1,A\0nn,1\n2,B,2\n`)).rows.map((row) => row.problem)).toEqual(['nul_byte', null]);
  });

  it('skips and reports zeros after the last row', async () => {
    const { cells, warnings } = await read(Buffer.concat([Buffer.from(PLAIN), Buffer.alloc(200_000)]));
    expect(cells).toEqual(ROWS);
    expect(warnings).toContain('zero_padding');
  });
});

describe('dialects', () => {
  it.each([
    ['tab', '\t'], ['pipe', '|'], ['semicolon', ';'], ['comma and blank', ', '],
  ])('finds the delimiter %s', async (_, delimiter) => {
    const result = await read(PLAIN.replaceAll(',', delimiter));
    expect(result).toMatchObject({ delimiter, cells: ROWS });
  });

  it('asks about a delimiter of several signs, and reads it when told', async () => {
    const content = PLAIN.replaceAll(',', '~|~');
    expect(await refusal(read(content))).toBe('ask_delimiter');
    expect(await read(content, { unsure: 'guess' })).toMatchObject({ delimiter: '~|~', cells: ROWS });
    expect(await read(content, { delimiter: '~|~' })).toMatchObject({ cells: ROWS });
  });

  it('tells a semicolon from decimal commas', async () => {
    const result = await read('worker_id;hours;rate\n1;7,5;20,10\n2;8,0;21,00\n3;6,25;19,99\n');
    expect(result).toMatchObject({ delimiter: ';', cells: [['1', '7,5', '20,10'], ['2', '8,0', '21,00'], ['3', '6,25', '19,99']] });
  });

  it('follows and consumes a line that names the separator', async () => {
    const result = await read('sep=;\r\nid;note\r\n1;a,b\r\n2;c,d\r\n');
    expect(result).toMatchObject({ delimiter: ';', headerLine: 2, preambleLines: 1, header: ['id', 'note'], cells: [['1', 'a,b'], ['2', 'c,d']] });
  });

  it('names backslash escapes', async () => {
    const result = await read('id,note\n1,"the \\"old\\" unit"\n2,"8\\" pipe, black"\n3,"plain"\n');
    expect(result).toMatchObject({ escape: '\\', cells: [['1', 'the "old" unit'], ['2', '8" pipe, black'], ['3', 'plain']] });
    expect(result.warnings).toContain('backslash_escapes');
  });

  it('finds apostrophes used as quotes', async () => {
    const result = await read("id,note\n1,'Smith, Ann'\n2,'Lee, Bo'\n3,'x'\n");
    expect(result).toMatchObject({ quote: "'", cells: [['1', 'Smith, Ann'], ['2', 'Lee, Bo'], ['3', 'x']] });
  });

  it('leaves apostrophes in names alone', async () => {
    expect(await read("id,name\n1,O'Neil\n2,D'Arcy\n3,'t Hooft\n")).toMatchObject({ quote: '"', cells: [['1', "O'Neil"], ['2', "D'Arcy"], ['3', "'t Hooft"]] });
  });

  it('warns of quotes taken as text', async () => {
    expect((await read('id,item\n1,5" pipe\n2,x\n')).warnings).toContain('literal_quotes');
  });

  it.each(['\n', '\r\n', '\r'] as const)('names the line end %j', async (newline) => {
    expect(await read(PLAIN.replaceAll('\n', newline))).toMatchObject({ newline, cells: ROWS });
  });

  it('names mixed line ends, breaks inside quotes aside', async () => {
    expect((await read('a,b\r\n1,2\n3,4\r5,6\n')).newline).toBe('mixed');
    expect((await read('a,b\r\n1,"x\ny"\r\n3,4\r\n')).newline).toBe('\r\n');
  });

  it('numbers rows right after line breaks in quotes', async () => {
    expect((await read('a,b\n1,"x\n\ny"\n3\n4,5\n')).rows).toMatchObject([{ line: 2 }, { line: 5, problem: 'short_row' }, { line: 6 }]);
  });

  it('loses one row of many to a quote left open', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `${i},Name ${i},${i % 9}`);
    const { rows: seen } = await read(`${HEADER}${rows.with(1, '1,"Smith,4').join('\n')}\n`);
    expect(seen.length).toBe(100_000);
    expect(seen.filter((row) => row.problem !== null)).toMatchObject([{ line: 3, problem: 'unclosed_quote' }]);
  });

  it('marks a last row that was cut off', async () => {
    expect((await read(`${PLAIN}4,D`)).rows.at(-1)).toMatchObject({ line: 5, problem: 'short_row' });
  });
});

describe('headers, preambles and footers', () => {
  it('warns of a file with a header only', async () => {
    expect(await read(HEADER)).toMatchObject({ header: ['worker_id', 'name', 'hours'], rows: [], warnings: ['no_rows'] });
  });

  it('skips and lists titles, blank lines and a total', async () => {
    const result = await read(`Timesheet report,,\nRun 2024-05-01,,\n\n${PLAIN}\nTotal,,21.5\n`);
    expect(result).toMatchObject({ preambleLines: 3, headerLine: 4, dataLine: 5, cells: ROWS, footer: [['Total', '', '21.5']], footerRecords: 1, footerLines: 1 });
    expect(result.warnings).toEqual(['preamble_skipped', 'footer_skipped']);
  });

  it('skips a footer beyond the reach of the head', async () => {
    const rows = Array.from({ length: 80_000 }, (_, i) => `${i},Name ${i},${i % 9}`).join('\n');
    const result = await read(`${HEADER}${rows}\n\nGrand total,,320000\n80000 rows\nPrinted 2024-05-01\n`);
    expect(result.rows).toHaveLength(80_000);
    expect(result.footer).toEqual([['Grand total', '', '320000'], ['80000 rows'], ['Printed 2024-05-01']]);
  });

  it('does not take the last row for a footer', async () => {
    expect((await read(`${PLAIN}4,,\n`)).rows).toHaveLength(4);
    expect((await read('supplier,total\nAcme,1\nTotal Gas & Power,2\n')).rows).toHaveLength(2);
  });

  it('refuses two tables, naming where each begins, and reads the one it is told', async () => {
    const content = `${PLAIN}\nsite,month,beds\nA,2024-01,20\nB,2024-01,30\n`;
    const path = fileOf(folder, content);
    await expect(understand(path)).rejects.toMatchObject({ code: 'two_tables', row: 6, message: expect.stringContaining('line 1 (worker_id, name, hours)') });
    expect(await readFile(path, { header: 6 })).toMatchObject({ header: ['site', 'month', 'beds'], rows: [{}, {}] });
    const first = await readFile(path, { header: 1 });
    expect(first).toMatchObject({ cells: ROWS, footerLines: 3 });
    expect(first.warnings).toContain('second_table_skipped');
  });

  it('sees a second table by its width or its repeated header, with no blank line between', async () => {
    for (const second of ['a,b\nx,1\ny,2\n', 'worker_id,name,hours,cost\n9,Z,1,2\n8,Y,2,3\n', PLAIN]) {
      expect(await refusal(read(PLAIN + ROWS.join('\n') + '\n' + second))).toBe('two_tables');
    }
  });

  it('joins two rows of names and warns', async () => {
    const result = await read('Employee,,Regular,,Overtime,\nid,name,hours,cost,hours,cost\n1,Ann,1,2,3,4\n2,Bob,1,2,3,4\n');
    expect(result.header).toEqual(['Employee id', 'Employee name', 'Regular hours', 'Regular cost', 'Overtime hours', 'Overtime cost']);
    expect(result.warnings).toContain('several_header_rows');
    expect(result.dataLine).toBe(3);
  });

  it('numbers equal names, ignoring case, and warns', async () => {
    const { header, warnings } = await read('code,amount,Code,amount\nA,1,B,2\n');
    expect(header).toEqual(['code', 'amount', 'Code_2', 'amount_2']);
    expect(warnings).toContain('duplicate_headers');
  });

  it('takes names that mean something to programs as names', async () => {
    const names = ['__proto__', 'constructor', 'rowid', 'x"); DROP TABLE batch;--'];
    const { header, cells } = await read(`${names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n1,2,3,4\n`);
    expect(header).toEqual(names);
    expect(cells).toEqual([['1', '2', '3', '4']]);
  });

  it('notices that there is no header', async () => {
    const result = await read('28/01/2018,1,MG-1,10.5\n29/01/2018,2,RI-2,11.25\n');
    expect(result).toMatchObject({ hasHeader: false, header: ['column_1', 'column_2', 'column_3', 'column_4'], dataLine: 1 });
    expect(result.rows).toHaveLength(2);
  });

  it('takes years over figures for names', async () => {
    expect((await read('site,2022,2023,2024\nA,10,12,14\nB,9,8,7\n')).header).toEqual(['site', '2022', '2023', '2024']);
  });

  it('reads the header it is told, or none', async () => {
    expect(await read(`x,y,z\n${PLAIN}`, { header: 2 })).toMatchObject({ headerLine: 2, preambleLines: 1, cells: ROWS });
    expect((await read('a,b\nc,d\n', { header: 0 })).cells).toEqual([['a', 'b'], ['c', 'd']]);
    expect(await refusal(read(PLAIN, { header: 99 }))).toBe('header_not_found');
  });

  it('bears a delimiter at the end of every row', async () => {
    expect(await read('a,b,c\n1,2,3,\n4,5,6,\n')).toMatchObject({ trailingDelimiter: true, header: ['a', 'b', 'c'], cells: [['1', '2', '3'], ['4', '5', '6']] });
    expect(await read('a,b,c,\n1,2,3,\n4,5,6,\n')).toMatchObject({ header: ['a', 'b', 'c'], cells: [['1', '2', '3'], ['4', '5', '6']] });
  });

  it('names a first column of row numbers that the header leaves out', async () => {
    expect(await read('name,hours\n1,Ann,7\n2,Bob,8\n3,Cy,9\n')).toMatchObject({ header: ['column_1', 'name', 'hours'], warnings: ['unnamed_columns', 'header_adapted'] });
  });

  it('marks short and long rows', async () => {
    expect((await read(`${PLAIN}4,D\n5,E,1,2\n6,F,3\n`)).rows.map((row) => row.problem)).toEqual([null, null, null, 'short_row', 'long_row', null]);
  });
});

describe('limits', () => {
  it('refuses 2,001 columns and takes 2,000', async () => {
    const wide = (n: number) => `${Array.from({ length: n }, (_, i) => `c${i}`).join(',')}\n${Array.from({ length: n }, () => '1').join(',')}\n`;
    expect(await refusal(read(wide(2001)))).toBe('too_many_columns');
    expect((await read(wide(2000))).rows).toHaveLength(1);
  });

  it('refuses a file that is one long line', async () => {
    expect(await refusal(read('x'.repeat(3 * 2 ** 20)))).toBe('line_too_long');
    expect(await refusal(read(`${PLAIN}4,"${'x'.repeat(12 * 2 ** 20)}`))).toBe('line_too_long');
  });

  it('refuses a packed bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 2 ** 20, 'a,b\n'), { level: 9 });
    expect(await refusal(readFile(fileOf(folder, bomb)))).toBe('inflates_too_much');
  });
});

describe('what is no delimited text', () => {
  it('reads gzip by its content', async () => {
    expect(await readFile(fileOf(folder, gzipSync(PLAIN), 'packed.csv'))).toMatchObject({ container: 'gzip', cells: ROWS });
  });

  it('refuses a packed file that was cut short', async () => {
    expect(await refusal(readFile(fileOf(folder, gzipSync(PLAIN.repeat(999)).subarray(0, 120))))).toBe('damaged_file');
  });

  it.each([
    ['a PDF', '%PDF-1.7\n1 0 obj'], ['Parquet', 'PAR1\u0000'], ['Arrow', 'ARROW1\0\0'],
    ['a zip', 'PK\x03\x04rest'], ['a web page', '<html><table>'], ['random bytes', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 37 + 3) % 31))],
    ['JSON lines', '{"id":1}\n{"id":2}\n'],
  ])('refuses %s, whatever its name', async (_, content) => {
    expect(await refusal(read(content))).toBe('unsupported_format');
  });

  it('refuses folders, pipes, devices, dangling links and missing files without waiting', async () => {
    mkdirSync(join(folder, 'sub.csv'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.csv'));
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    expect(await refusal(understand(join(folder, 'sub.csv')))).toBe('not_a_file');
    expect(await refusal(understand(join(folder, 'pipe.csv')))).toBe('not_a_file');
    expect(await refusal(understand('/dev/zero'))).toBe('not_a_file');
    expect(await refusal(understand(join(folder, 'link.csv')))).toBe('dangling_link');
    expect(await refusal(understand(join(folder, 'missing.csv')))).toBe('not_found');
  });

  it('refuses a file that grows while it is read, or between looking and reading', async () => {
    const path = fileOf(folder, PLAIN.repeat(200_000));
    const source = await openSource(path);
    const reading = (async () => {
      let blocks = 0;
      for await (const _ of source.blocks()) if (blocks++ === 0) appendFileSync(path, '9,Z,1\n');
    })();
    expect(await refusal(reading)).toBe('changed_during_import');
    writeFileSync(path, PLAIN);
    expect(await refusal((async () => { for await (const _ of source.blocks()); })())).toBe('changed_during_import');
  });

  it('hashes the bytes as they lie on disk', async () => {
    const source = await openSource(fileOf(folder, gzipSync('a,b\n1,2\n')));
    expect(() => source.sha256()).toThrow(/not been read/);
    for await (const _ of source.blocks());
    expect(source.sha256()).toMatch(/^[0-9a-f]{64}$/);
  });
});
