import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const HEADER = 'worker_id,entity,unit,worker_type,hire_date,term_date,term_reason,observed_from,observed_to,shift';
const row = (worker: string, unit: string, type: string, hired: string, left = '', reason = '', shift = 'day') =>
  `${worker},Hill,${unit},${type},${hired},${left},${reason},2025-01-01,2025-12-31,${shift}`;

/**
 * Days since hire (entry, exit] by hand, observed in 2025: A (0, 100] left, B (0, 200] left, C (306, 671] stays,
 * D (61, 150] left, P per diem, T agency.
 */
const roster = csv(
  HEADER,
  row('A', 'ICU', 'employee_full_time', '2025-01-01', '2025-04-10', 'Resigned'),
  row('B', 'ED', 'employee_part_time', '2025-01-01', '2025-07-19', 'Dismissed', 'night'),
  row('C', 'ICU', 'employee_full_time', '2024-03-01'),
  row('D', 'ED', 'employee_full_time', '2024-11-01', '2025-03-30', 'Resigned'),
  row('P', 'ED', 'per_diem', '2025-01-01', '2025-02-01', 'Resigned'),
  row('T', 'ED', 'agency', '2025-02-03', '2025-05-04', 'Assignment ended'),
);

async function survival(...words: string[]) {
  writeInto(folder, 'roster.csv', roster);
  await runCommand(folder, 'import', 'roster.csv', '--into', 'w.muster');
  return (await runCommand(folder, 'survival', '--in', 'w.muster', ...words)).json;
}

describe('muster survival over a roster', () => {
  it('follows employees from their hire, those hired before 2025 from its first day', async () => {
    const { curves, logrank } = await survival();
    expect(logrank).toBeNull();
    expect(curves).toHaveLength(1);
    const [{ by, n, events, censored, unit, points }] = curves;
    expect({ by, n, events, censored, unit }).toEqual({ by: {}, n: 4, events: 3, censored: 1, unit: 'days' });
    // At 100 A, B and D are there: 2/3. At 150 B and D: 1/3. At 200 B alone: 0. C enters at 306.
    expect(points.map((point: Record<string, number>) => [point['time'], point['at_risk'], point['events']])).toEqual([
      [100, 3, 1],
      [150, 2, 1],
      [200, 1, 1],
      [671, 1, 0],
    ]);
    expect(points[0].survival).toBeCloseTo(2 / 3, 12);
    expect(points[1].survival).toBeCloseTo(1 / 3, 12);
  });

  it('splits by any dimension of people, and shows contracts only when they are asked for', async () => {
    const byShift = (await survival('--by', 'shift')).curves;
    expect(byShift.map(({ by, n }: { by: object; n: number }) => [by, n])).toEqual([
      [{ shift: 'day' }, 3],
      [{ shift: 'night' }, 1],
    ]);
    const external = (await survival('--where', 'worker_class=external')).curves[0];
    expect([external.n, external.points[0].time]).toEqual([1, 91]);
    expect((await survival('--where', 'worker_type=per_diem')).curves[0].n).toBe(1);
  });

  it('refuses a dimension that people do not have, by name', async () => {
    await expect(survival('--by', 'pay_code')).rejects.toThrow(/"pay_code" is not a dimension of people; they have/);
  });
});
