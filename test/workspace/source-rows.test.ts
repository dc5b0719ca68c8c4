import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../main/contract/figure.ts';
import { computeFigures } from '../../main/metrics/figures.ts';
import { METRICS } from '../../main/metrics/registry.ts';
import { parseIsoMonth } from '../../main/model/civil-day.ts';
import { rowsUnder } from '../../main/workspace/source-rows.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
let workspace: Workspace;

beforeAll(async () => {
  workspace = openWorkspace(`${folder}/rows.muster`);
  const labor =
    'worker_id,work_date,pay_code,hours,cost,currency,entity,site,unit,job_code,worker_type,supplier,shift,is_correction';
  const line = (i: number, cost = '320.00') =>
    `W${i % 9},2025-0${1 + (i % 4)}-1${i % 10},${['regular', 'overtime', 'paid_leave', 'ZZ'][i % 4]},8,${cost},USD,Hill,Main,${i % 2 ? 'ICU' : 'ED'},RN,${i % 3 ? 'employee_full_time' : 'agency'},${i % 3 ? '' : 'Crest'},${i % 5 ? 'day' : ''},`;
  await importFile(
    workspace,
    writeInto(folder, 'labor.csv', csv(labor, ...Array.from({ length: 200 }, (_, i) => line(i)))),
  );
  await importFile(
    workspace,
    writeInto(folder, 'again.csv', csv(labor, ...Array.from({ length: 40 }, (_, i) => line(i, i % 2 ? '320.00' : '')))),
  );
  const across = (worker: string, start: string, end: string, code: string) =>
    `${worker},${end},${code},30,900.00,USD,Hill,Main,ICU,RN,${worker < 'Y' ? 'agency,Crest' : 'employee_full_time,'},,,${start}`;
  await importFile(
    workspace,
    writeInto(
      folder,
      'across.csv',
      csv(
        `${labor},period_start`,
        across('X2', '2025-01-25', '2025-03-02', 'regular'),
        across('Y1', '2025-01-25', '2025-02-08', 'regular'),
        across('Y1', '2025-02-25', '2025-03-08', 'overtime'),
      ),
    ),
  );
  await importFile(
    workspace,
    writeInto(
      folder,
      'staffing.csv',
      csv(
        'site,work_date,job_code,internal_hours,external_hours,census',
        'Elm,2025-01-01,RN,20,4,10',
        'Elm,2025-01-02,CNA,30,0,10',
      ),
    ),
  );
  await importFile(
    workspace,
    writeInto(
      folder,
      'invoices.csv',
      csv(
        'invoice_id,supplier,worker_id,work_date,rate_type,hours,amount,currency,status,site,job_code,unit,period_start',
        'I1,Crest,X1,2025-02-03,overtime,6,600.00,USD,final,Main,RN,ICU,',
        'I2,Crest,X1,2025-02-04,regular,6,600.00,USD,void,Main,RN,ICU,',
        'I3,Crest,X3,2025-03-02,regular,30,3000.00,USD,final,Main,RN,ICU,2025-01-25',
        'I4,Crest,,2025-03-02,regular,30,3000.00,USD,final,Main,MD,ICU,2025-01-25',
      ),
    ),
  );
});
afterAll(() => workspace.close());

const FILTERS: Filter[] = [
  {},
  { unit: ['ICU'] },
  { pay_class: ['overtime', 'regular'] },
  { worker_class: ['external'] },
  { shift: ['day'] },
  { site: ['Elm'] },
];
const all = { from: '2025-01', to: '2025-04' };
const rowsOf = (metric: string, extra: object = {}, limit = 1_000) =>
  rowsUnder(workspace.view(), { query: { metric, where: {}, ...all, ...extra }, offset: 0, limit });

describe('the rows under a figure', () => {
  it('are as many as the figure counts, for every metric, filter and month', () => {
    for (const metric of METRICS.values()) {
      for (const variant of metric.variants) {
        for (const where of FILTERS) {
          for (const [from, to] of [
            ['2025-01', '2025-04'],
            ['2025-02', '2025-02'],
          ]) {
            const [figure] = computeFigures(workspace.view(), [
              { metric: metric.id, variants: [variant], where, from: parseIsoMonth(from)!, to: parseIsoMonth(to)! },
            ])[0];
            const { total, rows } = rowsOf(metric.id, { variant, where, from, to });
            expect(total, `${metric.id} ${variant} ${JSON.stringify(where)} ${from}`).toBe(figure.rows ?? total);
            expect(rows).toHaveLength(total);
          }
        }
      }
    }
  });

  it('add up to the figure', () => {
    const { rows } = rowsOf('external_share_hours', { variant: 'all' });
    const hours = rows.reduce(
      (sum, row) =>
        sum + Number(row['hours'] ?? 0) + Number(row['internal_hours'] ?? 0) + Number(row['external_hours'] ?? 0),
      0,
    );
    const [figure] = computeFigures(workspace.view(), [
      {
        metric: 'external_share_hours',
        variants: ['all'],
        from: parseIsoMonth('2025-01')!,
        to: parseIsoMonth('2025-04')!,
      },
    ])[0];
    expect(hours).toBeCloseTo(figure.denominator!, 9);
  });

  it('say where they come from: batch, file, line and every canonical column and attribute', () => {
    const { rows, columns } = rowsOf('overtime_share', { from: '2025-02', to: '2025-02', where: { unit: ['ICU'] } }, 1);
    expect(rows).toEqual([
      {
        batch: 1,
        file: 'labor.csv',
        line: 3,
        worker_id: 'W1',
        work_date: '2025-02-11',
        period_start: null,
        entity: 'Hill',
        site: 'Main',
        unit: 'ICU',
        home_unit: null,
        job_code: 'RN',
        worker_type: 'employee_full_time',
        supplier: null,
        pay_code: 'overtime',
        hours: 8,
        cost: 32_000,
        currency: 'USD',
        is_correction: 0,
        shift: 'day',
      },
    ]);
    expect(columns).toEqual(expect.arrayContaining(['batch', 'file', 'line', 'worker_id', 'cost', 'shift']));
  });

  it('are those in force: duplicates and restated lines are gone, a blank cost is blank', () => {
    const restated = rowsOf('labor_cost', { where: { site: ['Main'] } }).rows.filter(({ batch }) => batch === 2);
    expect(restated.length).toBe(20);
    expect(restated.every(({ cost }) => cost === null)).toBe(true);
  });

  it('have invoice lines where no timesheet is, and void lines nowhere', () => {
    const billed = rowsOf('external_share_hours', { variant: 'all', where: { supplier: ['Crest'] } }).rows.filter(
      ({ file }) => file === 'invoices.csv',
    );
    expect(billed).toMatchObject([
      { line: 2, worker_id: 'X1', work_date: '2025-02-03', pay_code: 'overtime', hours: 6, cost: 60_000 },
      { line: 4, worker_id: 'X3', period_start: '2025-01-25', work_date: '2025-03-02', hours: 30, cost: 300_000 },
      { line: 5, worker_id: null, period_start: '2025-01-25', work_date: '2025-03-02', hours: 30, cost: 300_000 },
    ]);
  });

  it('come page by page in the order of import', () => {
    const page = (offset: number) =>
      rowsUnder(workspace.view(), { query: { metric: 'labor_cost', where: {}, ...all }, offset, limit: 50 }).rows;
    const whole = rowsOf('labor_cost').rows;
    expect([...page(0), ...page(50), ...page(100), ...page(150), ...page(200)]).toEqual(whole);
    const order = whole.map(({ batch, line }) => Number(batch) * 1e6 + Number(line));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
