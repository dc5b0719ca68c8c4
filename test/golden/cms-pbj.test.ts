import { beforeAll, describe, expect, it } from 'vitest';
import { sampleJson, sampleRows } from '../samples/sample-files.ts';
import { runCommand, SAMPLES_FOLDER } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

type Share = { hours: number; contract_hours: number; contract_share: number | null };
type PerDay = { hours: number; census: number; value: number };
type Truth = {
  file: string; rows: number; rows_at_unknown_site: number; all_roles: Share; direct_care: Share;
  by_month: Record<string, Share>; by_role: Record<string, Share>; by_state: Record<string, Share>; facilities: Record<string, Share & { rows: number }>;
  hours_per_resident_day: { all_roles: PerDay; direct_care: PerDay };
};
type Figure = { metric: string; variant: string; by: Record<string, string>; period: string; numerator: number; denominator: number; value: number | null; rows: number; absence: string | null; missing: string[]; suppressed: boolean };

const folder = testFolder();
const truths = sampleJson<Truth[]>('cms-pbj/truths.json');
const SAMPLE = 'pbj_sample.csv.gz';
const pathOf = (file: string) => `${SAMPLES_FOLDER}/cms-pbj/${file}`;

async function figures(file: string, metric: string, ...words: string[]): Promise<Figure[]> {
  return (await runCommand(folder, 'metrics', '--in', `${file}.muster`, '--metric', metric, ...words)).json.metrics;
}

function expectShare(figure: Figure | undefined, share: Share, name: string): void {
  expect(Math.abs(figure!.numerator - share.contract_hours), name).toBeLessThan(1e-9);
  expect(Math.abs(figure!.denominator - share.hours), name).toBeLessThan(1e-9);
  if (share.contract_share === null) expect(figure!.value, name).toBeNull();
  else expect(Math.abs(figure!.value! - share.contract_share), name).toBeLessThan(1e-9);
}

describe.each(truths)('the Payroll-Based Journal in $file', (truth) => {
  const { file } = truth;
  const shares = async (...words: string[]) => (await figures(file, 'external_share_hours', ...words)).filter(({ variant }) => variant === 'all');

  beforeAll(async () => {
    const { json } = await runCommand(folder, 'import', pathOf(file), '--into', `${file}.muster`);
    expect(json.files).toMatchObject([{ kind: 'staffing', profile: 'cms_pbj', rows_read: truth.rows, accepted: truth.rows, quarantined: 0, duplicates: 0 }]);
  });

  it('has the contract share of all roles and of direct care', async () => {
    const [all, direct] = await figures(file, 'external_share_hours');
    expectShare(all, truth.all_roles, 'all roles');
    expectShare(direct, truth.direct_care, 'direct care');
    expect(all.rows).toBe(truth.rows);
  });

  it.each([['by_month', 'month'], ['by_role', 'job'], ['by_state', 'state'], ['facilities', 'site']] as const)('has the contract share %s', async (group, dimension) => {
    const found = await (dimension === 'month' ? shares('--grain', 'month') : shares('--by', dimension));
    for (const [code, share] of Object.entries(truth[group])) {
      if (share.hours === 0) continue;
      expectShare(found.find(({ by, period }) => (dimension === 'month' ? period : by[dimension]) === code), share, `${group} ${code}`);
    }
    for (const [site, { rows }] of Object.entries(group === 'facilities' ? truth.facilities : {})) expect(found.find(({ by }) => by['site'] === site)!.rows).toBe(rows);
  });

  it('has the hours per resident day, with the census of a site-day counted once', async () => {
    for (const { variant, numerator, denominator, value } of await figures(file, 'hours_per_unit')) {
      const perDay = truth.hours_per_resident_day[variant === 'all' ? 'all_roles' : 'direct_care'];
      expect(Math.abs(denominator - perDay.census), variant).toBeLessThan(1e-9);
      expect(Math.abs(value! - perDay.value), variant).toBeLessThan(1e-9);
      expect(numerator, variant).toBeLessThanOrEqual(perDay.hours);
    }
  });

  it('never filters the census by job or class: the roles add up to all', async () => {
    const byJob = (await figures(file, 'hours_per_unit', '--by', 'job')).filter(({ variant }) => variant === 'all');
    expect(new Set(byJob.map(({ denominator }) => denominator))).toEqual(new Set([truth.hours_per_resident_day.all_roles.census]));
    expect(byJob.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(truth.hours_per_resident_day.all_roles.value, 9);
    const own = await figures(file, 'hours_per_unit', '--where', 'worker_class=internal');
    expect(own[0].denominator).toBe(truth.hours_per_resident_day.all_roles.census);
  });

  it('ties to the file: every hour column and the census, added up as decimals', async () => {
    const [header, ...rows] = sampleRows(`cms-pbj/${file}`);
    const hundredths = (name: string) => rows.reduce((sum, row) => sum + Math.round(Number(row[header.indexOf(name)] || 0) * 100), 0) / 100;
    for (const [metric, ending] of [['external', '_ctr'], ['internal', '_emp']]) {
      const byJob = await figures(file, 'productive_hours', '--by', 'job', '--where', `worker_class=${metric}`);
      for (const { by, value } of byJob) expect(value, by['job']).toBeCloseTo(hundredths(`Hrs_${by['job']}${ending}`), 9);
    }
    expect((await figures(file, 'productive_hours'))[0].value).toBeCloseTo(truth.all_roles.hours, 9);
  });

  it('names the rows that a figure of cost leaves out, which are all there are', async () => {
    const { json } = await runCommand(folder, 'metrics', '--in', `${file}.muster`, '--metric', 'external_share_cost');
    expect(json.metrics[0].exclusions).toMatchObject([{ reason: 'aggregate hours without cost', rows: truth.rows }]);
  });

  it('holds no persons: nothing is hidden, and what needs workers says so', async () => {
    for (const metric of ['external_share_cost', 'agency_premium', 'overtime_share', 'productive_share', 'labor_cost', 'overtime_premium']) {
      const [figure] = await figures(file, metric);
      expect(figure, metric).toMatchObject({ value: null, absence: 'not_measured', missing: ['labor'], suppressed: false });
    }
    for (const figure of await shares('--by', 'site', '--grain', 'month')) expect(figure.suppressed).toBe(false);
  });
});

describe('provider numbers that a spreadsheet damaged', () => {
  const unknown = truths.find(({ file }) => file === SAMPLE)!.rows_at_unknown_site;

  it('are kept at site "unknown", with a warning', async () => {
    const { json } = await runCommand(folder, 'import', pathOf(SAMPLE), '--into', 'unknown.muster');
    expect(json.files[0].warnings).toMatchObject([{ code: 'unknown_site', message: expect.stringContaining(`${unknown} rows`) }]);
    const found = (await runCommand(folder, 'metrics', '--in', 'unknown.muster', '--metric', 'external_share_hours', '--where', 'site=unknown')).json.metrics;
    expect(found[0].rows).toBe(unknown);
  });

  it('match nothing when the rows come again in another file, while all others do', async () => {
    const again = writeInto(folder, 'again.csv', csv(...sampleRows(`cms-pbj/${SAMPLE}`).map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)))));
    const { json } = await runCommand(folder, 'import', again, '--into', 'unknown.muster');
    expect(json.files).toMatchObject([{ rows_read: 1500, accepted: unknown, duplicates: 1500 - unknown, quarantined: 0, restated: 0 }]);
    expect((await runCommand(folder, 'check', '--in', 'unknown.muster')).json).toEqual({ ok: true, findings: [] });
  });

  it('change nothing when the same file comes again, under whatever name', async () => {
    const { json } = await runCommand(folder, 'import', pathOf(SAMPLE), '--into', 'unknown.muster');
    expect(json.files).toMatchObject([{ rows_read: 1500, accepted: 0, duplicates: 1500, quarantined: 0, batch: null, warnings: [{ code: 'already_imported' }] }]);
  });
});
