import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const LABOR = 'worker_id,work_date,pay_code,hours,cost,currency,entity,site,unit,job_code,worker_type,supplier';
const INVOICES =
  'invoice_id,line_id,supplier,worker_id,worker_type,period_start,work_date,hours,amount,currency,status,entity,site,unit,job_code';

async function workspaceOf(name: string, files: Record<string, string>): Promise<void> {
  const paths = Object.entries(files).map(([file, text]) => writeInto(folder, `${name}-${file}`, text));
  const { json } = await runCommand(folder, 'import', ...paths, '--into', `${name}.muster`);
  for (const file of json.files) expect(file).toMatchObject({ quarantined: 0, duplicates: 0 });
}

async function figure(name: string, metric: string, ...words: string[]) {
  return (await runCommand(folder, 'metrics', '--in', `${name}.muster`, '--metric', metric, ...words)).json.metrics;
}

describe('people who are only billed', () => {
  it('are people: what one locum costs is hidden, what five cost is not', async () => {
    const line = (i: number, unit: string) =>
      `I,${i},Meridian,L${i},locum,,2025-03-0${i},8,2000.00,USD,final,Hill,Main,${unit},MD`;
    const lines = [1, 2, 3, 4, 5].map((i) => line(i, 'ED'));
    await workspaceOf('billed', {
      'invoices.csv': csv(INVOICES, line(9, 'ICU'), ...lines, line(6, 'OR'), line(7, 'OR'), line(8, 'OR')),
    });
    const byUnit = await figure('billed', 'labor_cost', '--by', 'unit');
    expect(byUnit.map((one: { by: { unit: string }; suppressed: boolean }) => [one.by.unit, one.suppressed])).toEqual([
      ['ED', true],
      ['ICU', true],
      ['OR', true],
    ]);
    expect(await figure('billed', 'labor_cost', '--where', 'unit=ED')).toMatchObject([
      { value: 1_000_000, suppressed: false },
    ]);
    expect(await figure('billed', 'labor_cost', '--where', 'unit=ICU')).toMatchObject([
      { value: null, absence: 'suppressed' },
    ]);
  });
});

describe('an invoice line without a worker', () => {
  const workers = [1, 2, 3, 4, 5];
  const labor = (unit: string, hours: number) =>
    workers.map((i) => `${unit}${i},2025-03-10,regular,${hours},100.00,USD,Hill,Main,${unit},RN,agency,Crest`);
  const bill = (line: number, unit: string, hours: number, dollars: number) =>
    `I,${line},Crest,,agency,2025-03-01,2025-03-31,${hours},${dollars}.00,USD,final,Hill,Main,${unit},RN`;

  it('for a unit without timesheets bills the work of the same site, job and month, whose hours stand', async () => {
    await workspaceOf('place', {
      'labor.csv': csv(LABOR, ...labor('ICU', 10)),
      'invoices.csv': csv(INVOICES, bill(1, 'ED', 50, 4_000)),
    });
    expect(await figure('place', 'labor_cost')).toMatchObject([{ value: 400_000 }]);
    expect(await figure('place', 'productive_hours')).toMatchObject([{ value: 50 }]);
  });

  it('shares the money of further lines by hours, not by units', async () => {
    await workspaceOf('further', {
      'labor.csv': csv(LABOR, ...labor('ICU', 9), ...labor('ED', 1)),
      'invoices.csv': csv(INVOICES, bill(1, '', 40, 3_000), bill(2, '', 10, 2_000)),
    });
    const byUnit = await figure('further', 'labor_cost', '--by', 'unit');
    expect(byUnit.map((one: { value: number }) => one.value)).toEqual([50_000, 450_000]);
  });

  it('of another month, job or supplier bills nothing that is there, and stands for itself', async () => {
    const elsewhere = 'I,9,Crest,,agency,2025-04-01,2025-04-30,50,4000.00,USD,final,Hill,Main,ICU,RN';
    await workspaceOf('elsewhere', {
      'labor.csv': csv(LABOR, ...labor('ICU', 10)),
      'invoices.csv': csv(INVOICES, elsewhere),
    });
    expect(await figure('elsewhere', 'labor_cost')).toMatchObject([{ value: 450_000 }]);
    expect(await figure('elsewhere', 'productive_hours', '--grain', 'month')).toMatchObject([
      { period: '2025-03', value: 50 },
      { period: '2025-04', value: 50 },
    ]);
  });
});

describe('an invoice line for a timesheet that runs over the end of a month', () => {
  const HOURS = `${LABOR},period_start`;
  const weeks = [1, 2, 3, 4, 5].map(
    (i) => `X${i},2025-05-04,regular,42,4200.00,USD,Hill,Main,ICU,RN,agency,Crest,2025-04-28`,
  );
  const bills = (days: string) =>
    [1, 2, 3, 4, 5].map((i) => `I,${i},Crest,X${i},agency,${days},42,4900.00,USD,final,Hill,Main,ICU,RN`);
  const byMonth = async (name: string, metric: string) =>
    (await figure(name, metric, '--grain', 'month')).map(({ value }: { value: number }) => value);

  it('takes the place of all its accrual, also when it names only the last day', async () => {
    await workspaceOf('week', {
      'labor.csv': csv(HOURS, ...weeks),
      'invoices.csv': csv(INVOICES, ...bills('2025-04-28,2025-05-04')),
    });
    // Three of seven days are in April: 4,900 × 3/7 = 2,100 and 2,800 each.
    expect(await byMonth('week', 'labor_cost')).toEqual([5 * 210_000, 5 * 280_000]);
    expect(await byMonth('week', 'productive_hours')).toEqual([5 * 18, 5 * 24]);
    await workspaceOf('sunday', {
      'labor.csv': csv(HOURS, ...weeks),
      'invoices.csv': csv(INVOICES, ...bills(',2025-05-04')),
    });
    // The accrual of April is gone as well: 4,900 each, all in May.
    expect(await byMonth('sunday', 'labor_cost')).toEqual([0, 5 * 490_000]);
    expect(await byMonth('sunday', 'productive_hours')).toEqual([5 * 18, 5 * 24]);
  });

  it('leaves the accrual of the days that it does not bill', async () => {
    await workspaceOf('may', {
      'labor.csv': csv(HOURS, ...weeks),
      'invoices.csv': csv(INVOICES, ...bills('2025-05-01,2025-05-04')),
    });
    // 4,200 × 3/7 = 1,800 accrued for April, 4,900 billed for May.
    expect(await byMonth('may', 'labor_cost')).toEqual([5 * 180_000, 5 * 490_000]);
  });

  it('is matched when it bills only some days of the timesheet, whose hours count once', async () => {
    await workspaceOf('month', {
      'labor.csv': csv(
        HOURS,
        ...[1, 2, 3, 4, 5].map(
          (i) => `X${i},2025-04-28,regular,160,16000.00,USD,Hill,Main,ICU,RN,agency,Crest,2025-04-01`,
        ),
      ),
      'invoices.csv': csv(
        INVOICES,
        ...['01,2025-04-07', '08,2025-04-14', '15,2025-04-21', '22,2025-04-28'].flatMap((days, week) =>
          bills(`2025-04-${days}`).map((text) => text.replace('I,', `I${week},`)),
        ),
      ),
    });
    expect(await byMonth('month', 'productive_hours')).toEqual([5 * 160]);
    expect(await byMonth('month', 'labor_cost')).toEqual([5 * 4 * 490_000]);
  });

  it('counts as one row over several months where no timesheet was found for it', async () => {
    const text = (worker: string, line: number) =>
      `I,${line},Crest,${worker},agency,2025-03-24,2025-05-04,42,4200.00,USD,final,Hill,Main,ICU,RN`;
    await workspaceOf('alone', { 'invoices.csv': csv(INVOICES, text('X1', 1), text('', 2)) });
    const rows = async (...words: string[]) =>
      (await figure('alone', 'productive_hours', ...words)).map((one: { rows: number }) => one.rows);
    expect(await rows('--grain', 'month')).toEqual([2, 2, 2]);
    expect(await rows('--grain', 'quarter')).toEqual([2, 2]);
    expect(await rows()).toEqual([2]);
    const { json } = await runCommand(
      folder,
      'rows',
      '--in',
      'alone.muster',
      '--metric',
      'productive_hours',
      '--from',
      '2025-04',
    );
    expect(json).toMatchObject({
      total: 2,
      rows: [
        { hours: 42, cost: 420_000 },
        { period_start: '2025-03-24', work_date: '2025-05-04' },
      ],
    });
  });
});

describe('invoice lines without a line number', () => {
  const PLAIN = 'invoice_id,supplier,work_date,hours,amount,currency,status';
  const first = csv(
    PLAIN,
    'I1,Crest,2025-03-03,8,800.00,USD,final',
    'I1,Crest,2025-03-03,8,800.00,USD,final',
    'I1,Crest,2025-03-04,8,900.00,USD,final',
    'I2,Crest,2025-03-04,4,400.00,USD,final',
  );

  it('are lines of their own, also when two of them are equal, which is said', async () => {
    const path = writeInto(folder, 'plain.csv', first);
    const { json } = await runCommand(folder, 'import', path, '--into', 'plain.muster');
    expect(json.files).toMatchObject([
      { rows_read: 4, accepted: 4, duplicates: 0, restated: 0, warnings: [{ code: 'repeated_rows' }] },
    ]);
    // 800 + 800 + 900 + 400
    expect(await figure('plain', 'labor_cost')).toMatchObject([{ value: 290_000, rows: 4 }]);
  });

  it('are known again by their order within the invoice when they come in another extract', async () => {
    const changed = first.replace('03-04,8,900.00', '03-04,8,950.00').replace('I2,', 'I3,');
    const path = writeInto(folder, 'plain-again.csv', changed);
    const { json } = await runCommand(folder, 'import', path, '--into', 'plain.muster');
    expect(json.files).toMatchObject([{ rows_read: 4, accepted: 2, duplicates: 2, restated: 1 }]);
    // 800 + 800 + 950 + 400 + 400
    expect(await figure('plain', 'labor_cost')).toMatchObject([{ value: 335_000, rows: 5 }]);
  });

  it('come back when the extract that had brought them first is undone', async () => {
    expect((await runCommand(folder, 'undo', '--in', 'plain.muster', '--batch', '1')).json).toEqual({
      batch: 1,
      rows: 4,
      readmitted: 2,
    });
    // 800 + 800 + 950 + 400
    expect(await figure('plain', 'labor_cost')).toMatchObject([{ value: 295_000, rows: 4 }]);
  });
});
