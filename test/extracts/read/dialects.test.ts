import { describe, expect, it } from 'vitest';
import { fileOf, PLAIN_EXTRACT as PLAIN, readFile, refusalOf, temporaryFolder } from './fixtures.ts';

const folder = temporaryFolder();
const HEADER = 'worker_id,name,hours\n';
const ROWS = [
  ['1', 'Ann', '7.5'],
  ['2', 'Bob', '8'],
  ['3', 'Cy', '6'],
];
const read = (content: string | Uint8Array, options = {}) => readFile(fileOf(folder, content), options);

describe('dialects', () => {
  it.each([
    ['tab', '\t'],
    ['pipe', '|'],
    ['semicolon', ';'],
    ['comma and blank', ', '],
  ])('finds the delimiter %s', async (_, delimiter) => {
    const result = await read(PLAIN.replaceAll(',', delimiter));
    expect(result).toMatchObject({ delimiter, cells: ROWS });
  });

  it('asks about a delimiter of several signs, and reads it when told', async () => {
    const content = PLAIN.replaceAll(',', '~|~');
    expect(await refusalOf(read(content))).toBe('ask_delimiter');
    expect(await read(content, { unsure: 'guess' })).toMatchObject({ delimiter: '~|~', cells: ROWS });
    expect(await read(content, { delimiter: '~|~' })).toMatchObject({ cells: ROWS });
  });

  it('tells a semicolon from decimal commas', async () => {
    const result = await read('worker_id;hours;rate\n1;7,5;20,10\n2;8,0;21,00\n3;6,25;19,99\n');
    expect(result).toMatchObject({
      delimiter: ';',
      cells: [
        ['1', '7,5', '20,10'],
        ['2', '8,0', '21,00'],
        ['3', '6,25', '19,99'],
      ],
    });
  });

  it('follows and consumes a line that names the separator', async () => {
    const result = await read('sep=;\r\nid;note\r\n1;a,b\r\n2;c,d\r\n');
    expect(result).toMatchObject({
      delimiter: ';',
      headerLine: 2,
      preambleLines: 1,
      header: ['id', 'note'],
      cells: [
        ['1', 'a,b'],
        ['2', 'c,d'],
      ],
    });
  });

  it.each(['"', '\0'])('takes no %j for a separator that a line names', async (sign) => {
    const { delimiter, header } = await read(`sep=${sign}\nid,note\n1,a\n2,b\n`);
    expect([delimiter, header]).toEqual([',', ['id', 'note']]);
  });

  it('keeps what separates fields and what quotes them apart', async () => {
    expect(await refusalOf(read('id;note\n1;a\n', { delimiter: ';', quote: ';' }))).toBe('bad_setting');
    expect(await refusalOf(read('sep=;\nid;note\n1;a\n', { quote: ';' }))).toBe('bad_setting');
    expect(await read('id;note\n1;a\n2;b\n', { quote: ',' })).toMatchObject({ delimiter: ';', quote: ',' });
    expect(await read('id\n1\n2\n', { quote: ',' })).toMatchObject({ quote: ',', header: ['id'] });
    expect(await read("id'note\n1'a\n2'b\n", { delimiter: "'" })).toMatchObject({ header: ['id', 'note'] });
  });

  it('names backslash escapes', async () => {
    const result = await read('id,note\n1,"the \\"old\\" unit"\n2,"8\\" pipe, black"\n3,"plain"\n');
    expect(result).toMatchObject({
      escape: '\\',
      cells: [
        ['1', 'the "old" unit'],
        ['2', '8" pipe, black'],
        ['3', 'plain'],
      ],
    });
    expect(result.warnings).toContain('backslash_escapes');
  });

  it('finds apostrophes used as quotes', async () => {
    const result = await read("id,note\n1,'Smith, Ann'\n2,'Lee, Bo'\n3,'x'\n");
    expect(result).toMatchObject({
      quote: "'",
      cells: [
        ['1', 'Smith, Ann'],
        ['2', 'Lee, Bo'],
        ['3', 'x'],
      ],
    });
  });

  it('leaves apostrophes in names alone', async () => {
    expect(await read("id,name\n1,O'Neil\n2,D'Arcy\n3,'t Hooft\n")).toMatchObject({
      quote: '"',
      cells: [
        ['1', "O'Neil"],
        ['2', "D'Arcy"],
        ['3', "'t Hooft"],
      ],
    });
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
    expect((await read('a,b\n1,"x\n\ny"\n3\n4,5\n')).rows).toMatchObject([
      { line: 2 },
      { line: 5, problem: 'short_row' },
      { line: 6 },
    ]);
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

describe('an open quote where a file is looked at first', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `${i};Name ${i};${i % 9},5`).join('\n');

  it('in its header leaves the table as it is', async () => {
    for (const times of [1, 40]) {
      const {
        header,
        delimiter,
        rows: read,
      } = await readFile(fileOf(folder, `"id;name;hours\n${`${rows}\n`.repeat(times)}`));
      expect({ header, delimiter, rows: read.length }).toEqual({
        header: ['id', 'name', 'hours'],
        delimiter: ';',
        rows: 3000 * times,
      });
    }
  });

  it('in its first row, or in a file longer than the head, costs that row', async () => {
    const broken = `id;name;hours\n1;"Ann;7,5\n${rows}\n`;
    expect((await readFile(fileOf(folder, broken))).rows.filter((row) => row.problem !== null)).toMatchObject([
      { line: 2 },
    ]);
    const long = await readFile(fileOf(folder, broken + `${rows}\n`.repeat(30)));
    expect(long.rows).toHaveLength(93_001);
    expect(long.rows.filter((row) => row.problem !== null)).toMatchObject([{ line: 2 }]);
  });
});
