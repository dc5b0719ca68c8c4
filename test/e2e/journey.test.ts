import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerDialogs, launchApp, profileIn, type Launched } from './support/launch.ts';
import { runToEnd } from './support/processes.ts';
import { repository } from './support/runtime.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('journey');
const profile = profileIn(scratch);
const workspace = join(profile, 'samples', 'Northlake Health.muster');
const pdf = join(scratch, 'cfo.pdf');

type Figure = { metric: string; value: number; numerator: number; rows: number };

let shell: Launched;
beforeAll(async () => {
  shell = await launchApp({ profile, dialogs: { exportDeck: pdf } });
});
afterAll(() => shell?.app.close());

/** What the command line says of the same workspace while the window has it open. */
async function commandLine(metric: string, ...more: string[]): Promise<Figure> {
  const program = join(repository, 'dist', 'main', 'cli.js');
  const words = [
    program,
    'metrics',
    '--json',
    '--in',
    workspace,
    '--metric',
    metric,
    '--from',
    '2025-10',
    '--to',
    '2026-09',
    ...more,
  ];
  const { code, stdout, stderr } = await runToEnd(process.execPath, words);
  expect(code, stderr).toBe(0);
  return (JSON.parse(stdout) as { metrics: Figure[] }).metrics[0];
}

const percent = (share: number): string => `${(Math.round(share * 1000) / 10).toFixed(1)}%`;
const headline = (label: string) =>
  shell.page.getByRole('list', { name: 'Headline figures' }).getByRole('button', { name: new RegExp(`^${label}`) });
const settled = () => shell.page.locator('article[aria-busy=false]').waitFor();
const title = () => shell.page.locator('#page-title').innerText();

async function textOf(path: string): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), useSystemFonts: true }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  return pages;
}

/** From the books of the sample, which were kept while its rows were made. */
const books = JSON.parse(readFileSync(join(repository, 'samples', 'northlake', 'truths.json'), 'utf8')) as {
  last_12_months: {
    internal_productive_hours: number;
    external_productive_hours: number;
    external_cost_cents: number;
    internal_cost_cents: number;
  };
};
const { last_12_months: year } = books;
const shareOfHours = year.external_productive_hours / (year.external_productive_hours + year.internal_productive_hours);
const shareOfCost = year.external_cost_cents / (year.external_cost_cents + year.internal_cost_cents);

describe('an executive who opens Muster for the first time', () => {
  it('imports the sample from the first screen and is shown where every row went', async () => {
    await shell.page.getByRole('button', { name: /Northlake Health/ }).click();
    await shell.page.getByRole('button', { name: 'Open the briefing' }).waitFor({ timeout: 110_000 });
    await shell.page.getByRole('button', { name: 'Open the briefing' }).click();
    await shell.page.locator('#page-title').waitFor();
    expect(existsSync(workspace)).toBe(true);
  });

  it('reads in the title what the books of the sample say', async () => {
    await settled();
    expect(await title()).toContain(
      `External labour is ${percent(shareOfHours)} of hours but ${percent(shareOfCost)} of cost`,
    );
  });

  it('sees the figures that the command line gives', async () => {
    const hours = await commandLine('external_share_hours');
    expect(hours.value).toBeCloseTo(shareOfHours, 12);
    expect(await headline('External share of hours').innerText()).toContain(percent(hours.value));
    expect(await headline('External share of cost').innerText()).toContain(
      percent((await commandLine('external_share_cost')).value),
    );
  });

  it('narrows to a unit with a click on its row, and every figure follows', async () => {
    await shell.page.getByRole('grid', { name: 'Where the gap sits' }).getByText('Emergency, Lakeside').click();
    await shell.page.getByRole('button', { name: /^Remove Unit/ }).waitFor();
    await settled();
    const narrowed = await commandLine('external_share_hours', '--where', 'unit=Emergency, Lakeside');
    await expect.poll(() => headline('External share of hours').innerText()).toContain(percent(narrowed.value));
  });

  it('opens a figure down to its rows, as many as the figure counts', async () => {
    const narrowed = await commandLine('external_share_hours', '--where', 'unit=Emergency, Lakeside');
    await headline('External share of hours').click();
    const rows = shell.page.getByRole('grid', { name: 'Rows beneath the figure' });
    await rows.waitFor();
    // One row of the grid is its header.
    expect(Number(await rows.getAttribute('aria-rowcount')) - 1).toBe(narrowed.rows);
    await shell.page.keyboard.press('Escape');
    await shell.page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('widens with Escape and is back where it was', async () => {
    await shell.page.keyboard.press('Escape');
    await shell.page.getByRole('button', { name: /^Remove Unit/ }).waitFor({ state: 'hidden' });
    await expect.poll(title).toContain(percent(shareOfHours));
  });

  it('turns pages with the arrow keys', async () => {
    await shell.page.keyboard.press('ArrowRight');
    await expect.poll(title).toMatch(/^Cost (rose|fell|is) /);
    await shell.page.keyboard.press('ArrowLeft');
    await expect.poll(title).toContain('External labour is');
  });

  it('exports a deck that says the same', async () => {
    await answerDialogs(shell.app, { exportDeck: pdf });
    await shell.page.getByRole('button', { name: 'Export deck' }).click();
    await expect.poll(() => existsSync(pdf), { timeout: 60_000 }).toBe(true);
    const pages = await textOf(pdf);
    expect(pages[0]).toContain(
      `External labour is ${percent(shareOfHours)} of hours but ${percent(shareOfCost)} of cost`,
    );
    expect(pages[1]).toContain(percent(shareOfHours));
    expect(pages[1]).toContain(percent(shareOfCost));
    expect(pages.join(' ')).toContain('external_share_cost');
  });

  it('tried no network and met no error', async () => {
    const { blockedRequests } = await shell.page.evaluate(() => window.muster.shell.about());
    expect(blockedRequests).toBe(0);
    expect(shell.pageErrors).toEqual([]);
  });
});
