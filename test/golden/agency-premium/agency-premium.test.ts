import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { testFolder } from '../../support/folder.ts';
import expected from './expected.json';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const here = (file: string) => `${import.meta.dirname}/${file}`;
const folder = testFolder();
const METRICS = ['agency_premium', 'premium_labor', 'overtime_premium', 'external_share_hours', 'external_share_cost', 'labor_cost'].flatMap((id) => ['--metric', id]);

type Figure = { metric: string; variant: string | null; by: Record<string, string>; period: string; numerator: number | null; denominator: number | null; value: number | null; rows: number | null; absence: string | null; suppressed: boolean; note: string | null };

async function figures(...words: string[]): Promise<Figure[]> {
  return (await runCommand(folder, 'metrics', '--in', 'w.muster', ...words)).json.metrics;
}

/** Compares every figure of a scope with what was worked out beside the program. */
function expectFigures(found: Figure[], scope: Record<string, { numerator: number; denominator: number | null; value: number } | null>): void {
  for (const [name, figure] of Object.entries(scope)) {
    const [metric, variant = null] = name.split(' ');
    const one = found.find((candidate) => candidate.metric === metric && candidate.variant === variant)!;
    if (figure === null) {
      expect(one, name).toMatchObject({ value: null, absence: 'no_base' });
      continue;
    }
    expect(Math.abs(one.value! / figure.value - 1), name).toBeLessThan(1e-9);
    // Money is printed in whole cents.
    expect(Math.abs(one.numerator! - figure.numerator), name).toBeLessThanOrEqual(0.5);
    if (figure.denominator === null) expect(one.denominator, name).toBeNull();
    else expect(Math.abs(one.denominator! - figure.denominator), name).toBeLessThanOrEqual(0.5);
  }
}

describe('the golden case of agency premiums', () => {
  beforeAll(async () => {
    const { exitCode, json } = await runCommand(folder, 'import', here('labor.csv'), here('loads.csv'), '--into', 'w.muster');
    expect(exitCode).toBe(0);
    expect(json.files).toMatchObject([{ kind: 'labor', profile: 'canonical_labor', accepted: 48, quarantined: 0 }, { kind: 'loads', accepted: 3 }]);
  });

  it('gives every figure of both months together as derived', async () => {
    expectFigures(await figures(...METRICS), expected.all);
  });

  it('gives every figure of each month as derived, the loaded rate looking back', async () => {
    const found = await figures(...METRICS, '--grain', 'month');
    for (const month of ['2025-01', '2025-02'] as const) expectFigures(found.filter(({ period }) => period === month), expected[month]);
  });

  it('gives every figure of each job as derived', async () => {
    for (const job of ['CNA', 'RN'] as const) expectFigures(await figures(...METRICS, '--where', `job=${job}`), expected[`job ${job}`]);
  });

  it('counts the source lines under each denominator, a split line once', async () => {
    const rows = async (metric: string, ...words: string[]) => (await figures('--metric', metric, ...words))[0].rows;
    expect(await rows('labor_cost')).toBe(48);
    expect(await rows('agency_premium')).toBe(13);
    expect(await rows('overtime_premium')).toBe(5);
    expect(await rows('external_share_hours', '--where', 'job=CNA')).toBe(12);
  });

  it('says what share of agency hours was matched, and where 1.5 × base stood in', async () => {
    const january = await figures('--metric', 'agency_premium', '--to', '2025-01');
    expect(january.map(({ variant, note }) => [variant, note])).toEqual([
      ['base', '94% of external hours matched'],
      ['loaded', '94% of external hours matched'],
      ['overtime', '94% of external hours matched; 20% against 1.5 × base, as there was no overtime'],
    ]);
    expect((await figures('--metric', 'overtime_premium', '--to', '2025-01'))[0].note).toMatch(/30\.0% of overtime hours without a regular rate/);
  });

  it('hides the small unit, the unit of one executive, and what would give either away', async () => {
    const byUnit = await figures('--metric', 'labor_cost', '--by', 'unit');
    expect(byUnit.map(({ by, suppressed }) => [by['unit'], suppressed])).toEqual([['Admin', true], ['ED', true], ['Hospice', true], ['ICU', false]]);
    expect(byUnit[3].value).toBe(expected.unit.ICU);
    for (const hidden of byUnit.slice(0, 3)) expect(hidden).toMatchObject({ numerator: null, denominator: null, value: null, rows: null, absence: 'suppressed' });
    expect((await figures('--metric', 'labor_cost', '--by', 'site')).map(({ suppressed }) => suppressed)).toEqual([true, true]);
  });

  it('hides no hours, which are nobody’s pay', async () => {
    const byUnit = await figures('--metric', 'external_share_hours', '--by', 'unit');
    expect(byUnit.filter(({ variant }) => variant === 'all').map(({ value }) => value)).toEqual([0, 50 / 1_600, 1, 282 / (282 + 1_598)]);
  });
});
