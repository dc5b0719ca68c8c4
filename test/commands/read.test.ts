import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../main/commands/read.ts';
import { fileOf, temporaryFolder } from '../extracts/read/fixtures.ts';

const folder = temporaryFolder();
const outDir = join(folder, 'out');

describe('muster read', () => {
  it('says how a file is understood', async () => {
    const path = fileOf(folder, 'Payroll run 7\n\nid;name;hours\n1;Ann;7,5\n2;Bob\n3;Cy;6,0\nTotal;;13,5\n', 'pay.csv');
    const warnings: string[] = [];
    expect(await readCommand({ files: [path], outDir, warn: (message) => warnings.push(message) })).toEqual({
      files: [
        {
          file: 'pay.csv',
          encoding: 'utf-8',
          newline: '\n',
          delimiter: ';',
          quote: '"',
          escape: '"',
          preamble_lines: 2,
          header: ['id', 'name', 'hours'],
          rows: 3,
          footer_lines: 1,
          odd_rows: [{ row: 5, reason: 'short_row' }],
          out: join(outDir, 'pay.csv'),
        },
      ],
    });
    expect(readFileSync(join(outDir, 'pay.csv'), 'utf8')).toBe(
      'id,name,hours\r\n1,Ann,"7,5"\r\n2,Bob,\r\n3,Cy,"6,0"\r\n',
    );
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/^pay\.csv: 2 lines before the table skipped: "Payroll run 7"\.$/);
  });

  it('follows what it is told rather than what it sees', async () => {
    const path = fileOf(folder, "x\ty\na|'b|c'\n", 'told.csv');
    const [file] = (
      await readCommand({ files: [path], outDir: null, header: 2, delimiter: '|', quote: "'", escape: 'none' })
    ).files;
    expect(file).toMatchObject({
      delimiter: '|',
      quote: "'",
      escape: null,
      header: ['a', 'b|c'],
      preamble_lines: 1,
      rows: 0,
    });
    expect((await readCommand({ files: [path], outDir: null, delimiter: 'tab', quote: '' })).files[0]).toMatchObject({
      delimiter: '\t',
      quote: null,
    });
  });

  it('refuses what cannot be a delimiter, quote or escape, and one name twice', async () => {
    const path = fileOf(folder, 'a,b\n1,2\n', 'plain.csv');
    for (const wrong of [{ delimiter: '' }, { delimiter: '\n' }, { quote: 'ab' }, { escape: 'é' }]) {
      await expect(readCommand({ files: [path], outDir: null, ...wrong })).rejects.toMatchObject({ code: 'usage' });
    }
    await expect(readCommand({ files: [path, path], outDir })).rejects.toMatchObject({ code: 'usage' });
  });

  it('throws for one file that is refused, and lists it among several', async () => {
    const good = fileOf(folder, 'a,b\n1,2\n', 'good.csv');
    const empty = fileOf(folder, '', 'empty.csv');
    await expect(readCommand({ files: [empty], outDir: null })).rejects.toMatchObject({ code: 'empty_file' });
    const { files } = await readCommand({ files: [empty, good], outDir: null });
    expect(files).toMatchObject([
      { file: 'empty.csv', error: { code: 'empty_file', file: 'empty.csv', sheet: null, row: null, column: null } },
      { file: 'good.csv', rows: 1 },
    ]);
  });
});
