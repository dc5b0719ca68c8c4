import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerDialogs,
  dropFiles,
  environment,
  launchApp,
  noteEvents,
  refusal,
  seenEvents,
  type Launched,
  patience,
} from './support/launch.ts';
import { runToEnd } from './support/processes.ts';
import { electronExecutable, repository, rootFlags } from './support/runtime.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('shell');
const profile = join(scratch, 'profile');
const first = join(scratch, 'First.muster');
const second = join(scratch, 'Second.muster');
let shell: Launched;

beforeAll(async () => {
  shell = await launchApp({ profile, dialogs: { newWorkspace: first } });
});
afterAll(() => shell?.app.close());

const state = () => shell.page.evaluate(() => window.muster.shell.state());

describe('the window', () => {
  it('is one, visible, and shows the program from its own scheme', async () => {
    const windows = (): Promise<unknown> =>
      shell.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => ({
          visible: window.isVisible(),
          url: window.webContents.getURL(),
        })),
      );
    await expect.poll(windows, patience).toEqual([{ visible: true, url: 'app://bundle/index.html' }]);
  });

  it('counts no blocked request after a start, and says which runtime it uses', async () => {
    const about = await shell.page.evaluate(() => window.muster.shell.about());
    expect(about.blockedRequests).toBe(0);
    expect(about.runtime).toContain(about.electron);
    expect(about.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('sends menu commands to the page', async () => {
    await noteEvents(shell.page);
    await shell.app.evaluate(({ Menu }) => {
      const help = Menu.getApplicationMenu()!.items.find((item) => item.label.includes('Help'))!;
      help.submenu!.items.find((item) => item.label.includes('Definitions'))!.click();
    });
    await expect
      .poll(() => seenEvents(shell.page), patience)
      .toContainEqual({ type: 'command', command: 'definitions' });
  });
});

describe('the page', () => {
  it('starts without an error, under the content policy', () => {
    expect(shell.pageErrors).toEqual([]);
  });
});

describe('workspaces', () => {
  it('offers the bundled samples', async () => {
    const { samples } = await state();
    expect(samples.map(({ id }) => id)).toContain('cms-pbj');
  });

  it('makes one where the dialog says, and remembers it', async () => {
    const made = await shell.page.evaluate(() => window.muster.shell.newWorkspace());
    expect(made.open).toEqual({ name: 'First' });
    expect(existsSync(first)).toBe(true);
    expect(made.recent[0]).toMatchObject({ name: 'First', folder: scratch });
    expect(readFileSync(join(profile, 'recent.json'), 'utf8')).toContain('First.muster');
  });

  it('does not write over a file that is there', async () => {
    const failure = await refusal(shell.page.evaluate(() => window.muster.shell.newWorkspace()));
    expect(failure.code).toBe('exists');
    expect(failure.message).not.toContain(scratch);
  });

  it('keeps the open one when another is refused', async () => {
    const foreign = join(scratch, 'foreign.muster');
    writeFileSync(foreign, 'no database at all');
    await answerDialogs(shell.app, { openWorkspace: foreign });
    await refusal(shell.page.evaluate(() => window.muster.shell.openWorkspace()));
    expect((await state()).open).toEqual({ name: 'First' });
    expect(readFileSync(foreign, 'utf8')).toBe('no database at all');
  });

  it('changes nothing when a dialog is cancelled', async () => {
    await answerDialogs(shell.app, {});
    const unchanged = await shell.page.evaluate(() => window.muster.shell.openWorkspace());
    expect(unchanged.open).toEqual({ name: 'First' });
    expect(await shell.page.evaluate(() => window.muster.shell.chooseExtracts())).toEqual([]);
    expect(
      await shell.page.evaluate(() => window.muster.shell.exportDeck({ briefing: 'board', filters: null })),
    ).toBeNull();
  });

  it('opens the file of a second start in the first, which stays alone', async () => {
    await answerDialogs(shell.app, { newWorkspace: second });
    await shell.page.evaluate(() => window.muster.shell.newWorkspace());
    const args = [...rootFlags, `--user-data-dir=${profile}`, repository, 'First.muster'];
    const again = await runToEnd(electronExecutable(), args, { env: environment(), cwd: scratch });
    expect(again.code).toBe(0);
    await expect.poll(async () => (await state()).open?.name, patience).toBe('First');
    expect(await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('closes, and refuses work until one is open again', async () => {
    expect((await shell.page.evaluate(() => window.muster.shell.closeWorkspace())).open).toBeNull();
    const failure = await refusal(shell.page.evaluate(() => window.muster.api.workspace()));
    expect(failure.code).toBe('no_workspace');
    const [recent] = (await state()).recent;
    expect((await shell.page.evaluate((id) => window.muster.shell.openRecent({ id }), recent.id)).open).toEqual({
      name: 'First',
    });
  });
});

describe('dropped files', () => {
  it('become handles without a path', async () => {
    const extract = join(scratch, 'extract.csv');
    writeFileSync(extract, 'a,b\n1,2\n');
    const [handle] = await dropFiles(shell.page, [extract]);
    expect(handle).toEqual({ id: expect.any(String), name: 'extract.csv', size: 8 });
  });

  it('cannot be made up by the page', async () => {
    const invented = shell.page.evaluate(() => window.muster.dropped([new File(['x'], '/etc/passwd')]));
    expect((await refusal(invented)).code).toBe('usage');
    const path = shell.page.evaluate(() => window.muster.dropped(['/etc/passwd']));
    expect((await refusal(path)).code).toBe('usage');
  });

  it('are refused when they are folders', async () => {
    mkdirSync(join(scratch, 'folder.csv'));
    await answerDialogs(shell.app, { chooseExtracts: join(scratch, 'folder.csv') });
    const failure = await refusal(shell.page.evaluate(() => window.muster.shell.chooseExtracts()));
    expect(failure.code).toBe('not_a_file');
  });
});

describe('recovery', () => {
  it('brings the workspace back when the service is killed, and says so once', async () => {
    await noteEvents(shell.page);
    await killService();
    await expect
      .poll(() => seenEvents(shell.page), patience)
      .toMatchObject([{ type: 'state', state: { recovered: true } }]);
    expect((await shell.page.evaluate(() => window.muster.api.workspace())).name).toBe('First');
    expect((await state()).recovered).toBe(false);
  });

  it('reloads a crashed page with its workspace', async () => {
    await crashPage();
    const open = await inPage('window.muster.shell.state().then(({ open }) => open)');
    expect(open).toEqual({ name: 'First' });
  });

  it('gives up with a plain page when the page crashes a fourth time within a minute', async () => {
    for (let crash = 2; crash <= 4; crash += 1) await crashPage();
    expect(await inPage('location.href')).toBe('app://bundle/stopped.html');
    expect(await inPage('document.querySelector("h1").textContent')).toContain('stopped');
  });
});

describe('the next start', () => {
  it('finds the window where it was and the files opened last', async () => {
    const bounds = { x: 30, y: 40, width: 1100, height: 700 };
    await shell.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0].setBounds(to), bounds);
    const placed = await boundsOf(shell);
    await shell.app.close();
    shell = await launchApp({ profile, args: [second] });
    expect(await boundsOf(shell)).toEqual(placed);
    await expect.poll(async () => (await state()).open?.name, patience).toBe('Second');
    expect((await state()).recent.map(({ name }) => name)).toEqual(['Second', 'First']);
  });
});

async function killService(): Promise<void> {
  await shell.app.evaluate(({ app }) => {
    const service = app.getAppMetrics().find((process) => process.name === 'Muster service')!;
    process.kill(service.pid, 'SIGKILL');
  });
}

async function crashPage(): Promise<void> {
  const reloaded = shell.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0];
    return new Promise<void>((done) => {
      webContents.once('did-finish-load', () => done());
      webContents.forcefullyCrashRenderer();
    });
  });
  await reloaded;
}

/** Asks the page through the shell, because Playwright gives up on a page that crashed once. */
function inPage(script: string): Promise<unknown> {
  return shell.app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(code),
    script,
  );
}

function boundsOf({ app }: Launched): Promise<Electron.Rectangle> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getBounds());
}
