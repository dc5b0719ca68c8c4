import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, writeInto } from '../support/folder.ts';
import { addStaff } from '../support/staffed.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { axeFindings } from './support/axe.ts';
import { launchApp, patience, profileIn, refusal, type Launched } from './support/launch.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('decisions');
const workspace = join(scratch, 'hill.muster');
let app: Launched;

/** Rosters of Hill and of Bay, which it owns, and labour of six people at each: from January 2026 on Bay pays 60 and not 80. */
beforeAll(async () => {
  const store = openWorkspace(workspace);
  await addStaff(scratch, store);
  const months = Array.from(
    { length: 18 },
    (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-28`,
  );
  const labor = months.flatMap((day) =>
    ['Hill', 'Bay'].flatMap((entity) =>
      Array.from(
        { length: 6 },
        (_, k) =>
          `${entity}${k},${day},regular,10,${entity === 'Bay' && day >= '2026' ? 600 : 800},USD,${entity},RN,agency`,
      ),
    ),
  );
  const header = 'worker_id,work_date,pay_code,hours,cost,currency,entity,job_code,worker_type';
  await importFile(
    store,
    writeInto(scratch, 'labor.csv', csv(header, ...labor, 'Hill0,2026-06-30,regular,1,80,USD,Hill,RN,agency')),
  );
  store.close();
  app = await launchApp({ profile: profileIn(scratch), args: [workspace] });
});
afterAll(() => app?.app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const form = (name: string) => app.page.getByRole('form', { name });
const field = (name: string | RegExp) => app.page.getByRole('dialog').getByLabel(name);
const row = (table: string, name: RegExp) =>
  app.page.getByRole('region', { name: `${table}, table` }).getByRole('row', { name });
const dialogGone = () => app.page.getByRole('dialog').waitFor({ state: 'hidden', ...patience });
const focused = () =>
  app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
const findings = () => axeFindings(app.page);

const DAYS = 'Days a post stays empty after somebody has left';

async function costPage(): Promise<string> {
  await button(/What leaving costs/).click();
  await app.page.locator('article[aria-busy=false]').waitFor(patience);
  return app.page.getByRole('list', { name: 'Notes on this page' }).innerText();
}

describe('the decisions of a workspace', () => {
  it('are where the page leads that rests on them', async () => {
    await button('Retention briefing').click();
    expect(await costPage()).toMatch(/after somebody has left 30–90[\s\S]*Change what is assumed/);
    await button('Change what is assumed').click();
    await expect.poll(focused, patience).toBe('Assumptions');
    await expect.poll(() => row('Integration targets', /^Pay/).count(), patience).toBe(1);
    expect(await findings()).toEqual([]);
  });

  it('change a range by keyboard, within its bounds, and every page follows', async () => {
    const low = form(DAYS).getByRole('textbox').first();
    await low.fill('95');
    await expect.poll(() => form(DAYS).getByRole('status').innerText()).toBe('The low end lies above the high end.');
    await low.press('Enter');
    expect(await form(DAYS).innerText()).toContain('Default');
    await low.fill('45.5');
    await low.press('Enter');
    await expect.poll(() => form(DAYS).innerText(), patience).toContain('Changed');
    expect(await focused()).toBe(`${DAYS}, low end, days`);
    expect(await costPage()).toMatch(/after somebody has left 46–90/);
    await button('Decisions').click();
    await form(DAYS)
      .getByRole('button', { name: /^Reset/ })
      .press('Enter');
    await expect.poll(() => form(DAYS).innerText(), patience).toContain('Default');
    await expect.poll(() => low.inputValue(), patience).toBe('30');
  });

  it('decide what a dimension of the entity acquired last becomes, and go back to it', async () => {
    expect(await button(/^Entity: /).innerText()).toMatch(/^Bay/);
    await button('Decide: Pay').press('Enter');
    await field('Target model').selectOption('entity');
    expect(await app.page.getByRole('status').filter({ hasText: 'Choose the entity' }).count()).toBe(1);
    await field('Entity to follow').press('Enter');
    await app.page.getByRole('searchbox').fill('hill');
    expect(await findings()).toEqual([]);
    await app.page.getByRole('option', { name: 'Hill Hospital' }).click();
    await expect.poll(() => field('Entity to follow').innerText(), patience).toBe('Hill Hospital');
    await field(/^Target score/).fill('85');
    await field('Owner').fill('Chief people officer');
    await field('Due').fill('2026-12-31');
    expect(await findings()).toEqual([]);
    await field('Due').press('Enter');
    await dialogGone();
    expect(await row('Integration targets', /^Pay/).innerText()).toMatch(
      /As another entity: Hill Hospital\s+85\s+Chief people officer\s+31 Dec 2026/,
    );
    await expect.poll(focused, patience).toBe('Change: Pay');
  });

  it('keep a dimension apart for a reason, and withdraw that', async () => {
    await button('Decide: Retention').click();
    await field(/^Keep it apart/).check();
    await field('Reason').fill('Another state');
    await button('Save target').click();
    await dialogGone();
    expect(await row('Integration targets', /^Retention/).innerText()).toContain('Kept apart: Another state');
    await button('Change: Retention').click();
    await button('Withdraw').click();
    await dialogGone();
    expect(await row('Integration targets', /^Retention/).innerText()).toContain('Not decided: as Hill Hospital');
  });

  it('enter a synergy, which is measured at once', async () => {
    await button('Enter a synergy…').click();
    await field('Title').fill('Renegotiate');
    await field('Owner').fill('CNO');
    await field('Falls from').fill('2026-01');
    await field('Planned saving a year').fill('20,000');
    await button('Narrow by…').click();
    await field('Filter 1, dimension').selectOption('entity');
    await field('Filter 1, value').selectOption('Bay');
    expect(await findings()).toEqual([]);
    await button('Enter it').click();
    await dialogGone();
    // Six months, six people, ten hours, twenty dollars less: 7,200 since January, 14,400 a year.
    expect(await row('Synergy ledger', /Renegotiate/).innerText()).toMatch(
      /Labou?r cost since Jan 2026, entity Bay[\s\S]*\$20k\s+\$14k\s+\$7k\s+\$7k/,
    );
  });

  it('warn of a saving that is counted twice, and change and strike out entries', async () => {
    await button('Enter a synergy…').click();
    await field('Title').fill('Everywhere');
    await field('Owner').fill('CFO');
    await field('Falls from').fill('2026-01');
    await field('Planned saving a year').fill('30000');
    await button('Enter it').click();
    await dialogGone();
    expect(await app.page.getByText('It counts the same saving as 1.').isVisible()).toBe(true);
    expect(await row('Synergy ledger', /Everywhere/).innerText()).toContain('Counts the same saving as 1');
    expect(await row('Synergy ledger', /each saving once/).innerText()).toMatch(/\$30k/);
    expect(await findings()).toEqual([]);
    await button('Change synergy 2: Everywhere').click();
    await field('Metric that must fall').selectOption('productive_hours');
    await button('Save changes').click();
    await dialogGone();
    expect(await app.page.getByText(/Counts the same saving as/).count()).toBe(0);
    await button('Strike out synergy 2: Everywhere').click();
    await button('Strike it out').click();
    await expect.poll(() => row('Synergy ledger', /Everywhere/).count(), patience).toBe(0);
    await expect.poll(focused).toBe('Enter a synergy…');
  });

  it('plan a wave by keyboard, found in the palette', async () => {
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('waves');
    await app.page.keyboard.press('Enter');
    await expect.poll(focused, patience).toBe('Waves');
    expect(await app.page.getByText('No wave is planned in this workspace.').isVisible()).toBe(true);
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => field('Name').isVisible(), patience).toBe(true);
    await app.page.keyboard.type('Rules');
    expect(await app.page.getByRole('status').filter({ hasText: 'Choose the day' }).count()).toBe(1);
    expect(await findings()).toEqual([]);
    await field('Due').fill('2026-12-31');
    await field('Due').press('Enter');
    await dialogGone();
    expect(await row('Waves', /^Rules/).innerText()).toMatch(/nothing yet\s+31 Dec 2026\s+0\s+0/);
    await expect.poll(focused, patience).toBe('Plan a wave…');
  });

  it('promise targets and synergies by a wave, and take them out again', async () => {
    await button('Change: Pay').click();
    await field('Wave').selectOption('Rules');
    await button('Save target').click();
    await dialogGone();
    await expect
      .poll(() => row('Integration targets', /^Pay/).innerText(), patience)
      .toMatch(/Chief people officer\s+31 Dec 2026\s+Rules\s+31 Dec 2026/);
    await button('Change synergy 1: Renegotiate').click();
    await field('Wave').selectOption('Rules');
    expect(await findings()).toEqual([]);
    await button('Save changes').click();
    await dialogGone();
    const rules = () => row('Waves', /^Rules/).innerText();
    await expect.poll(rules, patience).toMatch(/Pay of Bay Hospital, Renegotiate\s+31 Dec 2026\s+1\s+1/);
    expect(await row('Synergy ledger', /Renegotiate/).innerText()).toMatch(/CNO\s+Rules/);
    await button('Change synergy 1: Renegotiate').click();
    await field('Wave').selectOption({ label: 'No wave' });
    await button('Save changes').click();
    await dialogGone();
    await expect.poll(rules, patience).toMatch(/Pay of Bay Hospital\s+31 Dec 2026\s+1\s+0/);
    expect(await findings()).toEqual([]);
  });

  it('head what is promised by a wave on the page that leads back to it', async () => {
    await button('Integration briefing').click();
    await button(/Day 1 to 365/).click();
    const promises = app.page.getByRole('grid', { name: 'Waves, and what else is still open' }).getByRole('rowheader');
    await expect.poll(async () => (await promises.allInnerTexts()).slice(0, 2), patience).toEqual(['Rules', 'Pay']);
    expect(await findings()).toEqual([]);
    await button('Plan waves').click();
    await expect.poll(focused, patience).toBe('Waves');
  });

  it('rename a wave with what it holds, unless another has that name', async () => {
    await button('Plan a wave…').click();
    await field('Name').fill('Rules');
    await field('Due').fill('2026-06-30');
    await button('Plan it').press('Enter');
    await expect
      .poll(() => app.page.getByRole('alert').innerText(), patience)
      .toBe('There is a wave "Rules" already; change that one, or give another name.');
    await field('Name').fill('Suppliers');
    await button('Plan it').click();
    await dialogGone();
    await button('Change wave Rules').click();
    await field('Name').fill('Pay and rules');
    await field('Due').fill('2026-03-31');
    await button('Save changes').click();
    await dialogGone();
    await expect.poll(focused, patience).toBe('Plan a wave…');
    const waves = app.page.getByRole('region', { name: 'Waves, table' }).getByRole('rowheader');
    expect(await waves.allInnerTexts()).toEqual([
      expect.stringMatching(/^Pay and rules\s+Pay of Bay Hospital$/),
      expect.stringMatching(/^Suppliers\s+nothing yet$/),
    ]);
  });

  it('say what stays before a wave is struck out, and leave it without one', async () => {
    await button('Strike out wave Pay and rules').click();
    await app.page.getByRole('alertdialog').getByText('1 target stays, without a wave.').waitFor(patience);
    expect(await findings()).toEqual([]);
    await button('Strike it out').click();
    await expect.poll(() => row('Waves', /^Pay and rules/).count(), patience).toBe(0);
    await expect.poll(focused).toBe('Plan a wave…');
    expect(await row('Integration targets', /^Pay/).innerText()).toMatch(/31 Dec 2026\s+–\s+–/);
  });

  it('say in a sentence why something was refused', async () => {
    await button('Change synergy 1: Renegotiate').click();
    await app.page.evaluate(() => window.muster.api.strikeSynergy({ id: 1 }));
    await button('Save changes').press('Enter');
    await expect
      .poll(() => app.page.getByRole('alert').innerText(), patience)
      .toBe('There is no synergy 1 in this workspace.');
    expect(await focused()).toBe('Save changes');
    await app.page.keyboard.press('Escape');
    await dialogGone();
  });

  it('are found in the palette, and make the workspace a clean room', async () => {
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('clean room');
    await app.page.keyboard.press('Enter');
    await expect.poll(focused, patience).toBe('Clean room');
    const rows = () =>
      app.page.evaluate(() =>
        window.muster.api.rows({
          query: { metric: 'labor_cost', where: {}, from: '2025-01', to: '2025-01' },
          offset: 0,
          limit: 1,
        }),
      );
    const room = app.page.getByRole('switch', { name: 'Keep this workspace a clean room' });
    await room.press('Space');
    await expect.poll(() => room.isChecked(), patience).toBe(true);
    await app.page.getByText('It is one by decision').waitFor(patience);
    expect((await refusal(rows())).code).toBe('clean_room');
    await room.press('Space');
    await expect.poll(() => room.isChecked(), patience).toBe(false);
    expect((await rows()).total).toBe(12);
  });

  it('report no error', () => {
    expect(app.pageErrors).toEqual([]);
  });
});
