import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOAD_UNITS_PER_MINOR } from '../../main/facts/scales.ts';
import { computeFigures, figureFor } from '../../main/metrics/figures.ts';
import type { FigureRequest } from '../../main/metrics/figures.ts';
import { laborCells } from '../../main/metrics/labor-cells.ts';
import type { CellRequest } from '../../main/metrics/labor-cells.ts';
import { METRICS } from '../../main/metrics/registry.ts';
import { parseIsoMonth } from '../../main/model/civil-day.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { runCommand } from '../support/commands.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const LABOR = 'worker_id,work_date,pay_code,hours,cost,currency,entity,site,unit,job_code,worker_type,supplier';
const people = (prefix: string, rest: string) => [1, 2, 3, 4, 5, 6].map((i) => `${prefix}${i},${rest}`);
let count = 0;

async function workspaceOf(...files: string[][]) {
  const workspace = openWorkspace(join(folder, `figures-${++count}.muster`));
  for (const [i, [header, ...rows]] of files.entries())
    await importFile(workspace, writeInto(folder, `figures-${count}-${i}.csv`, csv(header, ...rows)));
  const ask = (metric: string, extra: Partial<FigureRequest> = {}) =>
    computeFigures(workspace.view(), [
      { metric, from: parseIsoMonth('2025-01')!, to: parseIsoMonth('2025-12')!, ...extra },
    ])[0];
  return { workspace, ask };
}

describe('money in two currencies', () => {
  it('is never added up, but is told currency by currency', async () => {
    const { workspace, ask } = await workspaceOf([
      LABOR,
      ...people('U', '2025-03-03,regular,8,400.00,USD,Hill,Main,ICU,RN,employee_full_time,'),
      ...people('G', '2025-03-03,regular,8,300.00,GBP,Dale,North,ICU,RN,employee_full_time,'),
    ]);
    expect(ask('labor_cost')).toMatchObject([
      { value: null, absence: 'not_measured', currency: null, note: expect.stringMatching(/several currencies/) },
    ]);
    expect(ask('productive_hours')).toMatchObject([{ value: 96 }]);
    expect(ask('labor_cost', { where: { currency: ['GBP'] } })).toMatchObject([{ value: 180_000, currency: 'GBP' }]);
    expect(ask('labor_cost', { where: { entity: ['Hill'] } })).toMatchObject([{ value: 240_000, currency: 'USD' }]);
    expect(ask('labor_cost', { by: ['currency'] })).toMatchObject([
      { by: { currency: 'GBP' }, value: 180_000, currency: 'GBP' },
      { by: { currency: 'USD' }, value: 240_000, currency: 'USD' },
    ]);
    workspace.close();
    const pvm = async (...words: string[]) =>
      (
        await runCommand(
          folder,
          'pvm',
          '--in',
          `figures-${count}.muster`,
          '--from',
          '2025-03',
          '--to',
          '2025-04',
          ...words,
        )
      ).json;
    expect(await pvm()).toMatchObject({ absence: 'not_measured', cost_before: null, volume: null, cells: [] });
    expect(await pvm('--where', 'currency=USD')).toMatchObject({
      absence: null,
      currency: 'USD',
      cost_before: 240_000,
    });
  });
});

describe('a figure', () => {
  it('carries what is needed to defend it', async () => {
    const { workspace, ask } = await workspaceOf([
      LABOR,
      ...people('U', '2025-03-03,regular,8,400.00,USD,Hill,Main,ICU,RN,employee_full_time,'),
      'D1,2025-03-03,regular,0,50.00,USD,Hill,Main,ICU,BOT,digital_worker,',
      'U1,2025-03-04,ZZ,3,60.00,USD,Hill,Main,ICU,RN,employee_full_time,',
      'X1,2025-03-04,regular,2,30.00,USD,Hill,Main,ICU,RN,,',
    ]);
    const [figure] = ask('external_share_hours', { variants: ['all'] });
    expect(figure).toEqual({
      metric: 'external_share_hours',
      version: 1,
      variant: 'all',
      unit: 'share',
      currency: null,
      by: {},
      period: 'all',
      numerator: 0,
      denominator: 48,
      value: 0,
      rows: 6,
      absence: null,
      missing: [],
      suppressed: false,
      note: null,
      exclusions: [
        { reason: 'digital workers are never counted as people', rows: 1, hours: 0, costMinor: 5_000 },
        { reason: 'pay code not mapped to a pay class', rows: 1, hours: 3, costMinor: 6_000 },
        { reason: 'worker type not given', rows: 1, hours: 2, costMinor: 3_000 },
      ],
    });
    workspace.close();
  });

  it('that is asked for by itself is the one in the list', async () => {
    const { workspace, ask } = await workspaceOf([
      LABOR,
      ...people('U', '2025-03-03,overtime,8,400.00,USD,Hill,Main,ICU,RN,employee_full_time,'),
      ...people('A', '2025-03-03,regular,8,800.00,USD,Hill,Main,ICU,RN,agency,Crest'),
    ]);
    for (const metric of METRICS.values()) {
      const listed = ask(metric.id, { variants: [metric.variants[0]] })[0];
      expect(figureFor(workspace.view(), { metric: metric.id, where: {}, from: '2025-01', to: '2025-12' })).toEqual(
        listed,
      );
    }
    workspace.close();
  });

  it('is never money to a fraction of a cent', async () => {
    const loads = ['entity,job_family,valid_from,fixed_load,variable_load', 'Hill,RN,2024-01-01,0.12345,0.06789'];
    const { workspace, ask } = await workspaceOf(
      [
        LABOR,
        ...people('U', '2025-03-03,regular,8,333.33,USD,Hill,Main,ICU,RN,employee_full_time,'),
        ...people('A', '2025-03-03,regular,7,777.77,USD,Hill,Main,ICU,RN,agency,Crest'),
      ],
      loads,
    );
    for (const metric of [
      'external_share_cost',
      'external_gap',
      'excess_external_cost',
      'agency_premium',
      'premium_labor',
      'labor_cost',
    ]) {
      for (const { numerator, denominator, value, unit } of ask(metric)) {
        for (const money of [numerator, denominator ?? 0, unit === 'money' ? value : 0])
          expect(Number.isSafeInteger(money), `${metric}: ${money}`).toBe(true);
      }
    }
    workspace.close();
  });

  it('with a load adds up to the same however it is split', async () => {
    const loads = ['entity,job_family,valid_from,fixed_load,variable_load', 'Hill,,2024-01-01,0.12345,0.06789'];
    const lines = Array.from({ length: 240 }, (_, i) => {
      const month = String(1 + (i % 12)).padStart(2, '0');
      return `W${i},2025-${month}-03,regular,8,${(201 + ((i * 7919) % 1000) / 7).toFixed(2)},USD,Hill,S${i % 5},U${i % 11},RN,employee_full_time,`;
    });
    const { workspace } = await workspaceOf([LABOR, ...lines], loads);
    const first = parseIsoMonth('2025-01')!;
    const year = [{ first, last: first + 11 }];
    const months = Array.from({ length: 12 }, (_, i) => ({ first: first + i, last: first + i }));
    const loadUnits = (by: string[], ranges: CellRequest['ranges']) =>
      laborCells(workspace.view(), [{ by, where: {}, ranges, matchOn: [] }])[0]
        .flatMap((group) => group.ranges.flat())
        .reduce((sum, cell) => sum + Math.round(cell.load * LOAD_UNITS_PER_MINOR), 0);
    const all = loadUnits([], year);
    expect(all).toBeGreaterThan(0);
    expect(loadUnits([], months)).toBe(all);
    expect(loadUnits(['unit'], months)).toBe(all);
    expect(loadUnits(['site', 'unit'], year)).toBe(all);
    workspace.close();
  });

  it('of agency premiums is the same whether or not its pay classes are named one by one', async () => {
    const loads = ['entity,job_family,valid_from,fixed_load,variable_load', 'Hill,,2024-01-01,0.12,0.08'];
    const lines = ['02', '03', '04'].flatMap((month, m) =>
      ['RN', 'CNA'].flatMap((job, j) =>
        ['Main', 'North'].flatMap((site, s) => [
          ...people(
            `E${job}${site}`,
            `2025-${month}-03,regular,${8 + s},${(300 + 40 * j + 10 * m).toFixed(2)},USD,Hill,${site},ICU,${job},employee_full_time,`,
          ),
          ...people(
            `E${job}${site}`,
            `2025-${month}-04,${s ? 'overtime' : 'paid_leave'},4,${(240 + 7 * m).toFixed(2)},USD,Hill,${site},ICU,${job},employee_full_time,`,
          ),
          ...people(
            `A${job}${site}`,
            `2025-${month}-05,regular,${5 + m + j},${(500 + 30 * s).toFixed(2)},USD,Hill,${site},ED,${job},agency,Crest`,
          ),
        ]),
      ),
    );
    const { workspace, ask } = await workspaceOf([LABOR, ...lines], loads);
    const classes = ['regular', 'overtime', 'paid_leave'];
    for (const metric of ['agency_premium', 'premium_labor']) {
      for (const scope of [
        {},
        { by: ['job'] },
        { by: ['site', 'job'], grain: 'month' as const },
        { grain: 'quarter' as const, where: { job: ['RN'] } },
      ]) {
        const plain = ask(metric, scope);
        const named = ask(metric, {
          ...scope,
          where: { ...('where' in scope ? scope.where : {}), pay_class: classes },
        });
        expect(named.map(({ by, period }) => [by, period])).toEqual(plain.map(({ by, period }) => [by, period]));
        plain.forEach((one, i) => {
          expect(named[i].absence).toBe(one.absence);
          if (one.value !== null) expect(named[i].value).toBeCloseTo(one.value, 10);
        });
      }
    }
    workspace.close();
  });
});

describe('small groups in figures', () => {
  it('show hours and shares of hours, and hide everything that is made of pay', async () => {
    const { workspace, ask } = await workspaceOf([
      LABOR,
      ...people('U', '2025-03-03,regular,8,400.00,USD,Hill,Main,ICU,RN,employee_full_time,'),
      ...people('V', '2025-03-03,regular,8,400.00,USD,Hill,Main,ED,RN,employee_full_time,'),
      'W1,2025-03-03,regular,8,900.00,USD,Hill,Main,OR,RN,employee_full_time,',
    ]);
    for (const metric of METRICS.values()) {
      for (const figure of ask(metric.id, { where: { unit: ['OR'] } })) {
        if (metric.reveals === 'pay') expect(figure.value, metric.id).toBeNull();
        else expect(figure.suppressed, metric.id).toBe(false);
      }
    }
    expect(ask('labor_cost', { by: ['unit'] }).map(({ by, value }) => [by['unit'], value])).toEqual([
      ['ED', null],
      ['ICU', 240_000],
      ['OR', null],
    ]);
    expect(ask('labor_cost')).toMatchObject([{ value: 570_000 }]);
    workspace.close();
    const pvm = (
      await runCommand(
        folder,
        'pvm',
        '--in',
        `figures-${count}.muster`,
        '--from',
        '2025-03',
        '--to',
        '2025-04',
        '--where',
        'unit=OR',
      )
    ).json;
    expect(pvm).toMatchObject({ absence: 'suppressed', cost_before: null, cost_after: null, rate: null, cells: [] });
  });

  it('hide one person’s bonus among everybody’s pay, by class, by code and behind a filter', async () => {
    const { workspace, ask } = await workspaceOf([
      LABOR,
      ...people('U', '2025-03-03,regular,8,400.00,USD,Hill,Main,ICU,RN,employee_full_time,'),
      ...people('U', '2025-03-04,overtime,4,300.00,USD,Hill,Main,ICU,RN,employee_full_time,'),
      'U1,2025-03-05,incentive,,5000.00,USD,Hill,Main,ICU,RN,employee_full_time,',
      'U2,2025-03-05,on_call,12,60.00,USD,Hill,Main,ICU,RN,employee_full_time,',
    ]);
    const shown = (extra: object) => ask('labor_cost', extra).map(({ by, value }) => [Object.values(by).join(), value]);
    expect(shown({ by: ['pay_class'] })).toEqual([
      ['incentive', null],
      ['on_call', null],
      ['overtime', null],
      ['regular', 240_000],
    ]);
    expect(shown({ by: ['pay_code', 'unit'] })).toEqual([
      ['incentive,ICU', null],
      ['on_call,ICU', null],
      ['overtime,ICU', null],
      ['regular,ICU', 240_000],
    ]);
    expect(shown({ where: { pay_class: ['incentive'] } })).toEqual([['', null]]);
    expect(shown({ where: { pay_class: ['overtime'] } })).toEqual([['', 180_000]]);
    workspace.close();
    const pvm = async (...words: string[]) =>
      (
        await runCommand(
          folder,
          'pvm',
          '--in',
          `figures-${count}.muster`,
          '--from',
          '2025-03',
          '--to',
          '2025-04',
          ...words,
        )
      ).json;
    expect(await pvm('--where', 'pay_class=incentive')).toMatchObject({ absence: 'suppressed', cost_before: null });
    await expect(pvm('--where', 'job=RN', '--by', 'pay_class')).resolves.toMatchObject({ absence: null });
  });
});
