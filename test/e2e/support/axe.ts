import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Everything axe knows, in both themes. Legacy mode, because a second page cannot be opened in the app's window. */
export async function axeFindings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The theme is on the screen two frames later; axe reads colours from what is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    found.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme} ${id}: ${node.target.join(' ')}`)),
    );
  }
  return found;
}
