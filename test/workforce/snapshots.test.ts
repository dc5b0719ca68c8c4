import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../main/contract/figure.ts';
import { computeFigures } from '../../main/metrics/figures.ts';
import { parseIsoDay, parseIsoMonth } from '../../main/model/civil-day.ts';
import { workforceOf } from '../../main/workforce/workforce.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { rowsUnder } from '../../main/workspace/source-rows.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { addExtract, toldOf, workspaceWith } from '../support/people.ts';

allowForStorage();

const folder = testFolder();
const page = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8');
/** The recipe on the page of recipes that reads some column. */
const recipeReading = (column: string): unknown =>
  JSON.parse(
    [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text).find((text) => text.includes(column))!,
  );
const day = (text: string) => parseIsoDay(text)!;

function figures(workspace: Workspace, metric: string, from: string, to: string, scope = {}): Figure[] {
  return computeFigures(workspace.view(), [
    { metric, variants: ['all'], grain: 'month', from: parseIsoMonth(from)!, to: parseIsoMonth(to)!, ...scope },
  ])[0];
}
const valuesOf = (found: readonly Figure[]) => found.map(({ value }) => value);

/**
 * Five months of an invented chamber. Ann is always there, Ben leaves between February and March, Cat joins in
 * February, Dov misses March alone, Eve misses February to April, Fay works for two members in January.
 */
const MONTHS: Record<string, string[]> = {
  '2024-01-31': ['Ann M1 F', 'Ben M1 H', 'Dov M2 H', 'Eve M2 F', 'Fay M1 F', 'Fay M2 F'],
  '2024-02-29': ['Ann M1 F', 'Ben M1 H', 'Dov M2 H', 'Cat M1 F', 'Fay M1 F'],
  '2024-03-31': ['Ann M1 F', 'Cat M1 F', 'Fay M1 F', 'Gil M2 H'],
  '2024-04-30': ['Ann M2 F', 'Cat M1 F', 'Dov M2 H', 'Fay M1 F', 'Gil M2 H'],
  '2024-05-31': ['Ann M2 F', 'Cat M1 F', 'Dov M2 H', 'Eve M2 F', 'Fay M1 F', 'Gil M2 H'],
};
const MONTHLY = {
  lines: [
    'snapshot_date,chamber,employer_id,person_id,sex',
    ...Object.entries(MONTHS).flatMap(([date, rows]) =>
      rows.map((row) => {
        const [person, employer, sex] = row.split(' ');
        return [date, 'SENATE', employer, person, sex].join(',');
      }),
    ),
  ],
  choices: { recipe: recipeReading('employer_id') },
};

describe('a roster a month without dates', () => {
  it('has as many heads in every month as people on its snapshot', async () => {
    const workspace = await workspaceWith(folder, MONTHLY);
    const counted = Object.values(MONTHS).map((rows) => new Set(rows.map((row) => row.split(' ')[0])).size);
    expect(counted).toEqual([5, 5, 4, 5, 6]);
    expect(valuesOf(figures(workspace, 'headcount', '2024-01', '2024-05'))).toEqual(counted);
    const women = { by: ['sex'], where: { sex: ['F'] } };
    expect(valuesOf(figures(workspace, 'headcount', '2024-01', '2024-05', women))).toEqual([3, 3, 3, 3, 4]);
  });

  it('leads from a month to all rows of its snapshot, two for the head with two jobs', async () => {
    const workspace = await workspaceWith(folder, MONTHLY);
    const rows = (month: string) =>
      rowsUnder(workspace.view(), {
        query: { metric: 'headcount', where: {}, from: month, to: month },
        offset: 0,
        limit: 10,
      });
    expect(rows('2024-01').total).toBe(6);
    expect(figures(workspace, 'headcount', '2024-01', '2024-01')[0].rows).toBe(6);
    expect(rows('2024-03').rows.map((row) => [row['worker_id'], row['snapshot_date']])).toEqual(
      ['Ann', 'Cat', 'Fay', 'Gil'].map((person) => [person, '2024-03-31']),
    );
  });

  it('tells between which days somebody came or left, and bridges only gaps that are surely short', async () => {
    const workspace = await workspaceWith(folder, MONTHLY);
    expect(toldOf(workspace)).toEqual([
      'Ann: first_seen 2024-01-31, stays, M1 > M2',
      'Ben: first_seen 2024-01-31, unclassified 2024-02-29, M1',
      'Cat: hire 2024-02-29, stays, M1',
      'Dov: first_seen 2024-01-31, stays, M2 > M2',
      'Eve: first_seen 2024-01-31, unclassified 2024-01-31, M2',
      'Eve: rehire 2024-05-31, stays, M2',
      'Fay: first_seen 2024-01-31, stays, M1',
      'Gil: hire 2024-03-31, stays, M2',
    ]);
    const { spells } = workforceOf(workspace.view());
    const cat = spells.find(({ person }) => person === 'Cat')!;
    expect([cat.startAfter, cat.start, cat.observedFrom]).toEqual(['2024-01-31', '2024-02-29', '2024-02-29'].map(day));
    const ben = spells.find(({ person }) => person === 'Ben')!;
    expect([ben.end, ben.endBefore, ben.observedTo]).toEqual(['2024-02-29', '2024-03-31', '2024-02-29'].map(day));
  });

  it('counts who left in the month between the two snapshots, and says what cannot be known', async () => {
    const workspace = await workspaceWith(folder, MONTHLY);
    const separations = figures(workspace, 'separations', '2024-01', '2024-05');
    // Eve was last seen in January, Ben in February.
    expect(separations.map(({ value, absence }) => value ?? absence)).toEqual(['not_measured', 1, 1, 0, 0]);
    expect(separations[0].note).toBe('one snapshot alone shows nobody coming or leaving');
    expect(workforceOf(workspace.view()).limits).toEqual([
      'Snapshots are 29 to 31 days apart: when between two of them somebody came or left is not known, nor who came and left in between. Figures place it midway.',
      '5 people were there on the first snapshot without a hire date: how long they have served is not known.',
      '2 people left for a reason that is not given or not in the reason map; they are shown as unclassified.',
    ]);
  });

  it('in a file for each month takes an entity without a file to be missing, not deserted', async () => {
    const header = 'snapshot_date,worker_id,entity';
    const hill = (date: string) => [header, `${date},A,Hill`, `${date},B,Hill`];
    const workspace = await workspaceWith(folder, [...hill('2024-01-31'), '2024-01-31,C,Vale'], hill('2024-02-29'));
    expect(toldOf(workspace).at(-1)).toBe('C: first_seen 2024-01-31, stays, Vale');
    expect(figures(workspace, 'headcount', '2024-01', '2024-02').map(({ value, note }) => [value, note])).toEqual([
      [3, null],
      [2, 'without Vale, not seen in this period'],
    ]);
    expect(workforceOf(workspace.view()).limits.join(' ')).toContain('has rows of Vale to the end');
    await addExtract(folder, workspace, [header, '2024-02-29,D,Vale']);
    expect(toldOf(workspace).slice(2)).toEqual([
      'C: first_seen 2024-01-31, unclassified 2024-01-31, Vale',
      'D: hire 2024-02-29, stays, Vale',
    ]);
  });

  it('that names a day of leaving is believed, though the day lies between two snapshots', async () => {
    const workspace = await workspaceWith(folder, [
      'snapshot_date,worker_id,entity,hire_date,term_date,term_reason',
      '2024-01-31,A,Hill,2020-05-04,,',
      '2024-01-31,B,Hill,2024-01-15,,',
      '2024-02-29,A,Hill,2020-05-04,2024-02-12,Resigned',
      '2024-02-29,B,Hill,2024-01-15,,',
    ]);
    expect(toldOf(workspace)).toEqual([
      'A: hire 2020-05-04, voluntary 2024-02-12, Hill',
      'B: hire 2024-01-15, stays, Hill',
    ]);
  });
});

/** Three years of an invented force: P always, Q twice a year in 2017, R leaves in 2018, S joins in 2018, T hired long before. */
const YEARLY = {
  lines: [
    'employee_id,year,gender,rank,org_hire_date,salary,pay_grade,employee_status',
    '1,2017,F,OFFICER,2005-09-26,83200.0,D1,CAREER',
    '2,2017,M,OFFICER,2016-06-27,72800.0,D1,PROBATION',
    '2,2017,M,OFFICER,2016-06-27,72800.0,D1,CAREER',
    '3,2017,M,SERGEANT,1990-01-02,104000.0,D3,CAREER',
    '1,2018,F,SERGEANT,2005-09-26,104000.0,D3,CAREER',
    '2,2018,M,OFFICER,2016-06-27,72800.0,D1,CAREER',
    '4,2018,F,OFFICER,2018-03-16,62400.0,D1,PROBATION',
    '5,2018,M,OFFICER,2001-07-09,83200.0,D2,CAREER',
    '1,2019,F,SERGEANT,2005-09-26,104000.0,D3,CAREER',
    '2,2019,M,OFFICER,2016-06-27,72800.0,D1,CAREER',
    '4,2019,F,OFFICER,2018-03-16,62400.0,D1,CAREER',
    '5,2019,M,OFFICER,2001-07-09,83200.0,D2,CAREER',
  ],
  choices: { recipe: recipeReading('org_hire_date') },
};

describe('a roster a year with hire dates', () => {
  it('is dated by the last day of its year, says so, and keeps one row of a person and year', async () => {
    const workspace = await workspaceWith(folder);
    const report = await addExtract(folder, workspace, YEARLY);
    expect(report).toMatchObject({ accepted: 12, quarantined: 0, restated: 1 });
    expect(report.warnings.map(({ code }) => code)).toEqual(['years_dated', 'restated']);
    expect(report.warnings[0].message).toContain('2025 by 31 December 2025');
  });

  it('has heads in the month of each snapshot and in no other', async () => {
    const workspace = await workspaceWith(folder, YEARLY);
    const heads = figures(workspace, 'headcount', '2017-12', '2019-12');
    expect(heads.filter(({ value }) => value !== null).map(({ period, value }) => [period, value])).toEqual([
      ['2017-12', 3],
      ['2018-12', 4],
      ['2019-12', 4],
    ]);
    expect(heads[1]).toMatchObject({ absence: 'not_measured', note: 'no snapshot in this period' });
  });

  it('tells turnover by year, but not by month', async () => {
    const workspace = await workspaceWith(folder, YEARLY);
    expect(figures(workspace, 'hires', '2018-01', '2018-12', { grain: 'year' })[0]).toMatchObject({
      value: 1,
      exclusions: [{ reason: 'seen for the first time long after the hire date', rows: 1 }],
    });
    expect(figures(workspace, 'hires', '2018-06', '2018-06')[0]).toMatchObject({
      value: null,
      note: 'snapshots 365 days apart cannot tell what happened in a period of 30 days',
    });
  });

  it('takes people in on the first snapshot that has them, and their pay by the hour', async () => {
    const { spells } = workforceOf((await workspaceWith(folder, YEARLY)).view());
    const [first, , third, fourth, fifth] = spells;
    expect(first.segments.map(({ codes, baseRate }) => [codes['job'], baseRate])).toEqual([
      ['OFFICER', 4000],
      ['SERGEANT', 5000],
    ]);
    expect([third.entry, third.exit, third.endBefore]).toEqual(['hire', 'unclassified', day('2018-12-31')]);
    expect([fourth.entry, fourth.start, fourth.observedFrom]).toEqual(['hire', day('2018-03-16'), day('2018-12-31')]);
    expect([fifth.entry, fifth.startAfter, fifth.serviceFrom]).toEqual([
      'first_seen',
      day('2017-12-31'),
      day('2001-07-09'),
    ]);
  });
});
