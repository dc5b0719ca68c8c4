import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, writeInto } from '../support/folder.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { axeFindings } from './support/axe.ts';
import { launchApp, patience, profileIn, type Launched } from './support/launch.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('harmonise');
const workspace = join(scratch, 'two.muster');
let app: Launched;

/** People of Hill by code and title, and of North, which owns it: most people first. */
const POSTS: [entity: string, code: string, title: string, people: number][] = [
  ['Hill', 'RN1', 'RN ED nights', 9],
  ['Hill', 'AIDE', 'Nurse aide', 7],
  ['Hill', 'MIX', 'Ward clerk and sitter', 6],
  ['Hill', 'CHAPL', 'Chaplain', 2],
  ['North', 'N10', 'Registered Nurse, Emergency', 12],
  ['North', 'N20', 'Nursing Assistant', 10],
  ['North', 'N30', 'Unit Clerk', 8],
  ['North', 'N40', 'Patient Sitter', 5],
];

beforeAll(async () => {
  const store = openWorkspace(workspace);
  const people = POSTS.flatMap(([entity, code, title, count]) =>
    Array.from({ length: count }, (_, i) => ({ id: `${code}-${i}`, entity, code, title })),
  );
  const add = (name: string, ...lines: string[]) => importFile(store, writeInto(scratch, name, csv(...lines)));
  await add(
    'roster.csv',
    'worker_id,worker_type,entity,site,job_code,job_title,hire_date',
    ...people.map(
      ({ id, entity, code, title }) => `${id},employee_full_time,${entity},${entity},${code},"${title}",2020-01-01`,
    ),
  );
  await add(
    'labor.csv',
    'worker_id,work_date,pay_code,hours,cost,currency,entity,site,job_code,worker_type',
    ...people.map(
      ({ id, entity, code }) => `${id},2025-03-10,regular,10,400,USD,${entity},${entity},${code},employee_full_time`,
    ),
  );
  await add(
    'entities.csv',
    'entity_id,name,parent,close_date',
    'Hill,Hill Hospital,North,2025-01-01',
    'North,North Health,,',
  );
  store.close();
  app = await launchApp({ profile: profileIn(scratch), args: [workspace] });
});
afterAll(() => app?.app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name });
const strip = () => app.page.getByRole('region', { name: 'What is mapped' });
const queue = () => app.page.getByRole('listbox', { name: /^Jobs of Hill Hospital/ });
const waiting = () => queue().getByRole('option').allInnerTexts();
const title = () => app.page.locator('#decision');
const keys = async (...names: string[]) => {
  for (const name of names) await app.page.keyboard.press(name);
};

const findings = () => axeFindings(app.page);

describe('the harmonisation studio', () => {
  it('opens on the entity acquired last, with all its people unmapped and most people first', async () => {
    await button('Harmonise').click();
    await queue().waitFor(patience);
    expect(await app.page.getByRole('button', { name: /^Entity: / }).innerText()).toMatch(/^Hill/);
    expect(await app.page.getByRole('button', { name: /^Target model: / }).innerText()).toMatch(/^North/);
    expect(await strip().innerText()).toMatch(/24 heads unmapped\s+240 h, 4 jobs/);
    expect((await waiting()).map((text) => text.split('\n')[0])).toEqual([
      'RN ED nights',
      'Nurse aide',
      'Ward clerk and sitter',
      'Chaplain',
    ]);
    expect(await findings()).toEqual([]);
  });

  it('shows a suggestion with its score and its reasons', async () => {
    const card = app.page.getByRole('list', { name: 'Suggestions for RN ED nights' }).getByRole('listitem').first();
    expect(await card.innerText()).toMatch(/Registered Nurse, Emergency[\s\S]*1\.00/);
    expect(await card.innerText()).toContain('Read “rn” as registered nurse, “ed” as emergency.');
  });

  it('is decided by keyboard: choose, go to the decision, accept, and the next one is there', async () => {
    await queue().getByRole('option').first().focus();
    await keys('ArrowDown', 'Enter');
    await expect.poll(() => title().innerText()).toBe('Nurse aide');
    await keys('Tab', 'Enter');
    await expect.poll(() => title().innerText(), patience).toBe('Ward clerk and sitter');
    expect(await app.page.evaluate(() => document.activeElement?.id)).toBe('decision');
    expect(await strip().innerText()).toMatch(/17 heads unmapped/);
    expect(await app.page.getByText('Version 1, batch 4; it can be undone.').isVisible()).toBe(true);
  });

  it('splits a job with shares that must make up 100', async () => {
    await button('Split with shares…').click();
    await app.page.getByLabel('Target 1', { exact: true }).selectOption('N30');
    await app.page.getByLabel('Target 2', { exact: true }).selectOption('N40');
    await app.page.getByLabel('Share 1 in per cent').fill('70');
    expect(await app.page.getByText('20.0% too much.').isVisible()).toBe(true);
    expect(await button('Save split').isDisabled()).toBe(true);
    await app.page.getByLabel('Share 2 in per cent').fill('30');
    expect(await findings()).toEqual([]);
    await button('Save split').click();
    await expect.poll(() => title().innerText(), patience).toBe('Chaplain');
    expect(await strip().innerText()).toMatch(/Split\s+1 job, 6 heads/);
  });

  it('takes another target, found by typing, and says that jobs are merged', async () => {
    await button('Choose another…').click();
    await app.page.getByRole('searchbox', { name: 'Search the target model' }).fill('nurs');
    const targets = app.page.getByRole('listbox', { name: 'Targets' }).getByRole('option');
    await expect.poll(() => targets.count()).toBe(2);
    expect(await targets.last().innerText()).toContain('merges with Nurse aide');
    expect(await findings()).toEqual([]);
    await targets.last().click();
    await expect.poll(() => strip().innerText(), patience).toMatch(/Merged\s+2 jobs, 9 heads/);
  });

  it('decides that there is no counterpart', async () => {
    await app.page.getByRole('button', { name: 'Decided', exact: true }).click();
    await queue().getByRole('option', { name: 'Chaplain' }).click();
    await button('No counterpart').click();
    await expect.poll(() => strip().innerText(), patience).toMatch(/No counterpart\s+1 job, 2 heads/);
  });

  it('accepts what scores above the threshold at once, after asking', async () => {
    await button('Accept 1 scored 0.90 or more…').click();
    const dialog = app.page.getByRole('alertdialog');
    expect(await dialog.innerText()).toMatch(/Accept 1 job at once\?[\s\S]*9 heads, 90 h/);
    expect(await app.page.evaluate(() => document.activeElement?.textContent)).toBe('Keep reviewing');
    expect(await findings()).toEqual([]);
    await app.page.getByRole('button', { name: 'Accept 1', exact: true }).click();
    await expect.poll(() => strip().innerText(), patience).toMatch(/0 heads unmapped/);
  });

  it('keeps every version with who and when, and takes one back', async () => {
    const rows = app.page.getByRole('region', { name: 'Versions, table' }).getByRole('row');
    await expect.poll(() => rows.count(), patience).toBe(6);
    expect(await rows.nth(1).innerText()).toMatch(
      /^5\s+Decided: Harmonisation of Hill: 1 job\s+\d+ \w+ \d{4}, \d\d:\d\d UTC/,
    );
    await button('Undo version 5, batch 8').click();
    await button('Take it back').click();
    await expect.poll(() => strip().innerText(), patience).toMatch(/9 heads unmapped/);
    expect(await app.page.getByLabel('Version', { exact: true }).locator('option').first().innerText()).toBe(
      '6 (latest)',
    );
    expect(await findings()).toEqual([]);
  });

  it('shows an older version as it was, and decides nothing on it', async () => {
    await app.page.getByLabel('Version', { exact: true }).selectOption('1');
    await expect.poll(() => strip().innerText(), patience).toMatch(/17 heads unmapped/);
    expect(await app.page.getByText('Version 1 of 6, as it was.').isVisible()).toBe(true);
    expect(await button('No counterpart').isDisabled()).toBe(true);
    expect(await findings()).toEqual([]);
  });

  it('reports no error', () => {
    expect(app.pageErrors).toEqual([]);
  });
});
