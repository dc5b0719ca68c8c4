import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { testFolder } from '../support/folder.ts';
import { writeNursingHomes } from '../support/nursing-homes.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();

beforeAll(async () => {
  writeNursingHomes(folder);
  const imported = [
    await runCommand(folder, 'import', 'quarter.csv', '--into', 'w.muster', '--recipe', 'staffing.json'),
    await runCommand(folder, 'import', 'enrollments.csv', '--into', 'w.muster', '--recipe', 'entities.json'),
  ].map(({ json }) => json.files[0]);
  expect(imported).toMatchObject([
    { accepted: 7, quarantined: 0, warnings: [{ code: 'quarters_dated' }] },
    { accepted: 7, quarantined: 0, warnings: [{ code: 'encoding_guessed' }] },
  ]);
});

const align = async (...words: string[]) =>
  (await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'CARE PARTNERS', ...words)).json;

describe('two nursing-home chains, joined from the Journal and the enrolments by the recipes of docs/recipes.md', () => {
  it('counts contract hours once: own hours are all hours without them', async () => {
    const { json } = await runCommand(folder, 'metrics', '--in', 'w.muster', '--metric', 'external_share_hours');
    expect(json.metrics[0]).toMatchObject({ numerator: 1800, denominator: 16903.5 });
  });

  it('covers whole quarters, so that heads are worked out of the days in them', async () => {
    const { json } = await runCommand(folder, 'metrics', '--in', 'w.muster', '--metric', 'fte');
    const worked = json.metrics.find(({ variant }: { variant: string }) => variant === 'worked');
    // 90 days of the first quarter: 16,903.5 hours over 2,080 × 90 ÷ 365.
    expect(worked.value).toBeCloseTo(16903.5 / ((2080 * 90) / 365), 9);
  });

  it('compares the chains by the hours of their facilities, and by nothing else', async () => {
    const { dimensions, coverage, index } = await align('--against', 'HOMES OF CAÑON', '--detail');
    const mix = dimensions.find(({ dimension }: { dimension: string }) => dimension === 'mix_distance');
    // scipy 1.17.1: jensenshannon([6001.5 - 400, 400], [10001.5 - 500, 500], base=2)
    expect(mix).toMatchObject({ value: expect.closeTo(0.030233413465296545, 12), arrangements: 20, verdict: 'no_detectable_difference' });
    expect(mix.notes[0]).toContain('worker class');
    const others = dimensions.filter(({ dimension }: { dimension: string }) => dimension !== 'mix_distance');
    for (const one of others) {
      expect(one).toMatchObject({ verdict: 'not_measured', value: null });
      expect(one.missing.length, one.dimension).toBeGreaterThan(0);
    }
    expect({ coverage, index }).toEqual({ coverage: 0.1, index: null });
  });
});
