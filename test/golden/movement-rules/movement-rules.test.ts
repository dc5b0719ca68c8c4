import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../../main/contract/figure.ts';
import { runCommand } from '../../support/commands.ts';
import { testFolder } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const here = (file: string) => `${import.meta.dirname}/${file}`;
const folder = testFolder();
const YEAR = ['--from', '2025-01', '--to', '2025-12'];
const HALF = ['--from', '2025-07', '--to', '2025-12'];

async function figures(metric: string, ...words: string[]): Promise<Figure[]> {
  return (await runCommand(folder, 'metrics', '--in', 'w.muster', '--metric', metric, ...words)).json.metrics;
}

async function values(metric: string, ...words: string[]): Promise<Record<string, number | null>> {
  return Object.fromEntries((await figures(metric, ...words)).map(({ variant, value }) => [variant ?? '', value]));
}

async function workersUnder(metric: string, ...words: string[]): Promise<string[]> {
  const { json } = await runCommand(folder, 'rows', '--in', 'w.muster', '--metric', metric, ...words);
  return json.rows.map((row: { worker_id: string }) => row.worker_id);
}

describe('the golden case of the movement rules', () => {
  beforeAll(async () => {
    const files = ['roster.csv', 'assignments.csv', 'entities.csv', 'labor.csv'].map(here);
    expect((await runCommand(folder, 'import', ...files, '--into', 'w.muster')).exitCode).toBe(0);
  });

  it('counts turnover of the year and of its second half in both forms', async () => {
    const year = 4 / (2414 / 365);
    const quarter = year / 4;
    const kinds = { voluntary: quarter, involuntary: quarter, other: quarter, unclassified: quarter };
    for (const metric of ['turnover', 'turnover_annualized']) {
      const found = await values(metric, ...YEAR);
      for (const [kind, value] of Object.entries({ all: year, ...kinds })) expect(found[kind]).toBeCloseTo(value, 12);
    }
    expect((await values('turnover', ...HALF))['all']).toBeCloseTo(2 / (1455 / 184), 12);
    expect((await values('turnover_annualized', ...HALF))['all']).toBeCloseTo(2 / (1455 / 365), 12);
  });

  it('does not call a kind of leaving zero where no reason of those who left is mapped', async () => {
    const november = ['--from', '2025-11', '--to', '2025-11'];
    for (const [metric, value] of [['turnover', 1 / 8] as const, ['turnover_annualized', 365 / 240] as const]) {
      const found = await figures(metric, ...november);
      expect(found.map((one) => [one.variant, one.value, one.absence])).toEqual([
        ['all', expect.closeTo(value, 12), null],
        ...['voluntary', 'involuntary', 'other'].map((kind) => [kind, null, 'not_measured']),
        ['unclassified', expect.closeTo(value, 12), null],
      ]);
      expect(found[1].note).toBe('no reason of leaving is given or mapped');
    }
  });

  it('counts heads at month ends, one a person, and nobody who is a program', async () => {
    expect(await values('headcount', ...YEAR)).toEqual({ all: 8, employees: 7 });
    expect(await values('headcount', '--from', '2025-03', '--to', '2025-03')).toEqual({ all: 8, employees: 6 });
    const byEntity = await figures('headcount', ...YEAR, '--by', 'entity');
    expect(byEntity.filter(({ variant }) => variant === 'all').map(({ by, value }) => [by['entity'], value])).toEqual([
      ['Glen', 1],
      ['Hill', 6],
      ['Vale', 1],
    ]);
  });

  it('counts hires, rehires and conversions, and shows who was acquired', async () => {
    expect(await values('hires', ...YEAR)).toEqual({ all: 3, hire: 1, rehire: 1, conversion: 1 });
    expect((await figures('hires', ...YEAR))[0].exclusions).toEqual([
      { reason: 'acquired, not hired', rows: 1, hours: 0, cost: 0 },
    ]);
  });

  it('gives retention, stability, first-year leavers and tenure as derived', async () => {
    expect(await values('retention_rate', ...YEAR)).toEqual({ '': 4 / 7 });
    expect(await values('stability_index', ...YEAR)).toEqual({ '': 4 / 7 });
    expect(await values('first_year_turnover', ...YEAR)).toEqual({ survival: null, leavers: 0.25 });
    expect(await values('tenure_mix', ...YEAR)).toEqual({
      under_1_year: 2 / 7,
      '1_to_2_years': 0,
      '2_to_5_years': 1 / 7,
      '5_to_10_years': 4 / 7,
      '10_years_or_more': 0,
    });
  });

  it('says what is provisional, unclassified and left out beside the figure', async () => {
    const [all] = await figures('turnover', ...YEAR);
    expect(all.note).toBe('2 of the last 90 days are provisional: a rehire may bridge them; 1 unclassified');
    expect(all.exclusions).toEqual([
      { reason: 'per diem workers are out of headline turnover', rows: 1, hours: 0, cost: 0 },
    ]);
  });

  it('leads to the rows of those who left', async () => {
    expect(await workersUnder('separations', ...YEAR)).toEqual(['B', 'E', 'F', 'L']);
    expect(await workersUnder('separations', ...YEAR, '--variant', 'other')).toEqual(['F']);
    expect(await workersUnder('headcount', ...YEAR, '--where', 'entity=Hill')).toEqual(['A', 'D', 'E', 'I', 'K', 'M']);
    expect(await workersUnder('headcount', '--month', '2025-03', '--where', 'worker_class=external')).toEqual(['M', 'K']);
  });

  it('hides entities so that no subtraction gives the two small ones away', async () => {
    const byEntity = await figures('turnover', ...YEAR, '--by', 'entity');
    expect(byEntity.every(({ suppressed, value, rows }) => suppressed && value === null && rows === null)).toBe(true);
    // That no reason is mapped would tell that somebody left.
    const november = await figures('turnover', '--from', '2025-11', '--to', '2025-11', '--by', 'entity');
    expect(november.every(({ suppressed, note }) => suppressed && note === null)).toBe(true);
  });
});
