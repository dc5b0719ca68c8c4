import { beforeAll, describe, expect, it } from 'vitest';
import { formatIsoDay, lastDayOfMonth, parseIsoMonth } from '../../main/model/civil-day.ts';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const WORKERS = ['A', 'B', 'C', 'D', 'E', 'F'];
/** January 2025 to June 2026; from January 2026 the six agency workers of Main cost 60 dollars an hour, not 80. */
const MONTHS = Array.from(
  { length: 18 },
  (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);

const lastDayOf = (month: string) => formatIsoDay(lastDayOfMonth(parseIsoMonth(month)!));

beforeAll(async () => {
  const lines = MONTHS.flatMap((month) =>
    ['Main', 'North'].flatMap((site) =>
      WORKERS.map((worker) => {
        const rate = site === 'Main' && month >= '2026-01' ? 60 : 80;
        return `${site}${worker},${lastDayOf(month)},regular,10,${rate * 10}.00,USD,${site},RN,agency`;
      }),
    ),
  );
  const header = 'worker_id,work_date,pay_code,hours,cost,currency,site,job_code,worker_type';
  await runCommand(folder, 'import', writeInto(folder, 'labor.csv', csv(header, ...lines)), '--into', 'w.muster');
});

const ledger = async (...words: string[]) => (await runCommand(folder, 'synergies', '--in', 'w.muster', ...words)).json;
const enter = (title: string, ...words: string[]) =>
  ledger('--title', title, '--owner', 'CNO', '--from', '2026-01', '--metric', 'labor_cost', ...words);

describe('the synergy ledger', () => {
  it('measures what was realised from the metric, against the same months a year before', async () => {
    const { synergies } = await enter(
      'Renegotiate',
      '--planned',
      '20000',
      '--one-off',
      '500.50',
      '--where',
      'site=Main',
    );
    expect(synergies).toMatchObject([
      {
        id: 1,
        planned: 2_000_000,
        one_off: 50_050,
        months: 6,
        // 6 months × 6 workers × 10 h × 20 dollars.
        realised: 720_000,
        in_year: 720_000,
        run_rate: 1_440_000,
        signal: true,
        absence: null,
        overlaps: [],
      },
    ]);
  });

  it('says where a saving is noise: nothing fell at North', async () => {
    const { synergies } = await enter('Nothing', '--planned', '100', '--where', 'site=North');
    expect(synergies[1]).toMatchObject({ realised: 0, signal: false, overlaps: [] });
  });

  it('finds entries that count the same saving, and counts it once in the total', async () => {
    const { synergies, total } = await enter('Everywhere', '--planned', '30000', '--where', 'job=RN');
    expect(synergies.map(({ overlaps }: { overlaps: number[] }) => overlaps)).toEqual([[3], [3], [1, 2]]);
    expect(total).toMatchObject({ planned: 3_000_000, one_off: 50_050, realised: 720_000, currency: 'USD' });
    // The widest entry stands for the others: what it shows counts, not the best of each.
    expect(total.run_rate).toBe(1_440_000);
  });

  it('does not measure what has not begun, or has no year before it', async () => {
    const words = ['--planned', '1', '--owner', 'CFO', '--metric', 'productive_hours', '--title', 'Hours'];
    await ledger(...words, '--from', '2027-01');
    const { synergies } = await ledger(...words, '--from', '2025-03', '--where', 'site=nowhere');
    expect(synergies.slice(3)).toMatchObject([
      { absence: 'not_yet', realised: null, run_rate: null, unit: 'hours', currency: null },
      { absence: 'no_year_before', realised: null },
    ]);
  });

  it('counts nothing measured as absent and not as zero, and adds what every entry costs once', async () => {
    const { json } = await runCommand(folder, 'import', `${folder}/labor.csv`, '--into', 'new.muster');
    expect(json.files).toHaveLength(1);
    const words = ['--owner', 'O', '--planned', '100', '--from', '2027-01'];
    const enterNew = async (...more: string[]) =>
      (await runCommand(folder, 'synergies', '--in', 'new.muster', ...words, ...more)).json.total;
    await enterNew('--title', 'Later', '--metric', 'labor_cost', '--one-off', '10');
    const total = await enterNew('--title', 'Hours', '--metric', 'productive_hours', '--one-off', '5');
    expect(total).toEqual({
      planned: 10_000,
      one_off: 1_500,
      realised: null,
      in_year: null,
      run_rate: null,
      currency: 'USD',
    });
  });

  it('leaves out a month that the extracts do not cover to its end, which would look like a saving', async () => {
    const lines = MONTHS.map((month) => (month === '2026-06' ? '2026-06-10' : lastDayOf(month))).flatMap((day) =>
      WORKERS.map((worker) => `${worker},${day},regular,${day === '2026-06-10' ? 1 : 10},Main,RN,agency`),
    );
    const header = 'worker_id,work_date,pay_code,hours,site,job_code,worker_type';
    await runCommand(folder, 'import', writeInto(folder, 'cut.csv', csv(header, ...lines)), '--into', 'cut.muster');
    const words = [
      '--title',
      'T',
      '--owner',
      'O',
      '--planned',
      '1',
      '--from',
      '2026-01',
      '--metric',
      'productive_hours',
    ];
    const { json } = await runCommand(folder, 'synergies', '--in', 'cut.muster', ...words);
    expect(json.synergies[0]).toMatchObject({ months: 5, realised: 0 });
  });

  it('amends an entry under its number, and none that is not there', async () => {
    const words = ['--title', 'Hours of Main', '--owner', 'COO', '--planned', '10', '--from', '2026-01'];
    const bound = ['--metric', 'productive_hours', '--where', 'site=Main'];
    const { synergies } = await ledger('--amend', '4', ...words, ...bound);
    expect(synergies.map(({ id }: { id: number }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(synergies[3]).toMatchObject({ title: 'Hours of Main', planned: 10, unit: 'hours', realised: 0 });
    await expect(ledger('--amend', '9', ...words, ...bound)).rejects.toMatchObject({ code: 'unknown_synergy' });
    await expect(ledger('--amend', '4', '--strike', '4')).rejects.toThrow('--strike');
  });

  it('strikes an entry out, and knows no other number', async () => {
    const { synergies } = await ledger('--strike', '3');
    expect(synergies.map(({ id }: { id: number }) => id)).toEqual([1, 2, 4, 5]);
    await expect(ledger('--strike', '3')).rejects.toMatchObject({ code: 'unknown_synergy' });
  });

  it.each([
    [/adds up over months/, ['--metric', 'external_share_hours', '--planned', '1']],
    [/not a metric/, ['--metric', 'joy', '--planned', '1']],
    [/not a dimension/, ['--metric', 'labor_cost', '--planned', '1', '--where', 'moon=full']],
    [/title and an owner/, ['--metric', 'labor_cost', '--planned', '1', '--title', ' ']],
    [/--planned is missing/, ['--metric', 'labor_cost']],
  ])('refuses an entry with %s', async (message, words) => {
    const title = words.includes('--title') ? [] : ['--title', 'T'];
    await expect(ledger(...title, '--owner', 'O', '--from', '2026-01', ...words)).rejects.toThrow(message);
  });
});
