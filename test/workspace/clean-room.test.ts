import { beforeAll, describe, expect, it } from 'vitest';
import { buildDeck } from '../../main/briefings/deck.ts';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
const run = (name: string, ...words: string[]) => runCommand(folder, name, '--in', 'deal.muster', ...words);
const staff = (entity: string, unit: string, count: number) =>
  Array.from(
    { length: count },
    (_, k) => `${entity}${unit}${k},2025-03-31,${entity},${entity},${unit},employee_full_time,regular,10`,
  );
const roster = (entity: string, count: number) =>
  Array.from(
    { length: count },
    (_, k) =>
      `${entity}${k},Person ${k},employee_full_time,${entity},${entity},RN,2020-01-01,2025-01-01,2025-03-31,40.00,USD`,
  );

beforeAll(async () => {
  const labor = csv(
    'worker_id,work_date,entity,site,unit,worker_type,pay_code,hours',
    ...staff('West', 'ICU', 9),
    ...staff('West', 'ED', 7),
    ...staff('East', 'ICU', 8),
    ...staff('East', 'Lab', 2),
    'Smith,2025-13-31,East,East,Lab,employee_full_time,regular,10',
  );
  const people = csv(
    'worker_id,name,worker_type,entity,site,job_code,hire_date,observed_from,observed_to,base_rate,currency',
    ...roster('West', 9),
    ...roster('East', 8),
  );
  const entities = csv('entity_id,name,parent,close_date', 'West,West,,', 'East,East,West,2025-07-01');
  const files = [
    writeInto(folder, 'labor.csv', labor),
    writeInto(folder, 'roster.csv', people),
    writeInto(folder, 'entities.csv', entities),
  ];
  await runCommand(folder, 'import', ...files, '--into', 'deal.muster');
});

const units = async () => {
  const { json } = await run('metrics', '--metric', 'productive_hours', '--by', 'unit');
  return Object.fromEntries(
    json.metrics.map(({ by, value }: { by: { unit: string }; value: number | null }) => [by.unit, value]),
  );
};

describe('a clean room, before the deal has closed', () => {
  it('is one by itself while the close lies after what the extracts know', async () => {
    expect((await run('clean-room')).json).toEqual({ clean_room: true, reason: 'before_close' });
  });

  it('shows no rows of persons', async () => {
    for (const metric of ['productive_hours', 'headcount'])
      await expect(run('rows', '--metric', metric, '--month', '2025-03')).rejects.toMatchObject({ code: 'clean_room' });
  });

  it('shows why rows were rejected, but not what stood in them', async () => {
    const { json } = await run('quarantine');
    expect(json.rows).toMatchObject([{ column: 'work_date', reason: 'invalid_date', value: 'withheld: clean room' }]);
  });

  it('hides groups of fewer than five people in every figure, and what subtraction would reveal', async () => {
    expect(await units()).toEqual({ ICU: 170, ED: null, Lab: null });
  });

  it('hides the same behind a filter, which would give it by subtraction', async () => {
    const behind = async (...codes: string[]) => {
      const filters = codes.flatMap((code) => ['--where', `unit=${code}`]);
      return (await run('metrics', '--metric', 'productive_hours', ...filters)).json.metrics[0].value;
    };
    expect([await behind('ICU'), await behind('ED'), await behind('Lab')]).toEqual([170, null, null]);
    expect([await behind('ICU', 'Lab'), await behind('ED', 'Lab')]).toEqual([null, 90]);
  });

  it('marks every sheet and every page, and every answer about the deal', async () => {
    const workspace = openWorkspace(`${folder}/deal.muster`, { mode: 'read' });
    const deck = buildDeck(workspace.view(), { briefing: 'integration', filters: null, workspace: 'deal' });
    workspace.close();
    expect(deck.status).toBe('Clean room · board confidential');
    for (const { notices } of deck.pages) expect(notices[0]).toMatch(/^Clean room:/);
    expect(JSON.stringify(deck)).not.toMatch(/Person \d|Smith/);
    expect((await run('alignment', '--entity', 'East')).json).toMatchObject({ clean_room: true });
  });

  it('still compares the two: the people of an entity that has not joined yet are known', async () => {
    const { json } = await run('alignment', '--entity', 'East', '--detail');
    const pay = json.dimensions.find(({ dimension }: { dimension: string }) => dimension === 'pay_distance');
    expect(pay).toMatchObject({ value: 0, score: 100, coverage: 1 });
  });

  it('stays one before the close whatever is set, and can be set after it', async () => {
    await run('clean-room', '--off');
    expect((await run('clean-room')).json.clean_room).toBe(true);
    const closed = csv('entity_id,name,parent,close_date', 'West,West,,', 'East,East,West,2025-03-01');
    await runCommand(folder, 'import', writeInto(folder, 'closed.csv', closed), '--into', 'deal.muster');
    expect((await run('clean-room')).json).toEqual({ clean_room: false, reason: null });
    expect(await units()).toEqual({ ICU: 170, ED: 70, Lab: 20 });
    expect((await run('rows', '--metric', 'productive_hours', '--month', '2025-03')).json.total).toBe(26);
    await run('clean-room', '--on');
    expect((await run('clean-room')).json).toEqual({ clean_room: true, reason: 'setting' });
    expect((await units()).Lab).toBeNull();
  });
});

describe('a deal before its close', () => {
  const isClean = async (name: string, ...files: string[]) => {
    const entities = csv('entity_id,name,parent,close_date', 'West,West,,', 'East,East,West,2026-12-01');
    const paths = [entities, ...files].map((text, at) => writeInto(folder, `${name}-${at}.csv`, text));
    await runCommand(folder, 'import', ...paths, '--into', `${name}.muster`);
    return (await runCommand(folder, 'clean-room', '--in', `${name}.muster`)).json.clean_room;
  };

  it('stays one though a roster has hires that are to come after it', async () => {
    const header = 'worker_id,name,entity,site,hire_date';
    expect(await isClean('hires', csv(header, 'A,Ann,East,E1,2020-01-01', 'B,Bo,East,E1,2027-01-04'))).toBe(true);
  });

  it('is one where invoices alone tell of days, or nothing does', async () => {
    const header = 'invoice_id,line_id,supplier,worker_id,work_date,entity,site,job_code,hours,amount,currency';
    expect(await isClean('bills', csv(header, '1,1,Apex,Smith,2026-03-02,East,E1,RN,8,640,USD'))).toBe(true);
    expect(await isClean('rules', csv('entity,area,attribute,value', 'East,pay,night,4'))).toBe(true);
  });
});
