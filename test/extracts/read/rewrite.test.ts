import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatRow } from '../../../main/extracts/read/plain-csv.ts';
import { rewrite } from '../../../main/extracts/read/rewrite.ts';
import { fileOf, temporaryFolder } from './fixtures.ts';

const folder = temporaryFolder();
const plain = async (content: string | Uint8Array, options = {}) => {
  const result = await rewrite(fileOf(folder, content), options, join(folder, 'out'));
  return { ...result, text: readFileSync(result.out!, 'utf8') };
};

describe('a plain copy of an extract', () => {
  it('is RFC 4180 in UTF-8, without preamble and footer, under the same name', async () => {
    const { text, out, rows } = await plain(
      'Report\r\n\r\nid;note\r\n1;"a ""b"", c"\r\n2;"x\r\ny"\r\n3;plain\r\nTotal;3\r\n',
    );
    expect(text).toBe('id,note\r\n1,"a ""b"", c"\r\n2,"x\r\ny"\r\n3,plain\r\n');
    expect(rows).toBe(3);
    expect(out).toMatch(/[\\/]out[\\/]extract-\d+\.csv$/);
  });

  it('fills short rows, drops empty cells beyond the header and joins others to the last, and says which', async () => {
    const { text, odd } = await plain('a,b,c\n1,2,3\n4,5\n6,7,8,\n9,10,11,12\n13,14,15\n');
    expect(text).toBe('a,b,c\r\n1,2,3\r\n4,5,\r\n6,7,8\r\n9,10,"11,12"\r\n13,14,15\r\n');
    expect(odd).toEqual([
      { line: 3, reason: 'short_row' },
      { line: 4, reason: 'long_row' },
      { line: 5, reason: 'long_row' },
    ]);
  });

  it('keeps a stray quote as text', async () => {
    const { text, odd } = await plain('a,b,c\n1,x,"p, q"\n2,"y,"r, s"\n3,z,""t, u"\n');
    expect(text).toBe('a,b,c\r\n1,x,"p, q"\r\n2,"""y","r, s"\r\n3,z,"""t, u"\r\n');
    expect(odd).toEqual([
      { line: 3, reason: 'stray_quote' },
      { line: 4, reason: 'stray_quote' },
    ]);
  });

  it('has no row of names where the file has none', async () => {
    expect((await plain('2024-01-01,1,2.5\n2024-01-02,3,4.5\n')).text).toBe('2024-01-01,1,2.5\r\n2024-01-02,3,4.5\r\n');
  });

  it('keeps the names as they stand, and both rows of them', async () => {
    expect((await plain(' Id ,Name,Name\n1,a,b\n2,c,d\n')).text).toMatch(/^ Id ,Name,Name\r\n/);
    expect((await plain('Date,Hours\nDate,Hours\n2024-01-01,5\n2024-01-02,6\n')).text).toMatch(
      /^Date Date,Hours Hours\r\n2024-01-01,5/,
    );
  });

  it('counts the lines of a second table as after the first', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => `${i},name ${i},2024-01-01`).join('\n');
    for (const rest of [many, '1,x,2024-01-01\n2,y,2024-01-02']) {
      const { rows, footerLines } = await plain(
        `id,name,day\n1,a,2024-01-01\n2,b,2024-01-02\n3,b,2024-01-02\n\nsite,head,month\n${rest}\n`,
        { unsure: 'guess' },
      );
      expect(rows).toBe(3);
      expect(footerLines).toBe(rest.split('\n').length + 1);
    }
  });

  it('does not write over the file it reads, and leaves nothing behind when it fails', async () => {
    const path = fileOf(folder, 'a,b\n1,2\n');
    await expect(rewrite(path, {}, folder)).rejects.toMatchObject({ code: 'would_overwrite' });
    expect(readFileSync(path, 'utf8')).toBe('a,b\n1,2\n');
    const broken = fileOf(folder, `a,b\n1,"${'x'.repeat(9 * 2 ** 20)}`);
    await expect(rewrite(broken, {}, join(folder, 'failed'))).rejects.toMatchObject({ code: 'line_too_long' });
    expect(readdirSync(join(folder, 'failed'))).toEqual([]);
  });

  it('names the plain copy of a packed file as what it is', async () => {
    const { out } = await rewrite(fileOf(folder, gzipSync('a,b\n1,2\n'), 'p.csv.gz'), {}, join(folder, 'out'));
    expect(out).toMatch(/p\.csv\.gz\.csv$/);
  });

  it('writes nothing without a folder', async () => {
    expect((await rewrite(fileOf(folder, 'a,b\n1,2\n'), {}, null)).out).toBeNull();
    expect(existsSync(join(folder, 'null'))).toBe(false);
  });

  it('can be read back to the same cells by any reader', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { minLength: 1, maxLength: 4 }), (cells) => {
        expect(Papa.parse(formatRow(cells), { delimiter: ',', newline: '\r\n' }).data[0]).toEqual(cells);
      }),
    );
  });
});
