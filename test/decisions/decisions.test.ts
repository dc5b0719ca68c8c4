import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../main/app.ts';
import type { Api } from '../../main/contract/api.ts';
import type { SynergyEntry, TargetDecision } from '../../main/contract/decisions.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { inProcessReader } from '../support/reader.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
const path = join(folder, 'w.muster');
let workspace: Workspace;
let api: Api;

/** The use cases that the window calls, over a workspace. */
function useCases(over: Workspace): Api {
  return createApp({
    workspace: over,
    name: 'w',
    resolveFile: () => ({ path: '', name: '' }),
    launchReader: inProcessReader(),
    samplesFolder: folder,
    readJson: () => null,
  });
}

beforeAll(async () => {
  workspace = openWorkspace(path);
  const add = (name: string, ...lines: string[]) => importFile(workspace, writeInto(folder, name, csv(...lines)));
  const staff = (entity: string, count: number) =>
    Array.from(
      { length: count },
      (_, k) => `${entity}${k},2025-03-31,regular,10,400,USD,${entity},RN,employee_full_time`,
    );
  await add(
    'labor.csv',
    'worker_id,work_date,pay_code,hours,cost,currency,entity,job_code,worker_type',
    ...staff('East', 8),
    ...staff('West', 9),
  );
  await add(
    'entities.csv',
    'entity_id,name,parent,close_date',
    'East,East Medical,West Group,2025-01-01',
    'West,West,West Group,',
  );
  await add('policies.csv', 'entity,area,attribute,value', 'Code,pay,night,3');
  api = useCases(workspace);
});
afterAll(() => workspace.close());

const target: TargetDecision = {
  entity: 'East',
  dimension: 'pay_distance',
  model: 'standard',
  of: 'Code',
  costMajor: 1200.5,
  score: 85,
  owner: 'HR',
  due: '2026-12-31',
  reason: null,
  wave: null,
};
const entry: SynergyEntry = {
  title: ' Renegotiate ',
  owner: 'CNO',
  plannedMajor: 20_000,
  oneOffMajor: 500.5,
  from: '2025-01',
  metric: 'labor_cost',
  where: {},
  wave: null,
};

describe('assumptions in the window', () => {
  it('show the range that stands by itself beside the one that somebody gave', async () => {
    const first = async () => (await api.assumptions())[0];
    expect(await first()).toMatchObject({ standard: { low: 30, high: 90 }, own: null, least: 0, most: 730 });
    await api.assume({ assumption: 'days_to_fill', range: { low: 45, high: 60 } });
    expect(await first()).toMatchObject({ standard: { low: 30, high: 90 }, own: { low: 45, high: 60 } });
    await api.assume({ assumption: 'days_to_fill', range: null });
    expect(await first()).toMatchObject({ own: null });
  });
});

describe('integration targets in the window', () => {
  it('offer entities with facts and their owners, those acquired last first, and every code as a model', async () => {
    const { entities, models, dimensions, alignedFrom, currency } = await api.integrationTargets();
    expect(entities).toEqual([
      { code: 'East', name: 'East Medical', owner: 'West Group' },
      { code: 'West', name: 'West', owner: 'West Group' },
      { code: 'West Group', name: 'West Group', owner: null },
    ]);
    expect(models.map(({ code }) => code)).toEqual(['East', 'Code', 'West', 'West Group']);
    expect(dimensions).toHaveLength(10);
    expect({ alignedFrom, currency }).toEqual({ alignedFrom: 90, currency: 'USD' });
  });

  it('are decided, with money in minor units, and taken back', async () => {
    await api.decideTarget(target);
    const { costMajor: _, ...rest } = target;
    expect((await api.integrationTargets()).targets).toEqual([{ ...rest, cost: 120_050 }]);
    await api.withdrawTarget({ entity: 'East', dimension: 'pay_distance' });
    expect((await api.integrationTargets()).targets).toEqual([]);
  });

  it.each([
    [{ entity: 'Nowhere' }, /"Nowhere" is neither an entity/],
    [{ of: null }, /needs the entity whose rows/],
    [{ model: 'apart' as const }, /not with apart/],
    [{ due: '2026-02-30' }, /not a day/],
    [{ score: 101 }, /0 to 100/],
    [{ reason: 'because' }, /reason goes with what is kept apart/],
  ])('are refused with %j', async (part, message) => {
    await expect(api.decideTarget({ ...target, ...part })).rejects.toThrow(message);
  });
});

describe('the synergy ledger in the window', () => {
  it('says at once which other entries count the same saving', async () => {
    expect(await api.saveSynergy({ id: null, entry })).toEqual({ overlaps: [] });
    const narrower = { ...entry, title: 'At East', where: { entity: ['East'] } };
    expect(await api.saveSynergy({ id: null, entry: narrower })).toEqual({ overlaps: [1] });
    const elsewhere = { ...narrower, metric: 'productive_hours', plannedMajor: 40 };
    expect(await api.saveSynergy({ id: 2, entry: elsewhere })).toEqual({ overlaps: [] });
    const { synergies, metrics } = await api.synergies();
    expect(synergies.map(({ synergy }) => synergy)).toMatchObject([
      { id: 1, title: 'Renegotiate', planned: 2_000_000, oneOff: 50_050 },
      { id: 2, title: 'At East', planned: 40, metric: 'productive_hours' },
    ]);
    expect(metrics.every(({ unit }) => ['money', 'hours'].includes(unit))).toBe(true);
    await api.strikeSynergy({ id: 1 });
    expect((await api.synergies()).synergies.map(({ synergy }) => synergy.id)).toEqual([2]);
  });
});

describe('waves in the window', () => {
  const promised = { ...target, wave: 'Rules' };

  it('are planned once under a name, on a day of the calendar', async () => {
    await api.planWave({ was: null, name: ' Rules ', due: '2026-06-30' });
    expect(await api.waves()).toEqual([{ name: 'Rules', due: '2026-06-30', targets: [], synergies: [] }]);
    const again = { was: null, name: 'Rules', due: '2026-12-31' };
    await expect(api.planWave(again)).rejects.toMatchObject({ code: 'wave_exists' });
    await expect(api.planWave({ ...again, name: ' ' })).rejects.toThrow('A wave needs a name.');
    await expect(api.planWave({ was: 'Rules', name: 'Rules', due: '2026-02-30' })).rejects.toThrow('not a day');
    await expect(api.planWave({ was: 'Pay', name: 'Pay', due: '2026-12-31' })).rejects.toMatchObject({
      code: 'unknown_wave',
    });
    expect(await api.waves()).toMatchObject([{ due: '2026-06-30' }]);
  });

  it('hold what is decided with them, in one at most', async () => {
    await api.planWave({ was: null, name: 'Pay', due: '2026-03-31' });
    await api.decideTarget(promised);
    await api.saveSynergy({ id: null, entry: { ...entry, wave: 'Rules' } });
    const [{ synergy }] = (await api.synergies()).synergies.slice(-1);
    expect(await api.waves()).toEqual([
      { name: 'Pay', due: '2026-03-31', targets: [], synergies: [] },
      {
        name: 'Rules',
        due: '2026-06-30',
        targets: [{ entity: 'East', dimension: 'pay_distance', label: 'Pay of East Medical' }],
        synergies: [{ id: synergy.id, title: 'Renegotiate' }],
      },
    ]);
    await api.decideTarget({ ...target, wave: 'Pay' });
    expect((await api.waves()).map(({ targets }) => targets.length)).toEqual([1, 0]);
    await api.decideTarget(promised);
  });

  it('refuse, with all that goes with it, what is promised by one that nobody planned', async () => {
    const unknown = { code: 'unknown_wave', message: expect.stringContaining('there is Pay, Rules') };
    await expect(api.decideTarget({ ...target, score: 5, wave: 'Wave 9' })).rejects.toMatchObject(unknown);
    await expect(api.saveSynergy({ id: null, entry: { ...entry, wave: 'Wave 9' } })).rejects.toMatchObject(unknown);
    expect((await api.integrationTargets()).targets).toMatchObject([{ score: 85, wave: 'Rules' }]);
  });

  it('keep what they hold under another name and day, and leave it without a wave when they are struck out', async () => {
    const held = {
      targets: [{ dimension: 'pay_distance' }],
      synergies: [{ title: 'Renegotiate' }],
    };
    await api.planWave({ was: 'Rules', name: 'Rules first', due: '2026-01-31' });
    expect(await api.waves()).toMatchObject([{ name: 'Rules first', due: '2026-01-31', ...held }, { name: 'Pay' }]);
    expect(await api.strikeWave({ name: 'Rules first' })).toMatchObject(held);
    expect((await api.integrationTargets()).targets).toMatchObject([{ score: 85, wave: null }]);
    expect((await api.synergies()).synergies.map(({ synergy }) => synergy.wave)).toEqual([null, null]);
    await expect(api.strikeWave({ name: 'Rules first' })).rejects.toMatchObject({ code: 'unknown_wave' });
  });

  it('lose what is withdrawn or struck out', async () => {
    await api.decideTarget({ ...target, wave: 'Pay' });
    await api.withdrawTarget(target);
    await api.decideTarget(target);
    expect(await api.waves()).toMatchObject([{ name: 'Pay', targets: [] }]);
  });
});

describe('the clean room in the window', () => {
  const query = { metric: 'productive_hours', where: {}, from: '2025-03', to: '2025-03' };
  const rows = () => api.rows({ query, offset: 0, limit: 10 });

  it('closes and opens what may be seen of persons at once', async () => {
    expect((await rows()).total).toBe(17);
    await api.setCleanRoom({ on: true });
    expect(await api.cleanRoom()).toBe('setting');
    await expect(rows()).rejects.toMatchObject({ code: 'clean_room' });
    await api.setCleanRoom({ on: false });
    expect(await api.cleanRoom()).toBeNull();
    expect((await rows()).total).toBe(17);
  });
});

describe('a workspace that cannot be written', () => {
  it('is read all the same, and every decision is refused with a sentence', async () => {
    const copy = openWorkspace(path, { mode: 'read' });
    const closed = useCases(copy);
    expect(await closed.assumptions()).toHaveLength(3);
    for (const decision of [
      () => closed.assume({ assumption: 'days_to_fill', range: { low: 1, high: 2 } }),
      () => closed.decideTarget(target),
      () => closed.saveSynergy({ id: null, entry }),
      () => closed.planWave({ was: null, name: 'Rules', due: '2026-12-31' }),
      () => closed.setCleanRoom({ on: true }),
    ])
      await expect(decision()).rejects.toMatchObject({
        code: 'not_writable',
        message: expect.stringContaining('cannot be written. Copy it to a folder of yours'),
      });
    copy.close();
  });
});
