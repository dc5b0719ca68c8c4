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

  it('is one row of every month, quarter and year that it lies in, and is shown as it stands in the extract', async () => {
    const rowsBy = async (grain: string) =>
      (
        await runCommand(
          folder,
          'metrics',
          '--in',
          'split.muster',
          '--metric',
          'productive_hours',
          '--metric',
          'agency_premium',
          '--grain',
          grain,
        )
      ).json.metrics.map(({ period, rows }: { period: string; rows: number }) => `${period} ${rows}`);
    expect((await rowsBy('month')).slice(0, 3)).toEqual(['2025-01 5', '2025-02 5', '2025-03 5']);
    expect(await rowsBy('all')).toEqual(['all 5', 'all 5', 'all 5', 'all 5']);
    for (const month of ['2025-01', '2025-02', '2025-03']) {
      const { json } = await runCommand(
        folder,
        'rows',
        '--in',
        'split.muster',
        '--metric',
        'productive_hours',
        '--month',
        month,
      );
      expect(json.total).toBe(5);
      expect(json.rows[0]).toMatchObject({
        line: 2,
        period_start: '2025-01-27',
        work_date: '2025-03-09',
        hours: 84,
        cost: 100_001,
      });
    }
  });

  it('covers its days: full-time equivalents are those of the whole period', async () => {
    await take('fte.muster', 'a.csv', line('2025-02-03', '2025-02-16', 80, '1000.00', 'employee_full_time,'));
    const { json } = await runCommand(folder, 'metrics', '--in', 'fte.muster', '--metric', 'fte');
    // 80 h in 14 days against 2,080 h in 365
    expect(json.metrics[0].value).toBeCloseTo(80 / ((2_080 * 14) / 365), 12);
    expect((await runCommand(folder, 'batches', '--in', 'fte.muster')).json.batches).toMatchObject([
      { first_day: '2025-02-03', last_day: '2025-02-16' },
    ]);
  });

  it('is known by its last day, so that it replaces no line of a day on which a month ends', async () => {
    await take('ends.muster', 'a.csv', line('2025-01-31', '2025-01-31', 8, '100.00'));
    expect(await take('ends.muster', 'b.csv', line('2025-01-25', '2025-02-07', 70, '900.00'))).toMatchObject({
      accepted: 1,
      duplicates: 0,
      restated: 0,
    });
    // 8 h, and 7 of the 14 days of the other line
    expect(await months('ends.muster', 'productive_hours')).toEqual([
      ['2025-01', 8 + 35],
      ['2025-02', 35],
    ]);
    expect(await take('ends.muster', 'c.csv', line('2025-02-01', '2025-02-07', 70, '900.00'))).toMatchObject({
      accepted: 1,
      restated: 1,
    });
    expect(await months('ends.muster', 'productive_hours')).toEqual([
      ['2025-01', 8],
      ['2025-02', 70],
    ]);
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
