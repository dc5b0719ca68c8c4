import { describe, expect, it } from 'vitest';
import { RefusedInput } from '../../../main/extracts/read/refused.ts';
import { problemName } from '../../../main/extracts/read/scanning/problem.ts';
import { scan } from './fixtures.ts';

const problems = (content: string | Uint8Array, columns: number) =>
  scan(content, { columns }).rows.map((row) => row.problem);

describe('the record scanner', () => {
  it('finds the fields of plain rows', () => {
    expect(scan('1,Ann,10\n2,Bob,20\n', { columns: 3 }).cells).toEqual([
      ['1', 'Ann', '10'],
      ['2', 'Bob', '20'],
    ]);
  });

  it('reads the last row without a line end', () => {
    expect(scan('1,Ann\n2,Bob', { columns: 2 }).cells).toEqual([
      ['1', 'Ann'],
      ['2', 'Bob'],
    ]);
  });

  it('keeps delimiters, line breaks and doubled quotes inside quotes', () => {
    expect(scan('1,"Smith, ""Bo""\r\nJones",x\n2,,""\n', { columns: 3 }).cells).toEqual([
      ['1', 'Smith, "Bo"\r\nJones', 'x'],
      ['2', '', ''],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('gives the same rows for the line end %j', (end) => {
    expect(scan(['1,a', '2,b', '3,c', ''].join(end), { columns: 2 }).cells).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });

  it('takes mixed line ends as they come', () => {
    expect(scan('1,a\r\n2,b\r3,c\n4,d', { columns: 2 }).rows.map((row) => row.line)).toEqual([1, 2, 3, 4]);
  });

  it('numbers rows by physical line, across breaks in quotes and blank lines', () => {
    const { rows, blankLines } = scan('1,"a\nb\r\nc"\n\n2,x\n,\n3,y\n', { columns: 2 });
    expect(rows.map((row) => row.line)).toEqual([1, 5, 7]);
    expect(blankLines).toBe(2);
  });

  it('gives each row its offset in the stream', () => {
    expect(scan('é,1\nb,2\n', { columns: 2, firstOffset: 100 }).rows.map((row) => row.offset)).toEqual([100, 105]);
  });

  it('marks short and long rows and leaves missing fields empty', () => {
    const { rows } = scan('1\n1,2,3\n1,2\n', { columns: 2 });
    expect(rows.map((row) => row.problem)).toEqual(['short_row', 'long_row', null]);
    expect(rows[0].cells).toEqual(['1', '']);
  });

  it('tolerates a trailing delimiter only where the file has that habit', () => {
    expect(scan('1,2,\n3,4\n', { columns: 2, trailingDelimiter: true }).rows.map((row) => row.problem)).toEqual([
      null,
      null,
    ]);
    expect(scan('1,2,\n3,4\n', { columns: 2 }).rows.map((row) => row.problem)).toEqual(['long_row', null]);
  });

  it('skips lines of delimiters only, and no others', () => {
    const { cells, blankLines } = scan(',,\n1,,\n , ,\n,,0\n', { columns: 3 });
    expect(cells).toEqual([
      ['1', '', ''],
      ['', '', '0'],
    ]);
    expect(blankLines).toBe(2);
  });

  it('reads delimiters of several characters', () => {
    expect(scan('1~|~a~b~|~x\n2~|~"c~|~d"~|~|\n', { columns: 3, delimiter: '~|~' }).cells).toEqual([
      ['1', 'a~b', 'x'],
      ['2', 'c~|~d', '|'],
    ]);
  });

  it('undoes backslash escapes inside quotes', () => {
    expect(scan('1,"8\\" x \\\\ C:\\dir"\n', { columns: 2, escape: '\\' }).cells).toEqual([['1', '8" x \\ C:\\dir']]);
  });

  it('reads bare quotes where the dialect has no escape', () => {
    const { rows } = scan('1,"round 48"","x"\n', { columns: 3, escape: null });
    expect(rows[0]).toMatchObject({ cells: ['1', 'round 48"', 'x'], problem: null });
  });

  it('takes quotes as text where the dialect has none', () => {
    expect(scan('1,"a\n2,5" pipe\n', { columns: 2, quote: null }).cells).toEqual([
      ['1', '"a'],
      ['2', '5" pipe'],
    ]);
  });

  it('undoes escaped delimiters where nothing is quoted', () => {
    expect(scan('1,a\\,b\n', { columns: 2, quote: null, escape: '\\' }).cells).toEqual([['1', 'a,b']]);
  });

  it('takes a quote inside unquoted text literally and counts it', () => {
    const result = scan('1,5" pipe\n2,Bo "Jim" Lee\n', { columns: 2 });
    expect(result.rows.map((row) => row.problem)).toEqual([null, null]);
    expect(result.cells[0][1]).toBe('5" pipe');
    expect(result.literalQuotes).toBe(2);
  });

  it('lets blanks follow a closing quote', () => {
    expect(scan('"a" ,"b"\t\n', { columns: 2 }).rows[0]).toMatchObject({ cells: ['a', 'b'], problem: null });
  });

  it('finds bytes that are not UTF-8, row by row', () => {
    const bytes = Buffer.concat([Buffer.from('1,a\n2,'), Buffer.from([0xc3, 0x28]), Buffer.from('\n3,b\n')]);
    expect(problems(bytes, 2)).toEqual([null, 'invalid_utf8', null]);
  });

  it('finds zero bytes in quoted and unquoted fields', () => {
    expect(problems('1,a\0b\n2,"\0"\n3,c\n', 2)).toEqual(['nul_byte', 'nul_byte', null]);
  });

  it('marks a field over 1 MiB and goes on', () => {
    const long = 'x'.repeat(2 ** 20 + 1);
    expect(problems(`1,${long}\n2,"${long}"\n3,c\n`, 2)).toEqual(['field_too_long', 'field_too_long', null]);
  });

  it('refuses a record over 8 MiB, naming its line', () => {
    const endless = `1,a\n2,"${'x'.repeat(9 * 2 ** 20)}`;
    expect(() => scan(endless, { columns: 2 }, 2 ** 20)).toThrow(RefusedInput);
    expect(() => scan(endless, { columns: 2 }, 2 ** 20)).toThrow(/line 2 /);
  });

  it('names every problem', () => {
    expect(() => problemName(0)).toThrow(RangeError);
    expect(problemName(5)).toBe('unclosed_quote');
  });
});

describe('a quote that is not closed', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => `${i},Name ${i},${i * 2}`);

  it('costs the one row where no other quotes follow', () => {
    const broken = rows.with(3, '3,"Smith,6').join('\n');
    const { rows: read } = scan(broken, { columns: 3 });
    expect(read).toHaveLength(1000);
    expect(read.filter((row) => row.problem !== null)).toMatchObject([
      { line: 4, problem: 'unclosed_quote', cells: ['3', '"Smith', '6'] },
    ]);
  });

  it('costs the one row where quoted rows follow', () => {
    const quoted = rows.map((row) => row.replace(/Name \d+/, '"$&, Jr."'));
    const { rows: read } = scan(quoted.with(3, '3,"Smith, Jr.,6').join('\n'), { columns: 3 });
    expect(read).toHaveLength(1000);
    expect(read.filter((row) => row.problem !== null)).toMatchObject([{ line: 4, problem: 'unclosed_quote' }]);
  });

  it('costs the one row where every field is quoted and the last one stays open', () => {
    const quoted = rows.map((row) => `"${row.replaceAll(',', '","')}"`);
    const { rows: read } = scan(quoted.with(3, '"3","Smith","6').join('\r\n'), { columns: 3 });
    expect(read).toHaveLength(1000);
    expect(read.filter((row) => row.problem !== null)).toMatchObject([{ line: 4, cells: ['3', 'Smith', '"6'] }]);
  });

  it('is found at the very end', () => {
    expect(problems('1,a\n2,"b', 2)).toEqual([null, 'unclosed_quote']);
  });

  it('does not cut a row whose note has line breaks and odd quotes', () => {
    const { rows: read } = scan('1,"He said "hello" to me\nand left",5\n2,x,6\n', { columns: 3 });
    expect(read).toMatchObject([
      { cells: ['1', 'He said "hello" to me\nand left', '5'], problem: 'stray_quote' },
      { problem: null },
    ]);
  });
});

describe('a stray quote', () => {
  it('is read as text where that makes the row come out right', () => {
    const { rows } = scan('1,"Bob,"Main St, 5",x\n', { columns: 4 });
    expect(rows[0]).toMatchObject({ cells: ['1', '"Bob', 'Main St, 5', 'x'], problem: 'stray_quote' });
  });

  it('is read inside quotes where that makes the row come out right', () => {
    const { rows } = scan('1,""Main St", 5",x\n', { columns: 3 });
    expect(rows[0]).toMatchObject({ cells: ['1', '"Main St", 5', 'x'], problem: 'stray_quote' });
  });

  it('does not hide that a well-quoted row is long', () => {
    expect(problems('"a","b","c"\n', 2)).toEqual(['long_row']);
  });
});
