/** A process of its own, because it may need a virtual display: starts both apps in turn and prints the milliseconds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { root } from '../places.ts';
import { interleave } from '../rounds.ts';

const [workspace, rounds, scratch] = process.argv.slice(2) as [string, string, string];
const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

async function start(words: readonly string[], painted: string): Promise<number> {
  const profile = mkdtempSync(join(scratch, 'profile-'));
  const started = performance.now();
  const app = await _electron.launch({
    executablePath: process.env['MUSTER_ELECTRON']!,
    args: [...flags, `--user-data-dir=${profile}`, ...words],
    env: process.env as Record<string, string>,
  });
  const page = await app.firstWindow();
  await page.locator(painted).first().waitFor();
  // The second frame after the content is there has been painted.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))');
  const milliseconds = performance.now() - started;
  await app.close();
  rmSync(profile, { recursive: true, force: true });
  return milliseconds;
}

const milliseconds = await interleave(Number(rounds), {
  ours: () => start([root, workspace], 'article[aria-busy=false]'),
  peer: () => start([join(import.meta.dirname, 'empty-app')], 'p'),
});
process.stdout.write(JSON.stringify(milliseconds));
