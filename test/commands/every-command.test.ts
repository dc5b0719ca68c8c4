import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { METRICS } from '../../main/metrics/registry.ts';
import type { Command } from '../../main/commands/command.ts';
import { parseArguments } from '../../main/commands/parse-arguments.ts';
import { plainText } from '../../main/commands/plain-text.ts';
import { COMMANDS } from '../../main/commands/registry.ts';
import { UsageError } from '../../main/contract/errors.ts';
import { runCommand } from '../support/commands.ts';
import { filledWorkspace } from '../support/filled.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const files = Object.keys(import.meta.glob('../../main/commands/*.command.ts')).map((path) =>
  path.replace(/^.*\/|\.command\.ts$/g, ''),
);
const commands = [...COMMANDS.values()].map((command) => [command.name, command] as const);

/** Keys that the product definition promises, by command; those of the entries of its list behind the dot. */
const CONTRACT: Record<string, { words: string[]; keys: string[]; list: string | null; entry: string[] }> = {
  import: {
    words: ['again.csv', '--into', 'contract.muster'],
    keys: ['files'],
    list: 'files',
    entry: [
      'file',
      'kind',
      'profile',
      'confidence',
      'rows_read',
      'accepted',
      'quarantined',
      'duplicates',
      'restated',
      'skipped',
      'batch',
      'seconds',
      'reasons',
      'warnings',
    ],
  },
  read: {
    words: ['again.csv'],
    keys: ['files'],
    list: 'files',
    entry: [
      'file',
      'encoding',
      'newline',
      'delimiter',
      'quote',
      'escape',
      'preamble_lines',
      'header',
      'rows',
      'footer_lines',
      'odd_rows',
      'out',
    ],
  },
  batches: {
    words: ['--in', 'filled.muster'],
    keys: ['batches'],
    list: 'batches',
    entry: ['batch', 'file', 'kind', 'profile', 'sha256', 'state', 'imported', 'rows', 'first_day', 'last_day'],
  },
  quarantine: {
    words: ['--in', 'filled.muster'],
    keys: ['rows'],
    list: 'rows',
    entry: ['batch', 'file', 'sheet', 'row', 'column', 'value', 'reason'],
  },
  metrics: {
    words: ['--in', 'filled.muster', '--metric', 'external_share_hours'],
    keys: ['metrics'],
    list: 'metrics',
    entry: [
      'metric',
      'version',
      'variant',
      'unit',
      'currency',
      'by',
      'period',
      'numerator',
      'denominator',
      'value',
      'rows',
      'absence',
      'missing',
      'suppressed',
    ],
  },
  pvm: {
    words: ['--in', 'filled.muster', '--from', '2025-01', '--to', '2025-02'],
    keys: [
      'from',
      'to',
      'currency',
      'cost_before',
      'cost_after',
      'volume',
      'substitution',
      'other_mix',
      'activity',
      'rate',
      'unpriced',
      'non_productive',
      'cells',
    ],
    list: null,
    entry: [],
  },
  rows: {
    words: ['--in', 'filled.muster', '--metric', 'overtime_share', '--month', '2025-02'],
    keys: ['total', 'rows'],
    list: 'rows',
    entry: ['batch', 'file', 'line', 'worker_id', 'work_date', 'hours', 'cost', 'pay_code', 'shift'],
  },
  brief: {
    words: ['--in', 'filled.muster', '--briefing', 'retention', '--out', 'retention.xlsx'],
    keys: ['out', 'pages', 'sha256'],
    list: null,
    entry: [],
  },
  check: { words: ['--in', 'filled.muster'], keys: ['ok', 'findings'], list: null, entry: [] },
  definitions: {
    words: [],
    keys: ['metrics'],
    list: 'metrics',
    entry: ['metric', 'version', 'title', 'formula', 'unit', 'grain', 'additivity', 'source', 'edge_cases'],
  },
  survival: {
    words: ['--in', 'spells.muster', '--by', 'gender'],
    keys: ['curves', 'logrank'],
    list: 'curves',
    entry: ['by', 'n', 'events', 'censored', 'median', 'median_lower', 'median_upper', 'unit', 'conf', 'points'],
  },
  alignment: {
    words: ['--in', 'deal.muster', '--entity', 'East'],
    keys: [
      'entity',
      'against',
      'crosswalk_version',
      'dimensions',
      'index',
      'index_lower',
      'index_upper',
      'worst',
      'coverage',
    ],
    list: 'dimensions',
    entry: [
      'dimension',
      'value',
      'unit',
      'score',
      'lower',
      'upper',
      'noise_floor',
      'p',
      'verdict',
      'coverage',
      'people',
      'cost',
      'currency',
      'missing',
    ],
  },
  undo: {
    words: ['--in', 'contract.muster', '--batch', '1'],
    keys: ['batch', 'rows', 'readmitted'],
    list: null,
    entry: [],
  },
};

beforeAll(async () => {
  await filledWorkspace(folder);
  writeInto(
    folder,
    'again.csv',
    csv(
      'worker_id,work_date,pay_code,hours,cost,currency,site,job_code,worker_type',
      'W1,2025-03-03,regular,8,400.00,USD,Main,RN,agency',
    ),
  );
  const spells = writeInto(folder, 'spells.csv', csv('exit,left,gender', '5,1,f', '6,0,f', '7,1,m', '9,1,m'));
  const deal = writeInto(folder, 'entities.csv', csv('entity_id,name,parent', 'West,West Health,', 'East,East,West'));
  await runCommand(folder, 'import', deal, '--into', 'deal.muster');
  await runCommand(folder, 'import', spells, '--into', 'spells.muster', '--kind', 'spells', '--set', 'unit=months');
});

const parse = (command: Command, ...words: string[]) => parseArguments(command, words);

describe('the registry of commands', () => {
  it('finds every command file under the name that its file is named after', () => {
    expect([...COMMANDS.keys()].sort()).toEqual(files.sort());
  });

  it('has the commands of the product that need no window', () => {
    for (const name of Object.keys(CONTRACT)) expect(COMMANDS.has(name), name).toBe(true);
  });
});

describe.each(commands)('%s', (name, command) => {
  it('says how it is used, with every option that it takes', () => {
    expect(command.usage.split(' ')[0]).toBe(name);
    for (const option of [...command.options, ...command.flags])
      expect(command.usage + ' [--where] [--calendar fiscal] [--variant]', option).toContain(`--${option}`);
    expect(new Set([...command.options, ...command.flags]).size).toBe(command.options.length + command.flags.length);
  });

  it('refuses what it does not know, by name', () => {
    expect(() => parse(command, '--colour', 'red')).toThrow(
      new UsageError(`--colour is not an option of ${name}. Usage: muster ${command.usage}`),
    );
    for (const option of command.options) expect(() => parse(command, `--${option}`), option).toThrow(UsageError);
    if (!command.positionals) expect(() => parse(command, 'too-much')).toThrow(/"too-much" is too much/);
  });

  it('refuses a call without its workspace', async () => {
    const needed = command.options.includes('in') ? 'in' : command.options.includes('into') ? 'into' : null;
    if (needed === null) return;
    const words = command.positionals
      ? ['again.csv']
      : name === 'undo'
        ? ['--batch', '1']
        : name === 'rows'
          ? ['--metric', 'fte']
          : [];
    await expect(runCommand(folder, name, ...words)).rejects.toThrow(`--${needed} is missing.`);
  });
});

const onWorkspaces = commands.filter(([name, { options }]) => options.includes('in') && name !== 'brief');

it.each(onWorkspaces)('%s refuses a workspace that is not there, and makes none', async (name) => {
  const words = name === 'undo' ? ['--batch', '1'] : [];
  await expect(runCommand(folder, name, '--in', 'nowhere.muster', ...words)).rejects.toMatchObject({
    code: 'no_workspace',
  });
  expect(existsSync(join(folder, 'nowhere.muster'))).toBe(false);
});

describe.each(Object.entries(CONTRACT))('the document of %s', (name, { words, keys, list, entry }) => {
  it('has the keys of its contract, in snake case, and is JSON and nothing else', async () => {
    const { exitCode, json } = await runCommand(folder, name, ...words);
    expect(exitCode).toBe(0);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(keys));
    for (const one of list === null ? [] : json[list]) expect(Object.keys(one)).toEqual(expect.arrayContaining(entry));
    if (list !== null) expect(json[list].length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    const snake = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) expect(key).toMatch(/^[a-z0-9_]+$/);
        snake(inner);
      }
    };
    snake(json);
    expect(plainText(json)).not.toMatch(/undefined|\[object/);
  });
});

describe('commands on a workspace', () => {
  const metrics = async (...words: string[]) =>
    (await runCommand(folder, 'metrics', '--in', 'filled.muster', ...words)).json.metrics;

  it('compute every metric when none is named', async () => {
    const { json } = await runCommand(folder, 'definitions');
    const computed = new Set((await metrics()).map(({ metric }: { metric: string }) => metric));
    // A number of an analysis or of the ledger has a definition and is no metric.
    const further = Object.keys(import.meta.glob('../../main/metrics/definitions/*.definition.ts')).map((path) =>
      path.replace(/^.*\/|\.definition\.ts$/g, '').replaceAll('-', '_'),
    );
    expect(
      json.metrics
        .map(({ metric }: { metric: string }) => metric)
        .filter((metric: string) => !computed.has(metric) && !further.includes(metric)),
    ).toEqual([]);
  });

  it('take repeated filters of one dimension as either, of two as both', async () => {
    const hours = async (...words: string[]) => (await metrics('--metric', 'productive_hours', ...words))[0].value ?? 0;
    const [regular, incentive, both] = [
      await hours('--where', 'pay_code=regular'),
      await hours('--where', 'pay_code=overtime'),
      await hours('--where', 'pay_code=regular', '--where', 'pay_code=overtime'),
    ];
    expect(both).toBe(regular + incentive);
    expect(await hours('--where', 'pay_code=regular', '--where', 'site=nowhere')).toBe(0);
    expect((await metrics('--metric', 'productive_hours', '--by', 'pay_code,job'))[0].by).toEqual({
      pay_code: expect.any(String),
      job: expect.any(String),
    });
  });

  it('name periods by month, quarter and year, fiscal where asked, and fill gaps', async () => {
    const periods = async (...words: string[]) =>
      (await metrics('--metric', 'productive_hours', ...words)).map(({ period }: { period: string }) => period);
    expect(await periods('--grain', 'quarter')).toEqual(['2025-Q1', '2025-Q2']);
    expect(await periods('--grain', 'quarter', '--calendar', 'fiscal')).toEqual(['2025-Q3', '2025-Q4']);
    expect(await periods('--grain', 'year', '--from', '2024-12', '--to', '2025-07', '--calendar', 'fiscal')).toEqual([
      '2025',
      '2026',
    ]);
    expect(await periods('--grain', 'month', '--from', '2025-05', '--to', '2025-08')).toEqual([
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
    ]);
    expect(await periods()).toEqual(['all']);
  });

  it('refuse words that make no sense, each by name', async () => {
    const wrong: [RegExp, string, ...string[]][] = [
      [/"attrition" is not a metric/, 'metrics', '--metric', 'attrition'],
      [/"ward" is not a dimension/, 'metrics', '--by', 'ward'],
      [/--where takes DIM=VALUE, not "job"/, 'metrics', '--where', 'job'],
      [/--grain can be/, 'metrics', '--grain', 'week'],
      [/--from takes a month/, 'metrics', '--from', '2025'],
      [/--from lies after --to/, 'metrics', '--from', '2025-06', '--to', '2025-01'],
      [/--calendar can be/, 'metrics', '--calendar', 'lunar'],
      [/--grain was given 2 times/, 'metrics', '--grain', 'month', '--grain', 'year'],
      [/"2025-Q9" is not a period/, 'pvm', '--from', '2025-Q9', '--to', '2025'],
      [/--to is missing/, 'pvm', '--from', '2025-Q1'],
      [/2025 and 2025-Q1 overlap/, 'pvm', '--from', '2025', '--to', '2025-Q1'],
      [/--metric is missing/, 'rows'],
      [/--limit must be a whole number/, 'rows', '--metric', 'fte', '--limit', 'all'],
      [/--month takes a month/, 'rows', '--metric', 'fte', '--month', 'May'],
      [/--batch is missing/, 'undo'],
    ];
    for (const [message, name, ...words] of wrong)
      await expect(runCommand(folder, name, '--in', 'filled.muster', ...words), words.join(' ')).rejects.toThrow(
        message,
      );
  });

  it('list what came in, what was undone, and what was rejected', async () => {
    const { batches } = (await runCommand(folder, 'batches', '--in', 'filled.muster')).json;
    expect(batches).toHaveLength(9);
    expect(batches[0]).toMatchObject({
      batch: 1,
      file: 'one.csv',
      kind: 'labor',
      profile: 'canonical_labor',
      state: 'published',
      rows: 3_000,
      first_day: '2025-01-10',
      last_day: '2025-06-16',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(batches[8]).toMatchObject({ file: 'gone.csv', state: 'undone' });
    const { rows } = (
      await runCommand(folder, 'quarantine', '--in', 'filled.muster', '--batch', '1', '--out', 'rejected.csv')
    ).json;
    expect(rows).toEqual([
      {
        batch: 1,
        file: 'one.csv',
        sheet: null,
        row: 3_002,
        column: 'work_date',
        value: '2025-02-30',
        reason: 'invalid_date',
      },
    ]);
  });

  it('page through the rows of a figure', async () => {
    const rows = async (...words: string[]) =>
      (
        await runCommand(
          folder,
          'rows',
          '--in',
          'filled.muster',
          '--metric',
          'external_share_hours',
          '--month',
          '2025-02',
          ...words,
        )
      ).json;
    const [figure] = await metrics('--metric', 'external_share_hours', '--from', '2025-02', '--to', '2025-02');
    expect(await rows('--limit', '3')).toMatchObject({
      total: figure.rows,
      rows: [{ work_date: expect.stringMatching(/^2025-02/) }, {}, {}],
    });
    expect((await rows('--limit', '100000')).rows).toHaveLength(figure.rows);
    expect((await rows('--limit', '0')).rows).toEqual([]);
  });

  it('store several files, the good beside the refused, and exit 3', async () => {
    const bad = writeInto(folder, 'bad.csv', 'a,b\n1,2\n');
    const { exitCode, json } = await runCommand(folder, 'import', bad, 'again.csv', '--into', 'mixed.muster');
    expect(exitCode).toBe(3);
    expect(json.files).toMatchObject([
      {
        file: 'bad.csv',
        error: { code: 'unknown_extract', message: expect.stringContaining('bad.csv'), file: 'bad.csv' },
      },
      { file: 'again.csv', accepted: 1, batch: expect.any(Number) },
    ]);
    await expect(runCommand(folder, 'import', bad, '--into', 'mixed.muster')).rejects.toMatchObject({
      code: 'unknown_extract',
    });
  });

  it('exit 4 with --strict when a row was rejected, and keep the rest', async () => {
    const one = writeInto(
      folder,
      'strict.csv',
      csv(
        'worker_id,work_date,pay_code,hours,cost,currency',
        'A,2025-03-03,regular,8,1.00,USD',
        'B,2025-02-30,regular,8,1.00,USD',
      ),
    );
    expect(await runCommand(folder, 'import', one, '--into', 'strict.muster', '--strict')).toMatchObject({
      exitCode: 4,
      json: { files: [{ accepted: 1, quarantined: 1 }] },
    });
    expect(await runCommand(folder, 'import', one, '--into', 'lax.muster')).toMatchObject({
      exitCode: 0,
      json: { files: [{ accepted: 1, quarantined: 1 }] },
    });
  });

  it('follow what is set over what a file says', async () => {
    const { json } = await runCommand(
      folder,
      'import',
      'again.csv',
      '--into',
      'set.muster',
      '--set',
      'entity=Bayside',
      '--set',
      'worker_type=locum',
    );
    expect(json.files).toMatchObject([{ accepted: 1 }]);
    const { rows } = (await runCommand(folder, 'rows', '--in', 'set.muster', '--metric', 'external_share_hours')).json;
    expect(rows).toMatchObject([{ entity: 'Bayside', worker_type: 'locum', file: 'again.csv', line: 2 }]);
  });

  it('see nothing in an empty workspace but absences', async () => {
    const none = writeInto(folder, 'none.csv', csv('worker_id,work_date,hours'));
    await runCommand(folder, 'import', none, '--into', 'none.muster');
    const { json } = await runCommand(folder, 'metrics', '--in', 'none.muster');
    for (const figure of json.metrics)
      expect(figure).toMatchObject({
        value: null,
        absence: 'not_measured',
        missing: [METRICS.get(figure.metric)!.facts === 'people' ? 'roster' : 'labor'],
      });
    expect((await runCommand(folder, 'rows', '--in', 'none.muster', '--metric', 'fte')).json).toEqual({
      total: 0,
      rows: [],
    });
    expect(await runCommand(folder, 'check', '--in', 'none.muster')).toMatchObject({ exitCode: 0, json: { ok: true } });
  });
});

describe('the arguments of a command', () => {
  const command = COMMANDS.get('import')!;

  it('may be written with a space or an equals sign, repeated, and in any order', () => {
    const args = parse(command, '--into=w.muster', 'a.csv', '--set', 'x=1', '--strict', 'b.csv', '--set=y=2');
    expect(args.positionals).toEqual(['a.csv', 'b.csv']);
    expect(Object.fromEntries(args.options)).toEqual({ into: ['w.muster'], set: ['x=1', 'y=2'], strict: ['true'] });
    expect(join(...args.positionals)).toBe(join('a.csv', 'b.csv'));
  });
});
