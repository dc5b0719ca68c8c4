import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { testFolder } from '../../support/folder.ts';
import expected from './expected.json';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const folder = testFolder();
const pvm = async (...words: string[]) => (await runCommand(folder, 'pvm', '--in', 'w.muster', '--from', '2025-01', '--to', '2025-02', ...words)).json;
const EFFECTS = ['volume', 'activity', 'substitution', 'other_mix', 'rate'] as const;
const sumOf = (parts: Record<string, number>, names: readonly string[]) => names.reduce((sum, name) => sum + parts[name], 0);

describe('the golden case of price, volume and mix', () => {
  beforeAll(async () => {
    const { json } = await runCommand(folder, 'import', `${import.meta.dirname}/labor.csv`, '--into', 'w.muster');
    expect(json.files).toMatchObject([{ accepted: 63, quarantined: 0 }]);
  });

  it('explains the change of cost as worked out by hand', async () => {
    const found = await pvm();
    expect(found).toMatchObject({ from: '2025-01', to: '2025-02', absence: null, missing: [], ...expected.all });
    expect(sumOf(found, [...EFFECTS, 'unpriced', 'non_productive'])).toBe(found.cost_after - found.cost_before);
  });

  it('lists every cell with its own effects, new and ended ones by name', async () => {
    const { cells } = await pvm();
    const nameOf = ({ by }: { by: Record<string, string> }) => `${by['job']} ${by['site']} ${by['worker_type']}`;
    const found = Object.fromEntries(cells.map((cell: { by: Record<string, string> }) => [nameOf(cell), cell]));
    expect(Object.keys(found)).toHaveLength(6);
    expect(found['LPN Main employee_full_time']).toMatchObject({ status: 'ended', volume: -100_000, activity: 25_000, rate: 0 });
    expect(found['RN North per_diem']).toMatchObject({ status: 'new', volume: 40_000, activity: 5_000, rate: 0 });
    expect(found['RN Main agency']).toMatchObject({ status: 'continued', hours_before: 25, hours_after: 50, substitution: 80_000, rate: 15_000, suppressed: false });
  });

  it.each(['site', 'worker_class'] as const)('adds up when it is sliced by %s', async (dimension) => {
    const found = await pvm('--by', dimension);
    expect(found).toMatchObject(expected.all);
    const slices = Object.fromEntries(found.cells.map((cell: { by: Record<string, string> }) => [cell.by[dimension], cell]));
    for (const [code, slice] of Object.entries(expected[dimension])) expect(slices[code], code).toMatchObject(slice);
    for (const effect of EFFECTS) expect(found.cells.reduce((sum: number, cell: Record<string, number>) => sum + cell[effect], 0), effect).toBe(expected.all[effect]);
  });

  it('follows a filter', async () => {
    expect(await pvm('--where', 'job=CNA')).toMatchObject({ cost_before: 100_000, cost_after: 123_000, volume: 20_000, substitution: 0, activity: 0, rate: 3_000, unpriced: 0 });
  });

  it('is nothing to explain where no extract has money', async () => {
    const none = await pvm('--where', 'site=nowhere');
    expect(none).toMatchObject({ absence: 'not_measured', missing: ['labor'], cost_before: null, volume: null, cells: [] });
  });
});
