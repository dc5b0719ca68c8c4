import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { launchApp, profileIn, type Launched } from './support/launch.ts';
import { runToEnd } from './support/processes.ts';
import { repository } from './support/runtime.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('briefings');
const workspace = join(scratch, 'Northlake.muster');
let app: Launched;

beforeAll(async () => {
  const program = join(repository, 'dist', 'main', 'cli.js');
  const { code, stderr } = await runToEnd(process.execPath, [program, 'sample', '--out', workspace], {
    limitMs: 110_000,
  });
  expect(code, stderr).toBe(0);
  app = await launchApp({ profile: profileIn(scratch), args: [workspace] });
});
afterAll(() => app?.app.close());

const navigation = () => app.page.getByRole('navigation', { name: 'Briefings and workspace' });
const settled = () => app.page.locator('article[aria-busy=false]').waitFor();

/** The open briefing is a heading over its pages, the others are buttons. */
async function openBriefing(briefing: string): Promise<void> {
  const button = navigation().getByRole('button', { name: briefing });
  await settled();
  if ((await button.count()) > 0) await button.click();
  await button.waitFor({ state: 'detached' });
  await settled();
}

async function eachPage(briefing: string, visit: (name: string) => Promise<void>): Promise<void> {
  await openBriefing(briefing);
  const pages = navigation().getByRole('list').first().getByRole('button');
  for (let index = 0; index < (await pages.count()); index += 1) {
    await pages.nth(index).click();
    await settled();
    await visit(await pages.nth(index).innerText());
  }
}

const charts = (): Promise<Locator[]> => app.page.getByRole('application').all();

/** What a chart says to a screen reader after a key. */
async function spoken(chart: Locator, key: string): Promise<string> {
  await chart.press(key);
  return chart.locator('[aria-live]').innerText();
}

describe.each(['Retention briefing', 'Integration briefing'])('the %s', (briefing) => {
  it('gives axe nothing to find, as charts and as tables', async () => {
    await eachPage(briefing, async (name) => {
      expect(await axeFindings(app.page), name).toEqual([]);
      for (const toggle of await app.page.getByRole('button', { name: /^Show as table/ }).all()) await toggle.click();
      expect(await app.page.getByRole('application').count(), name).toBe(0);
      expect(await axeFindings(app.page), `${name}, as tables`).toEqual([]);
    });
  });

  it('is read with the keyboard: every chart says the values under its cursor from one end to the other', async () => {
    await eachPage(briefing, async (name) => {
      for (const chart of await charts()) {
        expect(await chart.getAttribute('aria-label'), name).toMatch(/^[A-Z0-9].*\.$/s);
        await chart.focus();
        const first = await spoken(chart, 'Home');
        expect(first, name).toMatch(/\d|not|hidden/);
        const last = await spoken(chart, 'End');
        expect(last, name).toMatch(/\d|not|hidden/);
        expect(last, name).not.toBe(first);
      }
    });
  });
});

describe('a mark under the cursor', () => {
  const chartOf = async (page: string): Promise<Locator> => {
    await openBriefing('Retention briefing');
    await navigation().getByRole('button', { name: page }).click();
    await settled();
    return app.page.getByRole('application').first();
  };

  it('opens its figure with Enter, where it is a cell of cohorts', async () => {
    const chart = await chartOf('Which cohorts stay');
    await chart.focus();
    const cell = await spoken(chart, 'ArrowDown');
    await chart.press('Enter');
    const panel = app.page.getByRole('dialog');
    await panel.waitFor();
    expect(await panel.innerText()).toContain(/\d+\.\d%/.exec(cell)![0]);
    await app.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  it('narrows the page with Enter, where it is a curve of a group', async () => {
    const chart = await chartOf('Do people stay');
    await chart.focus();
    const group = /\. (\S+)/.exec(await spoken(chart, 'ArrowRight'))![1];
    await chart.press('Enter');
    await app.page.getByRole('button', { name: new RegExp(`^Remove .*${group}`) }).waitFor();
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('button', { name: /^Remove/ }).waitFor({ state: 'hidden' });
  });
});
