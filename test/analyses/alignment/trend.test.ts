import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../../../main/analyses/alignment/registry.ts';
import { policiesOn } from '../../../main/analyses/alignment/facts/rules.ts';
import { rulesHaveHistory } from '../../../main/analyses/alignment/rule-history.ts';
import { monthOfDay, parseIsoDay } from '../../../main/model/civil-day.ts';
import { effectiveRows } from '../../../main/workspace/effective-rows.ts';
import { runCommand } from '../../support/commands.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';
import { importFile, openWorkspace } from '../../support/workspace.ts';
import { AS_OF, factsOf, sites, spellAt } from './facts-of.ts';

allowForStorage();

it('scores each month since the close by the year up to it, on one version of the crosswalk', async () => {
  const folder = testFolder();
  // East begins without agency hours and has as many as West from March on.
  const agency = { '01': 0, '02': 0, '03': 300 };
  const lines = Object.entries(agency).flatMap(([month, hours]) => {
    const day = `2025-${month}-28`;
    const line = (site: string, type: string, amount: number) =>
      `${site}${type},${day},${site === 'E' ? 'East' : 'West'},${site},${type},regular,${amount},2025-${month}-01`;
    return [
      line('E', 'employee_full_time', 100),
      line('W', 'employee_full_time', 100),
      line('W', 'agency', 100),
    ].concat(hours > 0 ? [line('E', 'agency', hours)] : []);
  });
  const files = [
    writeInto(
      folder,
      'labor.csv',
      csv('worker_id,work_date,entity,site,worker_type,pay_code,hours,period_start', ...lines),
    ),
    writeInto(
      folder,
      'entities.csv',
      csv('entity_id,parent,close_date,name', 'West,,,West', 'East,West,2025-02-01,East'),
    ),
  ];
  await runCommand(folder, 'import', ...files, '--into', 'w.muster');
  const { trend } = (await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East', '--detail')).json;
  // scipy 1.17.1: 100·(1 − jensenshannon([200, 0], [200, 200], base=2)); by March both sides have 300 and 300.
  expect(trend).toMatchObject([
    { month: '2025-02', index: null, scores: { mix_distance: expect.closeTo(44.207695471585616, 9) } },
    { month: '2025-03', index: null, scores: { mix_distance: 100 } },
  ]);
});

describe('rules in an earlier month', () => {
  const day = 20_000;
  const of = (entity: string, since: number | null) => ({
    entity,
    area: 'pay',
    attribute: 'night',
    value: '3',
    since,
    scope: {},
  });

  it('are known where both sides say since when theirs hold', () => {
    const known = (...policies: ReturnType<typeof of>[]) => rulesHaveHistory(factsOf(sites(1, 1), { policies }));
    expect(known(of('East', day), of('West', day))).toBe(true);
    expect(known(of('East', day), of('West', null))).toBe(false);
    // Nobody knows what a side did before its first rule.
    expect(known(of('East', day))).toBe(false);
  });

  it('are those that had begun: of several on one matter the last, however it is written', async () => {
    const folder = testFolder();
    const rows = [
      'East,Pay,Night,3,2024-01-01',
      'East,pay,night ,4,2025-06-01',
      'East,pay,weekend,2,',
      'East,pay,night,5,2026-01-01',
    ];
    const store = openWorkspace(`${folder}/w.muster`);
    await importFile(store, writeInto(folder, 'policies.csv', csv('entity,area,attribute,value,valid_from', ...rows)));
    const on = (iso: string) =>
      policiesOn(effectiveRows(store.store, 'policies'), parseIsoDay(iso)).map(({ value }) => value);
    expect(on('2025-05-31')).toEqual(['3', '2']);
    expect(on('2025-06-01')).toEqual(['4', '2']);
    expect(on('2023-01-01')).toEqual(['2']);
    store.close();
  });
});

describe('a dimension in an earlier month', () => {
  const dimensionOf = (id: string) => DIMENSIONS.find(({ definition }) => definition.metric === id)!;
  const stayers = (place: number, since: number) =>
    Array.from({ length: 12 }, () => ({ place, spell: spellAt(since, null) }));
  const places = sites(1, 1);
  const month = (asOf: number, closed: number) =>
    factsOf(places, {
      asOf,
      window: { first: monthOfDay(asOf) - 11, last: monthOfDay(asOf), days: 365 },
      spells: [...stayers(0, closed), ...stayers(1, closed - 2000)],
    });

  it('says nothing of retention until people could have stayed a whole year since they came', () => {
    const asOf = AS_OF;
    const retention = dimensionOf('retention');
    // Thirty days after the close everybody is still there: alike, and no measurement.
    expect(retention.measure(month(asOf, asOf - 29))).toMatchObject({ value: 0 });
    expect(retention.hasHistory(month(asOf, asOf - 29))).toBe(false);
    expect(retention.hasHistory(month(asOf, asOf - 363))).toBe(false);
    expect(retention.hasHistory(month(asOf, asOf - 364))).toBe(true);
  });

  it.each(['job_alignment', 'span_of_control'])('says nothing of %s before rosters saw who was in post', (id) => {
    const seenFrom = (observedFrom: number) =>
      factsOf(places, {
        spells: [
          { place: 0, spell: { ...spellAt(AS_OF - 900, null), observedFrom } },
          { place: 1, spell: spellAt(AS_OF - 900, null) },
        ],
      });
    expect(dimensionOf(id).hasHistory(seenFrom(AS_OF + 1))).toBe(false);
    expect(dimensionOf(id).hasHistory(seenFrom(AS_OF))).toBe(true);
  });
});
