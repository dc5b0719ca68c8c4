import type { Page } from 'playwright-core';

/** The small real sample: enough for every page of a briefing, imported within seconds. */
const SAMPLE = 'cms-pbj';

/** Opens a workspace with a bundled sample in it, as the first-run screen does. */
export async function openFilledSample(page: Page): Promise<void> {
  await page.evaluate(async (sample) => {
    const { empty } = await window.muster.shell.openSample({ sample });
    if (empty) await window.muster.api.importSample({ job: 'fill', sample });
  }, SAMPLE);
}

/** Where the sample's workspace is kept in a profile. */
export const SAMPLE_WORKSPACE = 'samples/CMS nursing-home staffing.muster';
