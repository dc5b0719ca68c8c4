import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const HEADER = 'worker_id,period_start,work_date,pay_code,hours,cost,currency,site,job_code,worker_type,is_correction';
const line = (start: string, end: string, hours: number, cost: string, extra = 'agency,') =>
  `W1,${start},${end},regular,${hours},${cost},USD,Main,RN,${extra}`;

async function take(workspace: string, name: string, ...rows: string[]) {
  return (
    await runCommand(
      folder,
      'import',
      writeInto(folder, `${workspace}-${name}`, csv(HEADER, ...rows)),
      '--into',
      workspace,
    )
  ).json.files[0];
}

async function months(workspace: string, metric: string): Promise<[period: string, value: number][]> {
  const { json } = await runCommand(
    folder,
    'metrics',
    '--in',
    workspace,
    '--metric',
    metric,
    '--grain',
    'month',
    '--where',
    'worker_class=external',
  );
  return json.metrics.map(({ period, numerator }: { period: string; numerator: number }) => [period, numerator]);
}

const many = (start: string, end: string, hours: number, cost: string) =>
  [1, 2, 3, 4, 5].map((i) => line(start, end, hours, cost).replace('W1', `W${i}`));

describe('a labour line that covers several days', () => {
  it('is laid over the months of its days, hours and cents, and nothing is lost', async () => {
    // 27 January to 9 March 2025: 5, 28 and 9 of 42 days
    await take('split.muster', 'a.csv', ...many('2025-01-27', '2025-03-09', 84, '1000.01'));
    expect(await months('split.muster', 'productive_hours')).toEqual([
      ['2025-01', 50],
      ['2025-02', 280],
      ['2025-03', 90],
    ]);
    const cents = await months('split.muster', 'labor_cost');
    expect(cents.reduce((sum, [, value]) => sum + value, 0)).toBe(500_005);
    // 100,001 × 5/42 = 11,904.9…; of the rest 88,096 × 28/37 = 66,667.2…
    expect(cents).toEqual([
      ['2025-01', 5 * 11_905],
      ['2025-02', 5 * 66_667],
      ['2025-03', 5 * 21_429],
    ]);
  });

  it('counts as one row, in the month in which it begins', async () => {
    const { json } = await runCommand(folder, 'metrics', '--in', 'split.muster', '--metric', 'productive_hours');
    expect(json.metrics[0].rows).toBe(5);
    expect((await runCommand(folder, 'rows', '--in', 'split.muster', '--metric', 'productive_hours')).json.total).toBe(
      5,
    );
  });

  it('is a duplicate as a whole when it comes again', async () => {
    expect(
      await take(
        'split.muster',
        'b.csv',
        ...many('2025-01-27', '2025-03-09', 84, '1000.01'),
        line('2025-03-10', '2025-03-16', 20, '300.00'),
      ),
    ).toMatchObject({ rows_read: 6, accepted: 1, duplicates: 5, restated: 0 });
  });

  it('is restated as a whole, once, by other hours or money', async () => {
    expect(await take('split.muster', 'c.csv', ...many('2025-01-27', '2025-03-09', 42, '1000.01'))).toMatchObject({
      rows_read: 5,
      accepted: 5,
      duplicates: 0,
      restated: 5,
    });
    expect(await months('split.muster', 'productive_hours')).toEqual([
      ['2025-01', 25],
      ['2025-02', 140],
      ['2025-03', 45 + 20],
    ]);
  });

  it('is readmitted as a whole when the first extract is undone', async () => {
    await take('undo.muster', 'a.csv', ...many('2025-01-27', '2025-02-09', 28, '1400.00'));
    await take(
      'undo.muster',
      'b.csv',
      ...many('2025-01-27', '2025-02-09', 28, '1400.00'),
      line('2025-03-10', '2025-03-16', 20, '300.00'),
    );
    expect((await runCommand(folder, 'undo', '--in', 'undo.muster', '--batch', '1')).json).toEqual({
      batch: 1,
      rows: 5,
      readmitted: 5,
    });
    expect(await months('undo.muster', 'productive_hours')).toEqual([
      ['2025-01', 50],
      ['2025-02', 90],
      ['2025-03', 20],
    ]);
    expect((await runCommand(folder, 'check', '--in', 'undo.muster')).json).toEqual({ ok: true, findings: [] });
  });

  it('is rejected when it ends before it begins, is longer than two months, or has more hours than its days', async () => {
    const found = await take(
      'bad.muster',
      'a.csv',
      line('2025-02-02', '2025-02-01', 8, '1.00'),
      line('2025-01-01', '2025-03-10', 8, '1.00'),
      line('2025-02-01', '2025-02-02', 49, '1.00'),
      line('2025-02-01', '2025-02-02', 48, '1.00'),
    );
    expect(found).toMatchObject({ accepted: 1, quarantined: 3, reasons: { out_of_range: 3 } });
  });

  it('may be negative only where it is a correction', async () => {
    const found = await take(
      'negative.muster',
      'a.csv',
      line('', '2025-02-02', -8, '-80.00'),
      line('', '2025-02-02', -8, '-80.00', 'agency,true'),
    );
    expect(found).toMatchObject({ accepted: 1, quarantined: 1, reasons: { out_of_range: 1 } });
  });
});
