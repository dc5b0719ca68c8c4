import { describe, expect, it } from 'vitest';
import { understand } from '../../../main/extracts/read/understand.ts';
import { fileOf, PLAIN_EXTRACT as PLAIN, readFile, refusalOf, temporaryFolder } from './fixtures.ts';

const folder = temporaryFolder();
const HEADER = 'worker_id,name,hours\n';
const ROWS = [
  ['1', 'Ann', '7.5'],
  ['2', 'Bob', '8'],
  ['3', 'Cy', '6'],
];
const read = (content: string | Uint8Array, options = {}) => readFile(fileOf(folder, content), options);

describe('headers, preambles and footers', () => {
  it('warns of a file with a header only', async () => {
    expect(await read(HEADER)).toMatchObject({
      header: ['worker_id', 'name', 'hours'],
      rows: [],
      warnings: ['no_rows'],
    });
  });

  it('skips and lists titles, blank lines and a total', async () => {
    const result = await read(`Timesheet report,,\nRun 2024-05-01,,\n\n${PLAIN}\nTotal,,21.5\n`);
    expect(result).toMatchObject({
      preambleLines: 3,
      headerLine: 4,
      dataLine: 5,
      cells: ROWS,
      footer: [['Total', '', '21.5']],
      footerRecords: 1,
      footerLines: 1,
    });
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
    await expect(understand(path)).rejects.toMatchObject({
      code: 'two_tables',
      row: 6,
      message: expect.stringContaining('line 1 (worker_id, name, hours)'),
    });
    expect(await readFile(path, { header: 6 })).toMatchObject({ header: ['site', 'month', 'beds'], rows: [{}, {}] });
    const first = await readFile(path, { header: 1 });
    expect(first).toMatchObject({ cells: ROWS, footerLines: 3 });
    expect(first.warnings).toContain('second_table_skipped');
  });

  it('sees a second table by its width or its repeated header, with no blank line between', async () => {
    for (const second of ['a,b\nx,1\ny,2\n', 'worker_id,name,hours,cost\n9,Z,1,2\n8,Y,2,3\n', PLAIN]) {
      expect(await refusalOf(read(PLAIN + ROWS.join('\n') + '\n' + second))).toBe('two_tables');
    }
  });

  it('joins two rows of names and warns', async () => {
    const result = await read(
      'Employee,,Regular,,Overtime,\nid,name,hours,cost,hours,cost\n1,Ann,1,2,3,4\n2,Bob,1,2,3,4\n',
    );
    expect(result.header).toEqual([
      'Employee id',
      'Employee name',
      'Regular hours',
      'Regular cost',
      'Overtime hours',
      'Overtime cost',
    ]);
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
    const { header, cells } = await read(
      `${names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n1,2,3,4\n`,
    );
    expect(header).toEqual(names);
    expect(cells).toEqual([['1', '2', '3', '4']]);
  });

  it('notices that there is no header', async () => {
    const result = await read('28/01/2018,1,MG-1,10.5\n29/01/2018,2,RI-2,11.25\n');
    expect(result).toMatchObject({
      hasHeader: false,
      header: ['column_1', 'column_2', 'column_3', 'column_4'],
      dataLine: 1,
    });
    expect(result.rows).toHaveLength(2);
  });

  it('takes years over figures for names', async () => {
    expect((await read('site,2022,2023,2024\nA,10,12,14\nB,9,8,7\n')).header).toEqual(['site', '2022', '2023', '2024']);
  });

  it('reads the header it is told, or none', async () => {
    expect(await read(`x,y,z\n${PLAIN}`, { header: 2 })).toMatchObject({
      headerLine: 2,
      preambleLines: 1,
      cells: ROWS,
    });
    expect((await read('a,b\nc,d\n', { header: 0 })).cells).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(await refusalOf(read(PLAIN, { header: 99 }))).toBe('header_not_found');
  });

  it('bears a delimiter at the end of every row', async () => {
    expect(await read('a,b,c\n1,2,3,\n4,5,6,\n')).toMatchObject({
      trailingDelimiter: true,
      header: ['a', 'b', 'c'],
      cells: [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    });
    expect(await read('a,b,c,\n1,2,3,\n4,5,6,\n')).toMatchObject({
      header: ['a', 'b', 'c'],
      cells: [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    });
  });

  it('names a first column of row numbers that the header leaves out', async () => {
    expect(await read('name,hours\n1,Ann,7\n2,Bob,8\n3,Cy,9\n')).toMatchObject({
      header: ['column_1', 'name', 'hours'],
      warnings: ['unnamed_columns', 'header_adapted'],
    });
  });

  it('marks short and long rows', async () => {
    expect((await read(`${PLAIN}4,D\n5,E,1,2\n6,F,3\n`)).rows.map((row) => row.problem)).toEqual([
      null,
      null,
      null,
      'short_row',
      'long_row',
      null,
    ]);
  });
});

describe('tables as programs print them', () => {
  it('loses its drawn rules, not its rows', async () => {
    const printed = ' id | name  | hours\n----+-------+------\n  1 | Ann   |   7.5\n  2 | Bob   |   8.0\n(2 rows)\n';
    expect(await read(printed)).toMatchObject({
      header: ['id', 'name', 'hours'],
      rows: [
        { line: 3, problem: null },
        { line: 4, problem: null },
      ],
      footer: [['(2 rows)']],
    });
  });

  it('keeps dashes that stand for nothing', async () => {
    expect((await read('site,a,b\nX,-,-\nY,-,3\n')).rows).toHaveLength(2);
  });

  it('passes over opening and closing records of another kind', async () => {
    const transfer = 'HDR|PAYROLL|20240131\nEMP|NAME|HOURS|RATE\n100|Ann|80|20.5\n101|Bob|75|21.5\nTRL|2|155\n';
    expect(await read(transfer)).toMatchObject({
      header: ['EMP', 'NAME', 'HOURS', 'RATE'],
      preambleLines: 1,
      footer: [['TRL', '2', '155']],
      rows: [{}, {}],
    });
  });

  it('reads a form above the table as preamble', async () => {
    const form = 'Report:,Hours\nFrom:,2024-01-01\n\nid,name,day,hours\n1,Ann,2024-01-02,7\n2,Bob,2024-01-03,8\n';
    expect(await read(form)).toMatchObject({
      preambleLines: 3,
      header: ['id', 'name', 'day', 'hours'],
      rows: [{}, {}],
    });
  });
});
