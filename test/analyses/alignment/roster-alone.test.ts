import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const GOLDEN = `${import.meta.dirname}/../../golden/alignment`;

type Row = { dimension: string; verdict: string };

async function alignedWith(roster: string): Promise<Row[]> {
  const folder = testFolder();
  const files = ['entities', 'crosswalk', 'bands', 'policies'].map((name) => `${GOLDEN}/${name}.csv`);
  await runCommand(folder, 'import', ...files, writeInto(folder, 'roster.csv', roster), '--into', 'w.muster');
  return (await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East', '--detail')).json.dimensions;
}

it('compares people whose payroll gives no worker types as the employees that they are', async () => {
  const typed = readFileSync(`${GOLDEN}/roster.csv`, 'utf8');
  // The second column is the worker type; everybody in the golden case is employed full time.
  const untyped = typed.replaceAll(/^([^,]*),[^,]*,/gm, '$1,');
  expect(untyped).not.toContain('employee_full_time');
  const dimensions = await alignedWith(untyped);
  expect(dimensions).toEqual(await alignedWith(typed));
  const measured = dimensions.filter(({ verdict }) => verdict !== 'not_measured').map(({ dimension }) => dimension);
  expect(measured).toEqual(expect.arrayContaining(['job_alignment', 'pay_distance', 'span_of_control']));
  // The roster reaches one day beyond the last hire: nobody can have left.
  expect(measured).not.toContain('retention');
});

it('follows people for a whole year by rosters alone', async () => {
  const folder = testFolder();
  const person = (entity: string, k: number) =>
    `${entity}${k},${entity},${entity},2020-01-01,${entity === 'East' && k < 6 ? '2025-03-11' : ''},2024-01-01,2025-12-31`;
  const people = ['East', 'West'].flatMap((entity) => Array.from({ length: 24 }, (_, k) => person(entity, k)));
  const roster = writeInto(
    folder,
    'roster.csv',
    csv('worker_id,entity,site,hire_date,term_date,observed_from,observed_to', ...people),
  );
  await runCommand(folder, 'import', roster, '--into', 'w.muster');
  const { json } = await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East', '--against', 'West');
  // Six of twenty-four left on the 70th day of the year: each lost the 295 days after it.
  expect(json.dimensions.find(({ dimension }: Row) => dimension === 'retention').value).toBeCloseTo((-6 * 295) / 24, 9);
});
