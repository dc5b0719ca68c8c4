import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const HEADER = 'worker_id,period_start,work_date,pay_code,hours,cost,currency,site,unit,job_code,worker_type';
const worker = (
  id: string,
  unit: string,
  code: string,
  hours: number | '',
  dollars: number | '',
  month = '03',
  type = 'employee_full_time',
) => `${id},2025-${month}-01,2025-${month}-28,${code},${hours},${dollars},USD,Main,${unit},RN,${type}`;
/** Four more with overtime at their own rate, so that nobody is hidden and nothing is added. */
const others = (unit: string) =>
  ['B', 'C', 'D', 'E', 'F'].flatMap((id) => [
    worker(`${id}${unit}`, unit, 'regular', 100, 4000),
    worker(`${id}${unit}`, unit, 'overtime', 10, 400),
  ]);

async function premium(name: string, lines: string[], ...words: string[]) {
  await runCommand(
    folder,
    'import',
    writeInto(folder, `${name}.csv`, csv(HEADER, ...lines)),
    '--into',
    `${name}.muster`,
  );
  return (await runCommand(folder, 'metrics', '--in', `${name}.muster`, '--metric', 'overtime_premium', ...words)).json
    .metrics;
}

describe('the premium of overtime', () => {
  it('is held against each worker’s own rate: half of the line would be too much', async () => {
    const lines = [
      worker('A', 'ICU', 'regular', 100, 5000),
      worker('A', 'ICU', 'overtime', 10, 750),
      worker('Z', 'ICU', 'regular', 100, 2000),
      worker('Z', 'ICU', 'overtime', 40, 1200),
    ];
    // A: 750 − 10 × 50 = 250; Z: 1,200 − 40 × 20 = 400; at the mean rate of 35 it would be 200
    expect(await premium('own', [...lines, ...others('ICU')])).toMatchObject([{ value: 65_000 }]);
  });

  it('takes the rate of the month, over all units and jobs of the worker', async () => {
    const lines = [
      worker('A', 'ED', 'regular', 50, 2000),
      worker('A', 'ICU', 'regular', 50, 3000),
      worker('A', 'ICU', 'overtime', 10, 750),
      worker('A', 'ICU', 'regular', 100, 9000, '04'),
      worker('A', 'ICU', 'overtime', 10, 900, '04'),
    ];
    expect(
      await premium(
        'month',
        [...lines, ...others('ICU')],
        '--where',
        'unit=ICU',
        '--from',
        '2025-03',
        '--to',
        '2025-03',
      ),
    ).toMatchObject([{ value: 25_000 }]);
  });

  it('counts a line of premium alone in full, and lines of hours and premium together once', async () => {
    const lines = [
      worker('A', 'ICU', 'regular', 100, 5000),
      worker('A', 'ICU', 'overtime', 10, 500),
      worker('A', 'ICU', 'overtime', '', 250),
    ];
    expect(await premium('alone', [...lines, ...others('ICU')])).toMatchObject([{ value: 25_000 }]);
  });

  it('leaves out workers without regular hours, says so, and keeps the others', async () => {
    const lines = [
      worker('A', 'ICU', 'overtime', 50, 9999),
      worker('Z', 'ICU', 'regular', 100, 2000),
      worker('Z', 'ICU', 'overtime', 40, 1200),
    ];
    expect(await premium('unrated', [...lines, ...others('ICU')])).toMatchObject([
      { value: 40_000, note: expect.stringMatching(/35\.7% of overtime hours/) },
    ]);
  });

  it('is nobody’s who is not on own payroll', async () => {
    const lines = [
      worker('A', 'ICU', 'regular', 100, 5000, '03', 'agency'),
      worker('A', 'ICU', 'overtime', 10, 2000, '03', 'agency'),
    ];
    expect(await premium('agency', [...lines, ...others('ICU')])).toMatchObject([{ value: 0 }]);
  });

  it('adds up over units', async () => {
    const lines = [
      worker('A', 'ICU', 'regular', 100, 5000),
      worker('A', 'ICU', 'overtime', 10, 750),
      worker('A', 'ED', 'overtime', 4, 260),
    ];
    const byUnit = await premium('units', [...lines, ...others('ICU'), ...others('ED')], '--by', 'unit');
    expect(byUnit.map((one: { by: { unit: string }; value: number }) => [one.by.unit, one.value])).toEqual([
      ['ED', 6_000],
      ['ICU', 25_000],
    ]);
  });
});
