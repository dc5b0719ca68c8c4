/** npm run screenshot: the picture in the README, taken of the real window with the sample in it. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { root } from './setup/places.mjs';
import { prepareApp } from './setup/prepare.mjs';
import { runScript, say } from './setup/say.mjs';

const WORKSPACE = join(root, 'out', 'demo.muster');
const PICTURE = join(root, 'docs', 'briefing.png');

await runScript(async () => {
  const env = { ...process.env, ...(await prepareApp()) };
  const app = await _electron.launch({
    executablePath: env.MUSTER_ELECTRON,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${mkdtempSync(join(tmpdir(), 'muster-picture-'))}`,
      root,
      WORKSPACE,
    ],
    env,
  });
  const page = await app.firstWindow();
  await page.locator('article[aria-busy=false]').waitFor({ timeout: 60_000 });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1440, 900));
  // Charts settle a moment after the window has its size.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: PICTURE });
  await app.close();
  say(`the picture is ${PICTURE}`);
  return 0;
});
