import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, refusal, type Launched } from './support/launch.ts';
import { repository } from './support/runtime.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('bridge');
let shell: Launched;

beforeAll(async () => {
  shell = await launchApp({ profile: join(scratch, 'profile') });
});
afterAll(() => shell?.app.close());

describe('the bridge', () => {
  it.each([
    ['an argument where none belongs', 'workspace', 1],
    ['a missing argument', 'page', undefined],
    ['a field that no schema names', 'undo', { batch: 1, force: true }],
    ['a number where text belongs', 'cancel', { job: 5 }],
    [
      'a month that is none',
      'rows',
      { query: { metric: 'fte', where: {}, from: '2026-13', to: '2026-01' }, offset: 0, limit: 1 },
    ],
    ['text beyond every limit', 'cancel', { job: 'x'.repeat(5_000_000) }],
  ])('refuses %s', async (_what, method, argument) => {
    const call = shell.page.evaluate(
      ([name, value]) =>
        (window.muster.api as unknown as Record<string, (value: unknown) => Promise<unknown>>)[name](value),
      [method, argument] as const,
    );
    expect((await refusal(call)).code).toBe('usage');
  });

  it('meets whatever a page sends, on every channel, with a refusal', async () => {
    const outcomes = await shell.page.evaluate(async () => {
      const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 0);
      const hostile = [
        Number.NaN,
        2 ** 53,
        '\ud800',
        [],
        {},
        null,
        () => 0,
        new Map([[1, 2]]),
        new Date(0),
        deep,
        JSON.parse('{"__proto__":{"job":"x"}}'),
      ];
      const bridges = [window.muster.api, window.muster.shell] as unknown as Record<
        string,
        (value: unknown) => Promise<unknown>
      >[];
      const codes = new Set<string>();
      for (const bridge of bridges)
        for (const [method, call] of Object.entries(bridge))
          for (const [index, value] of hostile.entries())
            codes.add(
              await Promise.resolve()
                .then(() => call(value))
                .then(
                  () => `accepted by ${method}: ${index}`,
                  (error: Error) =>
                    error.message.startsWith('{') ? (JSON.parse(error.message) as { code: string }).code : 'not sent',
                ),
            );
      return [...codes].sort();
    });
    expect(outcomes).toEqual(['usage']);
    expect((await refusal(shell.page.evaluate(() => window.muster.api.batches()))).code).toBe('no_workspace');
  });

  it('does not let a key of an argument reach the prototype of all objects', async () => {
    const outcome = await shell.page.evaluate(async () => {
      const recipe = JSON.parse('{"__proto__": {"polluted": true}}') as object;
      await window.muster.shell.saveRecipe({ recipe });
      return 'polluted' in {};
    });
    expect(outcome).toBe(false);
    expect(await shell.app.evaluate(() => 'polluted' in {})).toBe(false);
  });

  it('answers only the main page: a second window with the same preload is refused', async () => {
    const preload = join(repository, 'dist', 'preload', 'index.cjs');
    const answer = await shell.app.evaluate(async ({ BrowserWindow }, preload) => {
      const { session } = BrowserWindow.getAllWindows()[0].webContents;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, session, sandbox: true } });
      await other.loadURL('app://bundle/index.html');
      const message: unknown = await other.webContents.executeJavaScript(
        'window.muster.shell.state().then(() => "answered", (error) => error.message)',
      );
      other.destroy();
      return message;
    }, preload);
    expect(answer).toContain('own page');
  });
});
