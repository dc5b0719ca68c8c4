import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES_FOLDER } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { hashOf } from '../support/snapshot.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const ROOT = join(import.meta.dirname, '..', '..');
const PROGRAM = join(ROOT, 'dist', 'main', 'cli.js');
const MINUTE = 60_000;
const folder = testFolder();
const HEADER = 'worker_id,work_date,pay_code,hours,cost,currency,site,job_code,worker_type';
const ROWS = [1, 2, 3, 4, 5, 6].map(
  (i) => `W${i},2025-03-03,regular,8,400.00,USD,Main,RN,${i % 2 ? 'agency' : 'employee_full_time'}`,
);

type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the built command line as `npm run muster` does: the folder that the user typed in comes as INIT_CWD. */
function muster(...words: string[]): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], {
      cwd: ROOT,
      env: { ...process.env, INIT_CWD: folder },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** The one JSON document on standard output; fails when there is anything else. */
async function json(...words: string[]) {
  const { code, stdout, stderr } = await muster(...words, '--json');
  expect(stdout.endsWith('\n') && !stdout.trimEnd().includes('\n'), stdout).toBe(true);
  return { code, stderr, document: JSON.parse(stdout) };
}

beforeAll(() => {
  if (!existsSync(PROGRAM))
    spawnSync(process.execPath, [join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
      cwd: ROOT,
    });
  writeInto(folder, 'good.csv', csv(HEADER, ...ROWS));
  writeInto(folder, 'bad-row.csv', csv(HEADER, ...ROWS, 'W9,2025-02-30,regular,8,1.00,USD,Main,RN,agency'));
  writeInto(folder, 'strange.csv', 'a,b\n1,2\n');
  writeInto(folder, 'empty.csv', '');
}, 3 * MINUTE);

describe('the command line', { timeout: MINUTE }, () => {
  it('imports with a reader of its own, relative to where the user is, and prints one document', async () => {
    const { code, document, stderr } = await json('import', 'good.csv', '--into', 'w.muster');
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(document).toEqual({
      files: [
        {
          file: 'good.csv',
          kind: 'labor',
          profile: 'canonical_labor',
          confidence: expect.any(Number),
          rows_read: 6,
          accepted: 6,
          quarantined: 0,
          duplicates: 0,
          restated: 0,
          skipped: 0,
          batch: 1,
          seconds: expect.any(Number),
          reasons: {},
          warnings: [],
        },
      ],
    });
    expect(readdirSync(folder)).toContain('w.muster');
  });

  it('gives figures from it in another process, to the last digit', async () => {
    const { code, document } = await json(
      'metrics',
      '--in',
      'w.muster',
      '--metric',
      'external_share_hours',
      '--by',
      'site',
      '--grain',
      'month',
    );
    expect(code).toBe(0);
    expect(document.metrics[0]).toMatchObject({
      metric: 'external_share_hours',
      version: 1,
      variant: 'all',
      unit: 'share',
      currency: null,
      by: { site: 'Main' },
      period: '2025-03',
      numerator: 24,
      denominator: 48,
      value: 0.5,
      rows: 6,
      absence: null,
      missing: [],
      suppressed: false,
    });
    expect(document.metrics[1]).toMatchObject({ variant: 'direct_care', value: null, absence: 'not_measured' });
    const cost = await json('metrics', '--in', 'w.muster', '--metric', 'labor_cost', '--where', 'worker_type=agency');
    expect(cost.document.metrics).toMatchObject([
      { currency: 'USD', numerator: null, value: null, rows: null, absence: 'suppressed', suppressed: true },
    ]);
  });

  it('prints for people what it prints for programs', async () => {
    const { code, stdout } = await muster('batches', '--in', 'w.muster');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^batch +file +kind/);
    expect(stdout).toMatch(/good\.csv/);
    expect(() => JSON.parse(stdout)).toThrow();
  });

  it('exits 0 with rejected rows, 4 with --strict, 0 when the same file comes again', async () => {
    expect(await json('import', 'bad-row.csv', '--into', 'strict.muster', '--strict')).toMatchObject({
      code: 4,
      document: { files: [{ accepted: 6, quarantined: 1, reasons: { invalid_date: 1 } }] },
    });
    expect(await json('import', 'bad-row.csv', '--into', 'strict.muster')).toMatchObject({
      code: 0,
      document: { files: [{ rows_read: 7, duplicates: 7, batch: null }] },
    });
    expect(await json('import', 'bad-row.csv', '--into', 'lax.muster')).toMatchObject({
      code: 0,
      document: { files: [{ quarantined: 1 }] },
    });
    expect(await json('quarantine', '--in', 'lax.muster', '--out', 'rejected.csv')).toMatchObject({
      code: 0,
      document: {
        rows: [
          { batch: 1, file: 'bad-row.csv', row: 8, column: 'work_date', value: '2025-02-30', reason: 'invalid_date' },
        ],
      },
    });
    expect(readFileSync(join(folder, 'rejected.csv'), 'utf8')).toMatch(/bad-row\.csv/);
  });

  it('exits 3 with the reason when input is refused, and stores the other files', async () => {
    const strange = {
      code: 'unknown_extract',
      message: expect.stringMatching(/strange\.csv cannot be imported/),
      file: 'strange.csv',
      sheet: null,
      row: null,
      column: null,
    };
    const alone = await json('import', 'strange.csv', '--into', 'w.muster');
    expect([alone.code, alone.document]).toEqual([3, { error: strange }]);
    const both = await json('import', 'strange.csv', 'bad-row.csv', '--into', 'others.muster');
    expect(both).toMatchObject({ code: 3, document: { files: [{}, { accepted: 6, batch: expect.any(Number) }] } });
    expect(both.document.files[0]).toEqual({ file: 'strange.csv', error: strange });
    const read = await json('read', 'empty.csv', 'good.csv');
    expect(read).toMatchObject({ code: 3, document: { files: [{ error: { row: null, column: null } }, { rows: 6 }] } });
    expect(await json('metrics', '--in', 'nowhere.muster')).toMatchObject({
      code: 3,
      document: { error: { code: 'no_workspace', file: 'nowhere.muster' } },
    });
    for (const command of ['undo', 'quarantine'])
      expect(await json(command, '--in', 'w.muster', '--batch', '9'), command).toMatchObject({
        code: 3,
        document: { error: { code: 'unknown_batch' } },
      });
  });

  it('says a refusal to people on standard error, in one sentence and without a trace', async () => {
    const { code, stdout, stderr } = await muster('import', 'strange.csv', '--into', 'w.muster');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^strange\.csv cannot be imported: .*\n$/);
  });

  it('exits 2 when it is used wrongly, naming what is wrong', async () => {
    const wrong: [string[], RegExp][] = [
      [['improt'], /"improt" is not a command/],
      [['metrics'], /--in is missing/],
      [['metrics', '--in', 'w.muster', '--metric', 'attrition'], /"attrition" is not a metric/],
      [['metrics', '--in', 'w.muster', '--by', 'ward'], /"ward" is not a dimension/],
      [['import', 'good.csv', '--into', 'w.muster', '--kind', 'timesheets'], /"timesheets" is not a kind/],
      [['check', '--in', 'w.muster', '--deep'], /--deep is not an option/],
      [['brief', '--in', 'w.muster', '--briefing', 'ceo', '--out', 'x.pdf'], /"ceo" is not a briefing/],
      [['brief', '--in', 'w.muster', '--out', 'x.ppt'], /--out must end in \.pdf .* \.pptx .* or in \.xlsx/],
      [['brief', '--in', 'w.muster', '--out', 'x.xlsx', '--against', 'Main'], /--against needs --entity/],
    ];
    for (const [words, message] of wrong)
      expect(await json(...words), words.join(' ')).toMatchObject({
        code: 2,
        document: { error: { code: 'usage', message: expect.stringMatching(message) } },
      });
  });

  it.each(['slides.pptx', 'numbers.xlsx'])(
    'writes a briefing as %s without a window, the same bytes again, over what stood there',
    async (name) => {
      await json('import', 'good.csv', '--into', 'numbers.muster');
      const words = ['brief', '--in', 'numbers.muster', '--briefing', 'board', '--out', `made-${name}/${name}`];
      const first = await json(...words);
      const out = join(folder, `made-${name}`, name);
      expect(first).toMatchObject({
        code: 0,
        stderr: '',
        document: { out, pages: expect.any(Number), sha256: hashOf(out) },
      });
      writeFileSync(out, 'something else');
      expect(await json(...words)).toEqual(first);
      expect(hashOf(out)).toBe(first.document.sha256);
      expect(readdirSync(join(folder, `made-${name}`))).toEqual([name]);
    },
  );

  it('exits 3 where slides cannot be written, and leaves nothing behind', async () => {
    await json('import', 'good.csv', '--into', 'numbers.muster');
    mkdirSync(join(folder, 'taken.pptx'), { recursive: true });
    expect(await json('brief', '--in', 'numbers.muster', '--out', 'taken.pptx')).toMatchObject({
      code: 3,
      document: { error: { code: 'not_writable', file: 'taken.pptx' } },
    });
    expect(readdirSync(join(folder, 'taken.pptx'))).toEqual([]);
  });

  it.each(['none.pptx', 'none.xlsx'])(
    'writes no %s of a workspace that is not there, nor of whom it does not know',
    async (name) => {
      const refused = async (...words: string[]) => (await json('brief', ...words, '--out', name)).code;
      expect(await refused('--in', 'nowhere.muster')).toBe(3);
      expect(await refused('--in', 'numbers.muster', '--entity', 'Nobody')).not.toBe(0);
      expect(existsSync(join(folder, name))).toBe(false);
    },
  );

  it('exits 3 when check finds damage, and leaves the file as it is', async () => {
    await json('import', 'good.csv', '--into', 'damaged.muster');
    const path = join(folder, 'damaged.muster');
    expect(await json('check', '--in', 'damaged.muster')).toMatchObject({
      code: 0,
      document: { ok: true, findings: [] },
    });
    const bytes = readFileSync(path);
    const cost = bytes.lastIndexOf(Buffer.from('good.csv'));
    bytes[cost] ^= 4;
    writeFileSync(path, bytes);
    const before = hashOf(path);
    expect(await json('check', '--in', 'damaged.muster')).toMatchObject({
      code: 3,
      document: { ok: false, findings: [{ code: 'content_changed', message: expect.stringMatching(/backup/) }] },
    });
    expect(hashOf(path)).toBe(before);
    truncateSync(path, bytes.length / 2);
    expect(await json('check', '--in', 'damaged.muster')).toMatchObject({ code: 3 });
  });

  it('undoes a batch and readmits what it had displaced', async () => {
    await json('import', 'good.csv', '--into', 'undo.muster');
    await json('import', 'bad-row.csv', '--into', 'undo.muster');
    expect(await json('undo', '--in', 'undo.muster', '--batch', '1')).toMatchObject({
      code: 0,
      document: { batch: 1, rows: 6, readmitted: 6 },
    });
    expect((await json('rows', '--in', 'undo.muster', '--metric', 'productive_hours')).document).toMatchObject({
      total: 6,
      rows: [{ batch: 2, file: 'bad-row.csv', line: 2, worker_id: 'W1', hours: 8, cost: 40_000 }, {}, {}, {}, {}, {}],
    });
  });

  it('reads and rewrites any delimited file', async () => {
    writeInto(folder, 'euro.csv', 'Lohn;Betrag\n1;"12,5"\n2;7,0\n');
    mkdirSync(join(folder, 'plain'));
    const { code, document } = await json('read', 'euro.csv', '--out-dir', 'plain');
    expect(code).toBe(0);
    expect(document.files).toMatchObject([
      { file: 'euro.csv', delimiter: ';', quote: '"', header: ['Lohn', 'Betrag'], rows: 2, odd_rows: [] },
    ]);
    expect(readFileSync(join(folder, 'plain', 'euro.csv'), 'utf8')).toBe('Lohn,Betrag\r\n1,"12,5"\r\n2,"7,0"\r\n');
  });

  it('makes a bundled sample, and gives its headline', async () => {
    expect(existsSync(SAMPLES_FOLDER)).toBe(true);
    const made = await json('sample', '--sample', 'cms-pbj', '--out', 'sample.muster');
    expect(made.code).toBe(0);
    const { document } = await json(
      'metrics',
      '--in',
      'sample.muster',
      '--metric',
      'external_share_hours',
      '--from',
      '2025-01',
      '--to',
      '2025-03',
    );
    expect(document.metrics[0].value).toBeCloseTo(31_107.75 / 482_025.41, 12);
  });

  it('explains itself without a command, and says which version it is', async () => {
    const help = await muster();
    expect([help.code, (await muster('help')).stdout]).toEqual([0, help.stdout]);
    for (const name of [
      'import',
      'read',
      'batches',
      'undo',
      'quarantine',
      'metrics',
      'survival',
      'pvm',
      'rows',
      'brief',
      'check',
      'definitions',
    ])
      expect(help.stdout).toMatch(new RegExp(`^  muster ${name}( |$)`, 'm'));
    expect((await muster('--version')).stdout).toMatch(/\d+\.\d+\.\d+/);
    expect((await json()).document.commands).toContainEqual({
      command: 'check',
      usage: 'muster check --in W.muster',
    });
    expect((await json('--version')).document).toEqual({ version: expect.stringMatching(/\d+\.\d+\.\d+/) });
  });
});
