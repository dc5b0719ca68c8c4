import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../main/app.ts';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { BRIEFINGS } from '../../main/briefings/registry.ts';
import { COMMANDS } from '../../main/commands/registry.ts';
import { apiMethods } from '../../main/contract/api.ts';
import type { Api } from '../../main/contract/api.ts';
import { CROSSWALK_DOMAINS } from '../../main/contract/crosswalk-domains.ts';
import { InputRefused } from '../../main/contract/errors.ts';
import type { FigureQuery } from '../../main/contract/figure.ts';
import { METRICS } from '../../main/metrics/registry.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { runCommand, SAMPLES_FOLDER } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { brokenSlides, readSlides } from '../support/read-slides.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { inProcessReader } from '../support/reader.ts';
import { openWorkspace } from '../support/workspace.ts';

allowForStorage();

/** Every person of the extracts has an id that begins so, and such a name: neither may be in anything that comes out. */
const PLANTED = /ZQ\d|Quimby/;

const folder = testFolder();
const PEOPLE = [
  ...Array.from({ length: 12 }, (_, k) => ({ id: `ZQ1${k}`, entity: 'West', unit: 'ICU', job: 'RN' })),
  ...Array.from({ length: 9 }, (_, k) => ({ id: `ZQ2${k}`, entity: 'East', unit: 'ICU', job: 'NURSE' })),
  ...Array.from({ length: 2 }, (_, k) => ({ id: `ZQ3${k}`, entity: 'East', unit: 'Lab', job: 'CHIEF' })),
];

const EXTRACTS: Record<string, string> = {
  'entities.csv': csv('entity_id,name,parent,close_date', 'West,West,,', 'East,East,West,2025-07-01'),
  'labor.csv': csv(
    'worker_id,work_date,entity,site,unit,job_code,worker_type,pay_code,hours,cost,currency,nickname',
    ...['2025-02-28', '2025-03-31'].flatMap((day) =>
      PEOPLE.map(
        ({ id, entity, unit, job }) =>
          `${id},${day},${entity},${entity},${unit},${job},employee_full_time,regular,10,400.00,USD,Quimby ${id}`,
      ),
    ),
    'ZQ99,2025-13-31,East,East,Lab,NURSE,employee_full_time,regular,10,400.00,USD,Quimby',
    'ZQ98,2025-03-31,East,East,Lab,NURSE,employee_full_time,regular,Quimby,400.00,USD,Quimby',
  ),
  'roster.csv': csv(
    'worker_id,name,worker_type,entity,site,unit,job_code,job_title,manager_id,hire_date,term_date,observed_from,observed_to,base_rate,currency,nickname',
    ...PEOPLE.map(
      ({ id, entity, unit, job }, k) =>
        `${id},Quimby ${id},employee_full_time,${entity},${entity},${unit},${job},${job},ZQ10,2020-0${1 + (k % 9)}-01,${k % 3 === 0 ? `2025-02-1${k % 10}` : ''},2025-01-01,2025-03-31,40.00,USD,Quimby ${id}`,
    ),
    'ZQ97,Quimby,employee_full_time,East,East,Lab,CHIEF,CHIEF,ZQ10,Quimby,,2025-01-01,2025-03-31,40.00,USD,Quimby',
  ),
  'invoices.csv': csv(
    'invoice_id,line_id,supplier,entity,site,worker_id,job_code,period_start,period_end,hours,amount,currency,status',
    'I1,1,Acme,East,East,ZQ60,NURSE,2025-03-03,2025-03-09,36,3600.00,USD,final',
  ),
  'credentials.csv': csv(
    'worker_id,control,status,expires',
    ...PEOPLE.slice(0, 3).map(({ id }) => `${id},BLS,active,2026-01-01`),
    'ZQ96,,active,Quimby',
  ),
};

let workspace: Workspace;
let app: Api;

beforeAll(async () => {
  for (const [name, content] of Object.entries(EXTRACTS)) writeInto(folder, name, content);
  const { json } = await runCommand(folder, 'import', ...Object.keys(EXTRACTS), '--into', 'deal.muster');
  for (const report of json.files) expect(report, JSON.stringify(report)).toMatchObject({ batch: expect.any(Number) });
  workspace = openWorkspace(join(folder, 'deal.muster'));
  app = createApp({
    workspace,
    name: 'deal',
    resolveFile: (id) => ({ path: join(folder, id), name: id }),
    launchReader: inProcessReader(),
    samplesFolder: SAMPLES_FOLDER,
    readJson: () => ({}),
  });
});
afterAll(() => workspace.close());

/** What a call answers, or that the clean room refused it. */
async function outcomeOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof InputRefused && error.code === 'clean_room') return { refused: error.message };
    throw error;
  }
}

const month = ['--from', '2025-02', '--to', '2025-03'];
/** Calls of every command on a workspace; the others make one, or read a file of the user's own. */
const CALLS: Record<string, string[][]> = {
  alignment: [['--entity', 'East', '--detail']],
  assume: [[]],
  batches: [[]],
  brief: [...BRIEFINGS.keys()].flatMap((briefing) =>
    ['pptx', 'xlsx'].map((ending) => ['--briefing', briefing, '--out', `${briefing}.${ending}`]),
  ),
  check: [[]],
  'clean-room': [[]],
  crosswalk: CROSSWALK_DOMAINS.map((domain) => ['--domain', domain]),
  metrics: [
    ...['unit', 'job', 'nickname', 'entity,unit,job,worker_type'].map((by) => [...month, '--by', by]),
    ['--grain', 'month'],
    ['--where', 'nickname=ZQ30'],
  ],
  pvm: ['unit', 'nickname'].map((by) => ['--from', '2025-02', '--to', '2025-03', '--by', by]),
  quarantine: [[], ['--out', 'rejected.csv']],
  rows: [...METRICS.keys()].map((metric) => ['--metric', metric, ...month]),
  survival: [[], ['--by', 'unit'], ['--by', 'nickname'], ['--at', '100,2000']],
  synergies: [[]],
  target: [[]],
  wave: [[]],
};
const ELSEWHERE = ['definitions', 'import', 'read', 'sample', 'undo'];

describe('every command in a clean room', () => {
  it('is walked here', () => {
    expect([...Object.keys(CALLS), ...ELSEWHERE].sort()).toEqual([...COMMANDS.keys()].sort());
  });

  it.each(Object.entries(CALLS))('%s names nobody, and marks what it gives', async (name, calls) => {
    for (const words of calls) {
      const call = () => runCommand(folder, name, '--in', 'deal.muster', ...words).then(({ json }) => json);
      const outcome = await outcomeOf(call);
      expect(JSON.stringify(outcome), words.join(' ')).not.toMatch(PLANTED);
      expect(outcome, words.join(' ')).toMatchObject(
        typeof outcome === 'object' && outcome !== null && 'refused' in outcome ? {} : { clean_room: true },
      );
    }
  });

  it('leaves no file that names somebody, and marks every line of it', () => {
    const written = readdirSync(folder).filter((name) => name.endsWith('.csv') && !(name in EXTRACTS));
    expect(written).toEqual(['rejected.csv']);
    const [, ...lines] = readFileSync(join(folder, 'rejected.csv'), 'utf8').trim().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toContain('clean room');
    expect(lines.join()).not.toMatch(PLANTED);
  });

  it('reports an import without what stood in it', async () => {
    const again = writeInto(folder, 'again.csv', EXTRACTS['labor.csv'].replaceAll('2025-03-31', '2025-03-30'));
    const { json } = await runCommand(folder, 'import', again, '--into', 'other.muster');
    expect(JSON.stringify(json)).not.toMatch(PLANTED);
  });
});

describe('every method of the service in a clean room', () => {
  const query = (metric: string): FigureQuery => ({
    metric,
    variant: null,
    where: { unit: ['Lab'] },
    from: '2025-02',
    to: '2025-03',
  });
  const filters = () => defaultFilters(workspace.view());
  const harmonised = { entity: 'East', against: 'West', version: null };
  const methods: Record<keyof Api, () => Promise<unknown>[]> = {
    workspace: () => [app.workspace()],
    briefings: () => [app.briefings()],
    filterOptions: () => [app.filterOptions()],
    comparables: () => [app.comparables()],
    page: () =>
      [...BRIEFINGS.values()].flatMap(({ id, pages }) =>
        pages.map((page) => app.page({ briefing: id, page, filters: filters() })),
      ),
    figure: () => [...METRICS.keys()].map((metric) => app.figure({ query: query(metric) })),
    rows: () => [...METRICS.keys()].map((metric) => app.rows({ query: query(metric), offset: 0, limit: 99 })),
    definitions: () => [app.definitions()],
    preview: () => Object.keys(EXTRACTS).map((file) => app.preview({ file, recipe: null, settings: {} })),
    batches: () => [app.batches()],
    quarantine: () => [app.quarantine({ batch: null, offset: 0, limit: 99 })],
    payCodes: () => [app.payCodes()],
    mapPayCode: () => [app.mapPayCode({ payCode: 'regular', payClass: 'regular' })],
    harmonisableEntities: () => [app.harmonisableEntities()],
    harmonisation: () => CROSSWALK_DOMAINS.map((domain) => app.harmonisation({ ...harmonised, domain })),
    decideCrosswalk: () => [
      app.decideCrosswalk({
        ...harmonised,
        domain: 'job',
        decisions: [{ code: 'NURSE', targets: [{ code: 'RN', share: 1 }] }],
      }),
    ],
    assumptions: () => [app.assumptions()],
    assume: () => [app.assume({ assumption: 'days_to_fill', range: { low: 30, high: 60 } })],
    integrationTargets: () => [app.integrationTargets()],
    decideTarget: () => [
      app.decideTarget({
        entity: 'East',
        dimension: 'retention',
        model: 'apart',
        of: null,
        costMajor: null,
        score: null,
        owner: null,
        due: null,
        reason: 'Own union',
        wave: null,
      }),
    ],
    withdrawTarget: () => [app.withdrawTarget({ entity: 'East', dimension: 'retention' })],
    synergies: () => [app.synergies()],
    saveSynergy: () => [
      app.saveSynergy({
        id: null,
        entry: {
          title: 'Close the laboratory',
          owner: 'CFO',
          plannedMajor: 1,
          oneOffMajor: 0,
          from: '2025-03',
          metric: 'labor_cost',
          where: { unit: ['Lab'] },
          wave: null,
        },
      }),
    ],
    strikeSynergy: () => [app.strikeSynergy({ id: 1 })],
    waves: () => [app.waves()],
    planWave: () => [app.planWave({ was: null, name: 'Day one', due: '2025-12-31' })],
    strikeWave: () => [app.strikeWave({ name: 'Day one' })],
    cleanRoom: () => [app.cleanRoom()],
    setCleanRoom: () => [app.setCleanRoom({ on: false })],
    check: () => [app.check()],
    deck: () => [...BRIEFINGS.keys()].map((briefing) => app.deck({ briefing, filters: null })),
    importExtracts: () => [
      app.importExtracts({ job: 'again', files: [{ file: 'labor.csv', recipe: null, settings: {} }] }),
    ],
    importSample: () => [],
    cancel: () => [app.cancel({ job: 'none' })],
    undo: () => [app.undo({ batch: 5 })],
  };

  it.each(Object.keys(apiMethods) as (keyof Api)[])('%s names nobody', async (method) => {
    for (const answer of methods[method]())
      expect(JSON.stringify((await outcomeOf(() => answer)) ?? null)).not.toMatch(PLANTED);
  });

  it('shows a file by its header, and says why not by its rows', async () => {
    const preview = await app.preview({ file: 'roster.csv', recipe: null, settings: {} });
    expect(preview.header).toContain('name');
    expect(preview).toMatchObject({ kind: 'roster', sample: [] });
    expect(preview.warnings).toContainEqual({ code: 'clean_room', message: expect.stringContaining('not shown') });
  });

  it('counts no few people in the studio, nor lets them follow from the others', async () => {
    const { codes, totals } = await app.harmonisation({ ...harmonised, domain: 'job' });
    // Nine nurses less three leavers, two chiefs less one: the nurses are hidden as well, or the total would tell.
    expect(codes.map(({ code, heads, hours }) => [code, heads, hours])).toEqual([
      ['NURSE', null, null],
      ['CHIEF', null, null],
    ]);
    for (const { codes: count, heads } of Object.values(totals)) expect(heads).toBe(count === 0 ? 0 : null);
  });
});

it('says nothing of few people in alignment, neither what sets them apart nor what levelling them costs', async () => {
  const few = (value: unknown): unknown[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) =>
          key === 'people' && typeof inner === 'number' && inner > 0 && inner < 5 ? [value] : few(inner),
        );
  const { json } = await runCommand(folder, 'alignment', '--in', 'deal.muster', '--entity', 'East', '--detail');
  expect(
    few(json.dimensions.map(({ drivers, gaps, options }: Record<string, unknown>) => [drivers, gaps, options])),
  ).toEqual([]);
});

it.each([...BRIEFINGS.keys()])(
  'the workbook of the %s briefing names nobody, and is marked on every sheet',
  async (briefing) => {
    await runCommand(folder, 'brief', '--in', 'deal.muster', '--briefing', briefing, '--out', 'marked.xlsx');
    for (const { name, rows } of readWorkbook(readFileSync(join(folder, 'marked.xlsx')))) {
      expect(rows[0][0], name).toMatch(/^Clean room · board confidential/);
      expect(rows.flat().join('\n'), name).not.toMatch(PLANTED);
    }
  },
);

it.each([...BRIEFINGS.keys()])(
  'the slides of the %s briefing and their workbooks name nobody, and every slide is marked',
  async (briefing) => {
    await runCommand(folder, 'brief', '--in', 'deal.muster', '--briefing', briefing, '--out', 'marked.pptx');
    const bytes = readFileSync(join(folder, 'marked.pptx'));
    expect(brokenSlides(bytes)).toEqual([]);
    for (const { title, texts, notes, descriptions, charts } of readSlides(bytes)) {
      expect(texts.join('\n'), title).toContain('Clean room · board confidential');
      const all = [...texts, ...notes, ...descriptions, ...charts.flatMap(({ rows }) => rows.flat())];
      expect(all.join('\n'), title).not.toMatch(PLANTED);
    }
  },
);

describe('survival in a clean room', () => {
  const curvesOf = async (...words: string[]) =>
    (await runCommand(folder, 'survival', '--in', 'deal.muster', ...words)).json.curves;

  it('has no curve of few people, nor one that the total would reveal it by', async () => {
    for (const curve of await curvesOf('--by', 'entity')) expect(curve.suppressed).toBe(false);
    // Twenty-one people of ICU and two of Lab: without Lab the total gives it away, also behind a filter.
    const hidden = { suppressed: true, n: null, events: null, points: [] };
    expect(await curvesOf('--by', 'unit')).toMatchObject([hidden, hidden]);
    expect(await curvesOf('--where', 'unit=ICU')).toMatchObject([hidden]);
  });

  it('tells no more to whoever asks for one day after another', async () => {
    const [whole] = await curvesOf();
    expect(whole.points).toHaveLength(1);
    const days = Array.from({ length: 60 }, (_, k) => whole.points[0].time - 30 + k);
    for (const day of days) {
      const [{ points, median }] = await curvesOf('--at', String(day));
      expect(points, String(day)).toEqual(day < whole.points[0].time ? [] : whole.points);
      expect(median).toBe(whole.median);
    }
  });

  it('lets no leavers of a group follow from the others and the whole, at any time', async () => {
    const [whole] = await curvesOf();
    const parts = await curvesOf('--by', 'entity');
    // East and West lose four each: whatever the whole tells, neither has a point.
    for (const { points } of parts) expect(points).toEqual([]);
    expect(whole.points).toMatchObject([{ events: 5 }]);
  });

  it('counts neither few leavers of a group, nor those who would give them away', async () => {
    // Of the twelve people of West and the eleven of East four each left.
    expect(await curvesOf('--by', 'entity')).toMatchObject([
      { n: 11, events: null, censored: null },
      { n: 12, events: null, censored: null },
    ]);
    expect(await curvesOf('--where', 'entity=East')).toMatchObject([{ n: 11, events: null, censored: null }]);
  });

  it('has no point for a single leaver, and none with few at risk', async () => {
    const [{ points, events }] = await curvesOf();
    // Five of the eight leavers left by the point: beside it eight would tell of three.
    expect(events).toBeNull();
    for (const point of points) {
      expect(point.at_risk).toBeGreaterThanOrEqual(5);
      expect(point.events === 0 || point.events >= 5).toBe(true);
    }
  });
});
