import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNursingHomes } from '../support/nursing-homes.ts';
import { axeFindings } from './support/axe.ts';
import { answerDialogs, launchApp, patience, profileIn, type Launched } from './support/launch.ts';
import { runToEnd } from './support/processes.ts';
import { repository } from './support/runtime.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('chains');
const files = writeNursingHomes(scratch);
const workspace = join(scratch, 'chains.muster');
let app: Launched;

beforeAll(async () => {
  app = await launchApp({
    profile: profileIn(scratch),
    dialogs: {
      newWorkspace: workspace,
      chooseExtracts: [files.quarter, files.enrollments],
      chooseRecipe: files.staffingRecipe,
    },
  });
});
afterAll(() => app?.app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name });
const title = () => app.page.locator('#page-title').innerText();
const settled = () => app.page.locator('article[aria-busy=false]').waitFor(patience);
const cells = async (table: string) =>
  (await app.page.getByRole('grid', { name: table }).getByRole('row').allInnerTexts()).map((text) => text.split('\t'));

async function choose(place: string, name: string): Promise<void> {
  await button(new RegExp(`^${place}`)).click();
  await app.page.getByRole('searchbox', { name: `Search: ${place}` }).fill(name);
  await app.page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  await app.page.getByRole('listbox').waitFor({ state: 'hidden' });
}

async function openPage(name: string): Promise<void> {
  await app.page.getByRole('navigation', { name: 'Briefings and workspace' }).getByRole('button', { name }).click();
  await settled();
}

async function commandLine(...words: string[]) {
  const program = join(repository, 'dist', 'main', 'cli.js');
  const { code, stdout, stderr } = await runToEnd(process.execPath, [program, ...words, '--in', workspace, '--json']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

describe('two nursing-home chains in the window', () => {
  it('come in by the recipes of docs/recipes.md', async () => {
    await button(/^New workspace/).click();
    await button(/^Import extracts/)
      .first()
      .click();
    for (const [file, recipe] of [
      ['quarter.csv', files.staffingRecipe],
      ['enrollments.csv', files.entitiesRecipe],
    ]) {
      await answerDialogs(app.app, { chooseRecipe: recipe });
      await button(new RegExp(`^${file}`)).click();
      await button(/^Use a recipe/).click();
      await button(new RegExp(`^${file}\\s+ready`)).waitFor(patience);
    }
    await button('Import 2 files').click();
    await button('Open the briefing').click(patience);
    await settled();
  });

  it('are chosen above the page, which says how where no extract tells who was acquired', async () => {
    await openPage('Integration briefing');
    expect(await title()).toBe('No entity is held against a target model yet');
    expect(await axeFindings(app.page)).toEqual([]);
    await choose('Entity in question', 'CARE PARTNERS');
    await expect
      .poll(() => app.page.getByRole('list', { name: 'Notes on this page' }).innerText(), patience)
      .toContain('No extract says who owns CARE PARTNERS');
    await choose('Target model', 'HOMES OF CAÑON');
    // Three facilities a side are 20 arrangements: fewer than tell anything at this level.
    await expect
      .poll(title, patience)
      .toBe('Whether CARE PARTNERS matches HOMES OF CAÑON cannot be told: too few sites for a difference to show');
  });

  it('are compared by their hours as in the golden case, and every other dimension says what it needs', async () => {
    // 400 of 6,001.5 hours and 500 of 10,001.5.
    expect(await cells('What each side has')).toContainEqual(['Worker mix: External', '6.7%', '5.0%']);
    const chart = app.page.getByRole('application').first();
    await button(/^Show as table: Alignment/).click();
    const rows = await app.page
      .getByRole('region', { name: /^Alignment by dimension/ })
      .getByRole('row')
      .allInnerTexts();
    const { dimensions } = await commandLine('alignment', '--entity', 'CARE PARTNERS', '--against', 'HOMES OF CAÑON');
    const mix = dimensions.find(({ dimension }: { dimension: string }) => dimension === 'mix_distance');
    expect(mix.value).toBeCloseTo(0.030233413465296545, 12);
    expect(rows.find((row) => row.startsWith('Worker mix'))).toMatch(new RegExp(`\\t${Math.round(mix.score)}\\t`));
    const absent = rows.filter((row) => /not measured: needs/.test(row));
    expect(absent).toHaveLength(9);
    expect(absent.find((row) => row.startsWith('Policies'))).toContain('needs policies');
    await button(/^Show as table: Alignment/).click();
    await chart.waitFor();
  });

  it('open from a dot to the definition and to as many rows as the command line lists', async () => {
    const chart = app.page.getByRole('application').first();
    await chart.focus();
    await chart.press('Home');
    await chart.press('Enter');
    const panel = app.page.getByRole('dialog');
    const grid = panel.getByRole('grid', { name: 'Rows beneath the figure' });
    await grid.waitFor(patience);
    expect(await panel.innerText()).toMatch(
      /Worker mix[\s\S]*mix_distance · version \d+[\s\S]*97[\s\S]*rests on productive hours/i,
    );
    const listed = await commandLine('rows', '--metric', 'productive_hours', '--where', 'owner=CARE PARTNERS');
    expect(listed.total).toBe(3);
    expect(Number(await grid.getAttribute('aria-rowcount')) - 1).toBe(listed.total);
    expect(await axeFindings(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  it('stand side by side on one set of definitions, and change places', async () => {
    await openPage('Side by side');
    expect(await title()).toMatch(/^CARE PARTNERS .*HOMES OF CAÑON.* chance/);
    expect(await cells('What chance could explain')).toContainEqual([
      'External share of hours',
      '6.7%',
      '5.0%',
      expect.any(String),
    ]);
    const notes = await app.page.getByRole('list', { name: 'Notes on this page' }).innerText();
    expect(notes).toMatch(/External share of cost \(needs labor\).*Turnover a year \(needs roster\)/);
    expect(await axeFindings(app.page)).toEqual([]);
    await button('Exchange the two').click();
    await expect.poll(title, patience).toMatch(/^HOMES OF CAÑON/);
    await button('Reset').click();
    await expect.poll(() => button('Reset').count()).toBe(0);
  });

  it('are found in the palette, and offered by Harmonise and Decisions', async () => {
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('whom to compare');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('searchbox', { name: 'Search: Entity in question' }).waitFor(patience);
    await app.page.getByRole('option', { name: /^HOMES OF CAÑON/ }).click();
    await choose('Target model', 'CARE PARTNERS');
    for (const place of ['Harmonise', 'Decisions']) {
      await button(place).click();
      await button('Entity: HOMES OF CAÑON').waitFor(patience);
      expect(await axeFindings(app.page), place).toEqual([]);
    }
    expect(app.pageErrors).toEqual([]);
  });
});
