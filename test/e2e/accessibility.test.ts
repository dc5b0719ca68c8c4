import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { launchApp, profileIn, type Launched } from './support/launch.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('accessibility');
const extract = join(scratch, 'labor.csv');
let app: Launched;

beforeAll(async () => {
  writeFileSync(
    extract,
    'worker_id,work_date,site,job_code,pay_code,hours,cost,Region\nW1,2025-03-01,S1,RN,REG,8,400,North\nW2,2025-02-30,S1,RN,ZZ9,8,400,North\n',
  );
  app = await launchApp({ profile: profileIn(scratch), dialogs: { chooseExtracts: extract } });
});
afterAll(() => app?.app.close());

const findings = () => axeFindings(app.page);

const button = (name: string | RegExp) => app.page.getByRole('button', { name });
const heading = (name: string | RegExp) => app.page.getByRole('heading', { name });
const dialog = () => app.page.getByRole('dialog');

async function close(): Promise<void> {
  await app.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
}

describe('axe finds nothing', () => {
  it('on the first-run screen', async () => {
    await heading('Muster').waitFor();
    expect(await findings()).toEqual([]);
  });

  it('in the summary of an import', async () => {
    await button(/nursing-home/i).click();
    await button('Open the briefing').waitFor({ timeout: 90_000 });
    const found = await findings();
    await button('Open the briefing').click();
    expect(found).toEqual([]);
  });

  it('on every page of the briefing', async () => {
    const pages = app.page
      .getByRole('navigation', { name: 'Briefings and workspace' })
      .getByRole('list')
      .first()
      .getByRole('button');
    await app.page.locator('#page-title').waitFor();
    for (let index = 0; index < (await pages.count()); index += 1) {
      await pages.nth(index).click();
      await app.page.locator('article[aria-busy=false]').waitFor();
      expect(await findings(), `page ${index + 1}`).toEqual([]);
    }
    await pages.first().click();
  });

  it('on a chart shown as a table', async () => {
    await button(/^Show as table/)
      .first()
      .click();
    expect(await findings()).toEqual([]);
    await button(/^Show as table/)
      .first()
      .click();
  });

  it('while the data cursor stands in a chart', async () => {
    await app.page.getByRole('application').first().focus();
    await app.page.keyboard.press('ArrowRight');
    expect(await findings()).toEqual([]);
  });

  it.each(['Period', 'vs', 'Scope'])('in the %s filter', async (name) => {
    await button(new RegExp(`^${name}: `)).click();
    await app.page.getByRole('dialog', { name }).waitFor();
    expect(await findings()).toEqual([]);
    await close();
  });

  it('in the panel of a figure and its rows', async () => {
    await app.page.getByRole('list', { name: 'Headline figures' }).getByRole('button').first().click();
    await app.page.getByRole('grid', { name: 'Rows beneath the figure' }).waitFor();
    expect(await findings()).toEqual([]);
    await close();
  });

  it('in the palette, with results', async () => {
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('a');
    await app.page.getByRole('option').first().waitFor();
    expect(await findings()).toEqual([]);
    await close();
  });

  it('in the list of shortcuts and the About box', async () => {
    await app.page.keyboard.press('Shift+?');
    await heading('Keyboard shortcuts').waitFor();
    expect(await findings()).toEqual([]);
    await close();
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('About');
    await app.page.keyboard.press('Enter');
    await app.page.getByText('Network requests blocked').waitFor();
    expect(await findings()).toEqual([]);
    await close();
  });

  it('on the extracts page', async () => {
    await button('Extracts').click();
    await heading('Extracts').waitFor();
    expect(await findings()).toEqual([]);
  });

  it('in the preview of a file, and on the rows it quarantined', async () => {
    await button('Import extracts…').click();
    await app.page.getByLabel('Meaning of Region').waitFor();
    expect(await findings(), 'preview').toEqual([]);
    await button(/^Import$/).click();
    await button('See what was quarantined').click({ timeout: 30_000 });
    await button(/quarantined rows of batch/)
      .first()
      .click();
    await app.page.getByRole('grid', { name: 'Quarantined rows' }).waitFor();
    expect(await findings(), 'quarantine').toEqual([]);
    await close();
  });

  it('in the question before a batch is taken back', async () => {
    await button(/^Undo batch/)
      .first()
      .click();
    await app.page.getByRole('alertdialog').waitFor();
    expect(await findings()).toEqual([]);
    await button('Keep it').click();
  });

  it('on the definitions page', async () => {
    await button('Definitions').click();
    await heading('Definitions').waitFor();
    expect(await findings()).toEqual([]);
  });
});
