import { describe, expect, it } from 'vitest';
import { csv, testFolder } from '../support/folder.ts';
import { importFile, openWorkspace, type ImportChoices } from '../support/workspace.ts';
import { writeInto } from '../support/folder.ts';
import { join } from 'node:path';
import { answerTo, type Answer } from './answer.ts';
import { labor, laborWith } from './labor-lines.ts';

const folder = testFolder();
const comma = { settings: { decimal: 'comma' } };
const point = { settings: { decimal: 'point' } };
const roster = (...rows: string[]) => ['worker_id,name,hire_date,term_date', ...rows, ''].join('\n');

/** Case of RELIABILITY section 5, what is shown, the file, the answer, and what the user chose. */
type Case = [number: string, sentence: string, content: string, expected: Partial<Answer>, choices?: ImportChoices];
const all = (rows: number, column: string, reason: string): Partial<Answer> => ({
  answer: 'Q',
  accepted: 0,
  rejects: Array.from({ length: rows }, (_, i) => `${i + 2} ${column} ${reason}`),
});

const NUMBERS: Case[] = [
  [
    '36',
    'grouped numbers are asked about',
    laborWith('cost', ['1.234,56', '2.345,67']),
    { answer: 'R', code: 'ambiguous_number', place: { file: 'x.csv', column: 'cost' } },
  ],
  [
    '36',
    'numbers grouped with points, blanks or apostrophes are read when the comma is declared',
    laborWith('cost', ['1.234,56', '1 234,56', "1'234,56", '(1.234,56)']).replaceAll('8.00', '8'),
    { answer: 'A', accepted: 4 },
    comma,
  ],
  [
    '36',
    'numbers grouped with commas or apostrophes are read when the point is declared',
    laborWith('cost', ['1,234.56', "1'234.56", '(1,234.56)', '$1,234.50', '12,34,567.00']),
    { answer: 'A', accepted: 5 },
    point,
  ],
  [
    '36',
    'what is no group of thousands stays out',
    laborWith('cost', ['1,23', "1,234'567.00", '(-5.00)', '5-']),
    all(4, 'cost', 'invalid_number'),
    point,
  ],
  [
    '37',
    '"1.234" alone is asked about',
    laborWith('cost', ['1.234', '5.678']),
    { answer: 'R', code: 'ambiguous_number' },
  ],
  [
    '38',
    'what spreadsheets write for no number is quarantined',
    laborWith('cost', ['NaN', 'Infinity', '1e309', '-0', '#REF!', 'n/a', '1E5', '-']),
    all(8, 'cost', 'invalid_number'),
  ],
  [
    '38',
    'a text that a recipe calls missing is missing, also one of digits',
    laborWith('cost', ['n/a', '-999', '10.00']),
    { answer: 'A', accepted: 3 },
    recipe({ cost: { from: 'cost', missing: ['n/a', '-999'] } }),
  ],
  [
    '39',
    'money beyond what is counted exactly overflows',
    laborWith('cost', ['1000000000000000.00', `1${'0'.repeat(17)}`, '9'.repeat(5_000)]),
    all(3, 'cost', 'overflow'),
  ],
  [
    '40',
    'digits of other scripts are quarantined',
    laborWith('hours', ['٨', '８.5']),
    all(2, 'hours', 'invalid_number'),
  ],
  [
    '45',
    'clock times, negative and 30-hour shifts are quarantined',
    laborWith('hours', ['24:00', '07:30', '-8', '30', '24.01', '8h']),
    {
      answer: 'Q',
      accepted: 0,
      rejects: [
        '2 hours invalid_number',
        '3 hours invalid_number',
        '4 hours out_of_range',
        '5 hours out_of_range',
        '6 hours out_of_range',
        '7 hours invalid_number',
      ],
    },
  ],
  ['45', 'a full day of 24 hours is a shift', laborWith('hours', ['24', '24.00', '0']), { answer: 'A', accepted: 3 }],
];

const DATES: Case[] = [
  [
    '41',
    'days that do not exist are quarantined',
    laborWith('day', ['2027-02-29', '29 Feb 2027', '31/04/2026', '1900-02-29', '20250230', '2025-13-01', '45292']),
    all(7, 'work_date', 'invalid_date'),
  ],
  [
    '41',
    '29 February of a leap year is a day',
    laborWith('day', ['2028-02-29', '29 Feb 2028']),
    { answer: 'A', accepted: 2 },
  ],
  [
    '42',
    'dates that could be read day first or month first are asked about',
    laborWith('day', ['03/04/2026', '05/06/2026']),
    { answer: 'R', code: 'ambiguous_date', place: { file: 'x.csv', column: 'work_date' } },
  ],
  [
    '42',
    'dates are read in the order that was given',
    laborWith('day', ['03/04/2026', '05/06/2026']),
    { answer: 'A', accepted: 2 },
    { settings: { date_order: 'dmy' } },
  ],
  [
    '42',
    'years of two digits are never guessed, and the way out is named',
    laborWith('day', ['03/14/26', '05/16/26']),
    { answer: 'Q', accepted: 0, warnings: ['nothing_accepted'] },
  ],
  [
    '43',
    'times of day are dropped by a rule that is named, also in nights when clocks change',
    laborWith('day', ['2025-03-09 02:30', '2025-11-02T01:30:00-05:00', '2025-03-09T23:30:00Z']),
    { answer: 'W', accepted: 3, warnings: ['times_dropped'] },
  ],
  [
    '43',
    'midnight is no time of day',
    laborWith('day', ['2025-03-09 00:00:00', '2025-03-10 00:00']),
    { answer: 'A', accepted: 2 },
  ],
  [
    '43',
    'a time that does not exist makes no date',
    laborWith('day', ['2025-03-09 24:00', '2025-03-09 25:61']),
    all(2, 'work_date', 'invalid_date'),
  ],
  [
    '44',
    'years 202 and 9999 are quarantined',
    laborWith('day', ['0202-01-01', '9999-12-31']),
    all(2, 'work_date', 'out_of_range'),
  ],
  [
    '44',
    'an end before the beginning is quarantined',
    roster('1,Ann,2020-01-01,2019-12-31', '2,Bo,2020-01-01,2020-01-01'),
    { answer: 'Q', accepted: 1, rejects: ['2 term_date term_before_hire'] },
  ],
  [
    '44',
    'an assignment that ends before it starts is quarantined, one of a day is not',
    csv(
      'assignment_id,worker_id,worker_type,supplier,start_date,end_date',
      'a,1,agency,Crest,2025-05-01,2025-04-30',
      'b,2,agency,Crest,2025-05-01,2025-05-01',
    ),
    { answer: 'Q', accepted: 1, rejects: ['2 end_date out_of_range'] },
  ],
  [
    '44',
    'so are credentials that lapse before they are issued',
    csv('worker_id,control,status,issued,expires', '1,BLS,current,2025-01-01,2024-12-31', '2,BLS,current,2025-01-01,'),
    { answer: 'Q', accepted: 1, rejects: ['2 expires out_of_range'] },
  ],
  [
    '44',
    'and a roster whose observation ends before it begins',
    csv(
      'worker_id,name,hire_date,observed_from,observed_to',
      '1,Ann,2020-01-01,2025-12-31,2024-01-01',
      '2,Bo,2020-01-01,2024-01-01,2025-12-31',
    ),
    { answer: 'Q', accepted: 1, rejects: ['2 observed_to out_of_range'] },
  ],
  [
    '44',
    'and a pay band whose middle or highest pay is below its lowest',
    csv(
      'job_code,min,mid,max,currency',
      'RN,30.00,29.00,40.00,USD',
      'MD,90.00,,80.00,USD',
      'CNA,18.00,20.00,22.00,USD',
    ),
    { answer: 'Q', accepted: 1, rejects: ['2 mid out_of_range', '3 max out_of_range'] },
  ],
  [
    '44',
    '9999 is an open end where a recipe says so',
    roster('1,Ann,2020-01-01,9999-12-31'),
    { answer: 'A', accepted: 1 },
    {
      recipe: {
        kind: 'roster',
        columns: {
          worker_id: 'worker_id',
          name: 'name',
          hire_date: 'hire_date',
          term_date: { from: 'term_date', missing: ['9999-12-31'] },
        },
      },
    },
  ],
];

const NAMES: Case[] = [
  [
    '46',
    'markup is text',
    laborWith('unit', ['<img src=x onerror=alert(1)>', '</script><script>']),
    { answer: 'A', accepted: 2 },
  ],
  [
    '47',
    'what a spreadsheet would run is text',
    laborWith('unit', ['=HYPERLINK("http://x")', '@SUM(A1)', '＝1+1', '\t=1', '-1+1']),
    { answer: 'A', accepted: 5 },
  ],
  [
    '48',
    'letters that change direction or have no width, and 10,000 accents, are text',
    laborWith('unit', ['\u202eabc', 'a\u200bb', `e${'\u0301'.repeat(10_000)}`]),
    { answer: 'W', accepted: 3, warnings: ['names_composed'] },
  ],
  [
    '49',
    'a name of 100,000 letters is quarantined in whichever column',
    labor(4, { 1: { unit: 'x'.repeat(100_000) } }),
    { answer: 'Q', accepted: 3, rejects: ['2 unit field_too_long'] },
  ],
  [
    '49',
    'a name of 100,000 letters is quarantined in a text column',
    roster(`1,${'x'.repeat(100_000)},2020-01-01,`, '2,Bo,2020-01-02,'),
    { answer: 'Q', accepted: 1, rejects: ['2 name field_too_long'] },
  ],
  [
    '50',
    'one name in two Unicode forms is one name, and that is said',
    laborWith('unit', ['Caf\u00e9', 'Cafe\u0301']),
    { answer: 'W', accepted: 2, warnings: ['names_composed'] },
  ],
  [
    '33',
    'equal rows are kept and counted, since two equal punches are legitimate',
    `${labor(5)}${labor(5).split('\n').slice(2, 4).join('\n')}\n`,
    { answer: 'W', accepted: 7, warnings: ['repeated_rows'] },
  ],
];

describe.each([
  ['numbers', NUMBERS],
  ['dates', DATES],
  ['names', NAMES],
])('bad values: %s', (_, cases) => {
  it.each(cases)('case %s: %s', async (_, __, content, expected, choices = {}) => {
    const answer = await answerTo(folder, content, { name: 'x.csv', ...choices });
    expect(answer, answer.message).toMatchObject(expected);
  });
});

describe('identifiers', () => {
  it('cases 34 and 35: are kept as they are written', async () => {
    const ids = ['007', '7', '1E5', '04E262', '12345678901234567', '00123456789012345678', '+5', '1.0'];
    const workspace = openWorkspace(join(folder, 'ids.muster'));
    await importFile(workspace, writeInto(folder, 'ids.csv', laborWith('worker', ids)));
    expect(workspace.store.workers()).toEqual(ids);
    workspace.close();
  });

  it('case 50: of one name in two forms name one group', async () => {
    const workspace = openWorkspace(join(folder, 'forms.muster'));
    await importFile(workspace, writeInto(folder, 'forms.csv', laborWith('unit', ['Cafe\u0301', 'Caf\u00e9', 'Cafe'])));
    expect(
      workspace
        .view()
        .dimensions.column('unit')
        .codes.filter((code) => code !== 'unknown')
        .sort(),
    ).toEqual(['Cafe', 'Caf\u00e9']);
    workspace.close();
  });
});

describe('the same extract', () => {
  it('cases 31 and 32: again, renamed and restated', async () => {
    const workspace = openWorkspace(join(folder, 'again.muster'));
    const first = await importFile(workspace, writeInto(folder, 'first.csv', labor(10)));
    const again = await importFile(workspace, join(folder, 'first.csv'));
    const renamed = await importFile(workspace, writeInto(folder, 'renamed.csv', labor(10)));
    const restated = await importFile(workspace, writeInto(folder, 'raised.csv', labor(10, { 3: { cost: '330.00' } })));
    expect([first.accepted, again.duplicates, renamed.duplicates]).toEqual([10, 10, 10]);
    expect([again.batch, renamed.batch, again.warnings[0].code]).toEqual([null, null, 'already_imported']);
    expect(restated).toMatchObject({ accepted: 1, duplicates: 9, restated: 1, batch: 2 });
    expect(restated.warnings.map(({ code }) => code)).toContain('restated');
    workspace.close();
  });
});

function recipe(columns: Record<string, unknown>): ImportChoices {
  return {
    recipe: {
      kind: 'labor',
      columns: {
        worker_id: 'worker_id',
        work_date: 'work_date',
        hours: 'hours',
        pay_code: 'pay_code',
        currency: 'currency',
        ...columns,
      },
    },
  };
}
