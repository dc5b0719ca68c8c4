import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, testFolder } from '../support/folder.ts';
import { answerTo } from './answer.ts';

const folder = testFolder();
const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'recipes.md'), 'utf8');
const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(PAGE)![1]) as Record<string, object>;
const register = csv(
  'Payroll register',
  'September 2026',
  'File No,Pay Date,Earn Code,Hrs,Amt,Job Family',
  'B1,9/1/2026,REG,8,400.00,Nursing',
  'B2,9/30/2026,OT15,8,600.00,Nursing',
  'Total,,,16,1000.00,',
);

describe('the first recipe of the page on recipes', () => {
  it('reads a payroll register to the last row, without a word of warning about its columns', async () => {
    const answer = await answerTo(folder, register, { recipe: shown });
    expect(answer).toMatchObject({ accepted: 2, rejects: [] });
    expect(answer.warnings).toEqual(['preamble_skipped', 'footer_skipped', 'total_agrees']);
  });

  it('says so when a column is forgotten whose values it explains', async () => {
    const { pay_code: _forgotten, ...columns } = shown['columns'] as Record<string, unknown>;
    const answer = await answerTo(folder, register, { recipe: { ...shown, columns } });
    expect(answer.warnings).toContain('unused_values');
  });
});

describe('a recipe that cannot be followed is refused, by the name of what is wrong:', () => {
  it.each<[string, object]>([
    ['a setting that is none', { settings: { date: 'dmy' } }],
    ['a column with a constant as well', { constants: { hours: '8' } }],
    ['values of a column that there is not', { values: { ward: { A: 'B' } } }],
    ['a blank constant', { constants: { entity: ' ' } }],
    [
      'a factor for a code',
      { columns: { worker_id: { from: 'File No', multiply_by: 2 }, work_date: 'Pay Date', hours: 'Hrs' } },
    ],
    [
      'a date format for a number',
      { columns: { worker_id: 'File No', work_date: 'Pay Date', hours: { from: 'Hrs', format: 'D/M/YYYY' } } },
    ],
    ['hour columns by job', { unpivot: [{ job_code: 'RN', internal_hours: 'Hrs' }] }],
    ['a key that recipes do not have', { colums: {} }],
    ['a kind that there is not', { kind: 'timesheets' }],
  ])('%s', async (_, change) => {
    expect(await answerTo(folder, register, { recipe: { ...shown, ...change } })).toMatchObject({
      answer: 'R',
      code: 'bad_recipe',
    });
  });

  it.each<[string, object]>([
    ['a column that the extract lacks', { columns: { worker_id: 'Badge', work_date: 'Pay Date', hours: 'Hrs' } }],
    ['no column for the day', { columns: { worker_id: 'File No', hours: 'Hrs' }, values: {} }],
  ])('%s', async (_, change) => {
    expect(await answerTo(folder, register, { recipe: { ...shown, ...change } })).toMatchObject({
      answer: 'R',
      code: 'missing_column',
    });
  });
});
