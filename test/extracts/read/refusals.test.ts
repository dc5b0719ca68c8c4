import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../../main/extracts/read/source.ts';
import { understand } from '../../../main/extracts/read/understand.ts';
import { fileOf, PLAIN_EXTRACT as PLAIN, readFile, refusalOf, temporaryFolder } from './fixtures.ts';

const folder = temporaryFolder();
const ROWS = [
  ['1', 'Ann', '7.5'],
  ['2', 'Bob', '8'],
  ['3', 'Cy', '6'],
];
const read = (content: string | Uint8Array, options = {}) => readFile(fileOf(folder, content), options);

describe('limits', () => {
  it('refuses 2,001 columns and takes 2,000', async () => {
    const wide = (n: number) =>
      `${Array.from({ length: n }, (_, i) => `c${i}`).join(',')}\n${Array.from({ length: n }, () => '1').join(',')}\n`;
    expect(await refusalOf(read(wide(2001)))).toBe('too_many_columns');
    expect((await read(wide(2000))).rows).toHaveLength(1);
  });

  it('refuses a file that is one long line', async () => {
    expect(await refusalOf(read('x'.repeat(3 * 2 ** 20)))).toBe('line_too_long');
    expect(await refusalOf(read(`${PLAIN}4,"${'x'.repeat(12 * 2 ** 20)}`))).toBe('line_too_long');
  });

  it('refuses a packed bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 2 ** 20, 'a,b\n'), { level: 9 });
    expect(await refusalOf(readFile(fileOf(folder, bomb)))).toBe('inflates_too_much');
  });
});

describe('what is no delimited text', () => {
  it('reads gzip by its content', async () => {
    expect(await readFile(fileOf(folder, gzipSync(PLAIN), 'packed.csv'))).toMatchObject({
      container: 'gzip',
      cells: ROWS,
    });
  });

  it('refuses a packed file that was cut short', async () => {
    expect(await refusalOf(readFile(fileOf(folder, gzipSync(PLAIN.repeat(999)).subarray(0, 120))))).toBe(
      'damaged_file',
    );
  });

  it.each([
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['Parquet', 'PAR1\u0000'],
    ['Arrow', 'ARROW1\0\0'],
    ['a zip', 'PK\x03\x04rest'],
    ['a web page', '<html><table>'],
    ['random bytes', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 37 + 3) % 31))],
    ['JSON lines', '{"id":1}\n{"id":2}\n'],
    ['a list in JSON', '\ufeff[ {\n  "id": 1, "x": 2 },\n  {"id": 2}\n]'],
  ])('refuses %s, whatever its name', async (_, content) => {
    expect(await refusalOf(read(content))).toBe('unsupported_format');
  });

  it('refuses folders, pipes, devices, dangling links and missing files without waiting', async () => {
    mkdirSync(join(folder, 'sub.csv'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.csv'));
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    expect(await refusalOf(understand(join(folder, 'sub.csv')))).toBe('not_a_file');
    expect(await refusalOf(understand(join(folder, 'pipe.csv')))).toBe('not_a_file');
    expect(await refusalOf(understand('/dev/zero'))).toBe('not_a_file');
    expect(await refusalOf(understand(join(folder, 'link.csv')))).toBe('dangling_link');
    expect(await refusalOf(understand(join(folder, 'missing.csv')))).toBe('not_found');
  });

  it('refuses a file that grows while it is read, or between looking and reading', async () => {
    const path = fileOf(folder, PLAIN.repeat(200_000));
    const source = await openSource(path);
    const reading = (async () => {
      let blocks = 0;
      for await (const _ of source.blocks()) if (blocks++ === 0) appendFileSync(path, '9,Z,1\n');
    })();
    expect(await refusalOf(reading)).toBe('changed_during_import');
    writeFileSync(path, PLAIN);
    expect(
      await refusalOf(
        (async () => {
          for await (const _ of source.blocks());
        })(),
      ),
    ).toBe('changed_during_import');
  });

  it('hashes the bytes as they lie on disk', async () => {
    const source = await openSource(fileOf(folder, gzipSync('a,b\n1,2\n')));
    expect(() => source.sha256()).toThrow(/not been read/);
    for await (const _ of source.blocks());
    expect(source.sha256()).toMatch(/^[0-9a-f]{64}$/);
  });
});
