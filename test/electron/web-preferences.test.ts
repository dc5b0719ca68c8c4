import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hardened } from '../../electron/locks/web-preferences.ts';

const folder = join(import.meta.dirname, '..', '..', 'electron');

describe('windows', () => {
  it('have every privilege taken away in so many words', () => {
    expect(hardened({ session: undefined as never, preload: '/p', development: false })).toMatchObject({
      devTools: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('are made in two places, each with those preferences', () => {
    const makers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
      .filter(({ text }) => /new (?:BrowserWindow|WebContentsView|BrowserView|BaseWindow)\(/.test(text));
    expect(makers.map(({ name }) => name.replaceAll('\\', '/')).sort()).toEqual(['deck/print-window.ts', 'window.ts']);
    for (const { text } of makers) expect(text).toMatch(/hardened\(\{/);
  });
});
