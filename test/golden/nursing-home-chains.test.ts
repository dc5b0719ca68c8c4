import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const page = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text);
const recipes = { staffing: 'CY_Qtr', entities: 'AFFILIATION ENTITY NAME' };

/** Facilities of two chains and one of neither, in the columns of the published files. */
const FACILITIES: [ccn: string, chain: string, hours: number, contract: number][] = [
  ['015009', 'CARE PARTNERS', 1000, 200],
  ['015010', 'CARE PARTNERS', 3000, 200],
  ['05A012', 'CARE PARTNERS', 2000, 0],
  ['105001', 'HOMES OF CAÑON', 4000, 0],
  ['105002', 'HOMES OF CAÑON', 1000, 100],
  ['105003', 'HOMES OF CAÑON', 5000, 400],
  ['205001', '', 900, 900],
];

beforeAll(async () => {
  const write = (name: string, lines: string[]) =>
    writeFileSync(join(folder, name), Buffer.from(`${lines.join('\n')}\n`, 'latin1'));
  write('quarter.csv', [
    'PROVNUM,PROVNAME,STATE,COUNTY_NAME,CY_Qtr,total_resident_days,Total_Nurse_Hours,Total_RN_Hours,Total_Contract_Hours',
    ...FACILITIES.map(([ccn, , hours, contract]) => `${ccn},Home ${ccn},AL,Franklin,2025Q1,500.0,${hours}.5,90.0,${contract}.0`),
  ]);
  write('enrollments.csv', [
    '"ENROLLMENT ID","CCN","NURSING HOME PROVIDER NAME","AFFILIATION ENTITY NAME","STATE"',
    ...FACILITIES.map(([ccn, chain]) => `O${ccn},${ccn},HOME ${ccn},${chain},AL`),
  ]);
  for (const [kind, column] of Object.entries(recipes))
    writeFileSync(join(folder, `${kind}.json`), blocks.find((block) => block.includes(column))!);
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
