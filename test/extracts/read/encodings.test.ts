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
const utf16 = (text: string, bigEndian = false) =>
  bigEndian ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');

describe('encodings', () => {
  it('refuses a file of no bytes, of a mark only, of blank lines only', async () => {
    for (const content of ['', '\ufeff', Buffer.from([0xff, 0xfe]), '\n\r\n\n', Buffer.alloc(100)])
      expect(await refusalOf(read(content))).toBe('empty_file');
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
    const { cells, encoding, warnings } = await read(
      Buffer.from(`${HEADER}1,Ren\xe9e \x93Bo\x94,10\n2,J\xfcrgen \x80,5\n`, 'latin1'),
    );
    expect(encoding).toBe('windows-1252');
    expect(cells).toEqual([
      ['1', 'Renée “Bo”', '10'],
      ['2', 'Jürgen €', '5'],
    ]);
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
    const { rows } = await read(
      Buffer.concat([Buffer.from(`${HEADER}1,Zoë,1\n2,Noël,2\n`), Buffer.from('3,Ren\xe9,3\n', 'latin1')]),
    );
    expect(rows.map((row) => row.problem)).toEqual([null, null, 'invalid_utf8']);
  });

  it('sees accents that come late in a long file', async () => {
    const filler = 'Ann Example of Somewhere,1\n'.repeat(60_000);
    const { encoding } = await understand(
      fileOf(folder, Buffer.from(`name,hours\n${filler}${'Ren\xe9e,1\n'.repeat(20_000)}${filler}`, 'latin1')),
    );
    expect(encoding).toBe('windows-1252');
  });

  it('takes the encoding it is told', async () => {
    const { cells } = await read(Buffer.from('worker_id,name\n1,\x8eva\n', 'latin1'), { encoding: 'macintosh' });
    expect(cells).toEqual([['1', 'éva']]);
    expect(await refusalOf(read(PLAIN, { encoding: 'klingon' }))).toBe('unknown_encoding');
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
