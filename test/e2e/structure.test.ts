import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, writeInto } from '../support/folder.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { axeFindings } from './support/axe.ts';
import { launchApp, patience, profileIn, type Launched } from './support/launch.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('structure');
const workspace = join(scratch, 'hill.muster');
let app: Launched;

/** Six people at Hill and six at Bay, which it acquired in July 2025, at 10 hours of 40 each month of 2024 and 2025. */
beforeAll(async () => {
  const days = Array.from({ length: 24 }, (_, month) =>
    new Date(Date.UTC(2024, month + 1, 0)).toISOString().slice(0, 10),
  );
  const labor = days.flatMap((day) =>
    ['Hill', 'Bay'].flatMap((entity) =>
      Array.from({ length: 6 }, (_, i) => `${entity}${i},${day},regular,10,400,USD,${entity},${entity} site,RN,agency`),
    ),
  );
  const store = openWorkspace(workspace);
  for (const [name, text] of Object.entries({
    'entities.csv': csv('entity_id,name,parent,close_date', 'Hill,Hill Hospital,,', 'Bay,Bay Medical,Hill,2025-07-15'),
    'labor.csv': csv('worker_id,work_date,pay_code,hours,cost,currency,entity,site,job_code,worker_type', ...labor),
  }))
    await importFile(store, writeInto(scratch, name, text));
  store.close();
  app = await launchApp({ profile: profileIn(scratch), args: [workspace] });
  await button(/Why did cost move/).click();
  await settled();
});
afterAll(() => app?.app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name });
const settled = () => app.page.locator('article[aria-busy=false]').waitFor(patience);
const title = () => app.page.locator('#page-title').innerText();
const sources = () => app.page.locator('footer[aria-label=Sources]').innerText();

describe('the structure of a workspace with an acquired entity', () => {
  it('is said under the page before anybody chooses', async () => {
    expect(await sources()).toContain('Hours and cost with Bay Medical throughout, its people since 15 Jul 2025');
    expect(await title()).toMatch(/^Cost is /);
  });

  it('is chosen by keyboard, and every page follows', async () => {
    const chip = button('Structure: mixed');
    await chip.focus();
    await app.page.keyboard.press('Enter');
    const dialog = app.page.getByRole('dialog', { name: 'Structure' });
    await dialog.waitFor();
    expect(await axeFindings(app.page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Then-structure/ }).focus();
    await app.page.keyboard.press('Enter');
    await app.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await button('Structure: then').waitFor();
    await expect.poll(title, patience).toMatch(/^Like for like cost is .* is Bay Medical, here since Jul 2025$/);
    expect(await sources()).toContain('Then-structure: Bay Medical since Jul 2025 (people since 15 Jul 2025)');
    expect(await app.page.getByRole('list', { name: 'Notes on this page' }).innerText()).toContain(
      'Bay Medical counts only since the close in Jul 2025: before that the comparison is without it.',
    );
    expect(await axeFindings(app.page)).toEqual([]);
  });

  it('leaves room for all filters in the smallest window', async () => {
    const resize = (width: number) =>
      app.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0].setContentSize(to, 700), width);
    const widths = () => app.page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    await resize(960);
    await expect.poll(widths, patience).toEqual([960, 960]);
    expect(await axeFindings(app.page)).toEqual([]);
    await resize(1440);
  });

  it('holds for the rows beneath a figure', async () => {
    await app.page.getByRole('list', { name: 'Headline figures' }).getByRole('button').first().click();
    const grid = app.page.getByRole('grid', { name: 'Rows beneath the figure' });
    await grid.waitFor(patience);
    // Six people in twelve months at Hill, in six at Bay.
    expect(Number(await grid.getAttribute('aria-rowcount')) - 1).toBe(72 + 36);
    await app.page.keyboard.press('Escape');
    expect(app.pageErrors).toEqual([]);
  });
});
