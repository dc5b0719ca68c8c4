import { cpSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environment, launchApp, patience, type Launched } from './support/launch.ts';
import { runToEnd } from './support/processes.ts';
import { electronExecutable, repository, rootFlags } from './support/runtime.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('lockdown');
let shell: Launched;

beforeAll(async () => {
  shell = await launchApp({ profile: join(scratch, 'profile') });
});
afterAll(() => shell?.app.close());

const blocked = () => shell.page.evaluate(async () => (await window.muster.shell.about()).blockedRequests);

/** Runs in the page as its own script would; what Playwright evaluates itself is exempt from the content policy. */
function asPageScript<T>(work: () => T | Promise<T>): Promise<T> {
  const script = `new Promise((done, fail) => setTimeout(() => Promise.resolve((${work.toString()})()).then(done, fail)))`;
  return shell.page.evaluate<T>(script);
}

describe('what the page is given', () => {
  it('is the bridge alone, without anything of Node or the runtime', async () => {
    const seen = await shell.page.evaluate(() => ({
      bridge: Object.keys(window.muster).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    }));
    expect(seen).toEqual({ bridge: ['api', 'dropped', 'onEvent', 'shell'], node: [] });
  });

  it('comes from a sandboxed, isolated window without web privileges', async () => {
    const preferences = await shell.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        const asked = webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        return asked.getLastWebPreferences();
      }),
    );
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
  });

  it('leaves no browser storage on the disk', async () => {
    const storage = await shell.app.evaluate(({ BrowserWindow }) => {
      const { session } = BrowserWindow.getAllWindows()[0].webContents;
      return { persistent: session.isPersistent(), path: session.getStoragePath() };
    });
    expect(storage).toEqual({ persistent: false, path: null });
  });
});

describe('the app scheme', () => {
  const ask = (url: string, method = 'GET') =>
    shell.app.evaluate(
      async ({ BrowserWindow }, asked) => {
        const { session } = BrowserWindow.getAllWindows()[0].webContents;
        const answer = await session.fetch(asked.url, { method: asked.method });
        return { status: answer.status, policy: answer.headers.get('content-security-policy') ?? '' };
      },
      { url, method },
    );

  it('sends a content policy without inline script, eval or any remote source', async () => {
    const { status, policy } = await ask('app://bundle/index.html');
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each(['index.html', 'print.html'])(
    'shows %s, which carries a policy of its own for where the header is lost',
    (name) => {
      const html = readFileSync(join(repository, 'dist', 'renderer', name), 'utf8');
      const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    },
  );

  it('serves built files by GET and nothing else', async () => {
    expect((await ask('app://bundle/index.html', 'POST')).status).toBe(405);
    const refused = ['../package.json', '..%2fmain/main.js', 'main.js', 'index.html?x=1', 'assets/', ''].map(
      (path) => `app://bundle/${path}`,
    );
    const answers = await Promise.all(
      [...refused, 'app://other/index.html'].map(async (url) => [url, (await ask(url)).status]),
    );
    expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
  });
});

describe('script from elsewhere', () => {
  it('does not run inline, by eval or as assigned markup', async () => {
    const outcome = await asPageScript(() => {
      const attempt = (work: () => unknown): string => {
        try {
          return `ran: ${String(work())}`;
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [
        // oxlint-disable-next-line no-eval
        attempt(() => globalThis.eval('1 + 1')),
        // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
        attempt(() => new Function('return 2')()),
        attempt(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
        attempt(() => document.createElement('script').setAttribute('src', 'app://bundle/x.js')),
      ];
    });
    expect(outcome).toEqual(['EvalError', 'EvalError', 'TypeError', 'TypeError']);
  });
});

describe('ways out of the program', () => {
  /** Every attempt and how often it must be counted; each of them is stopped before a packet is sent. */
  const attempts: [string, () => void][] = [
    ['fetch over https', () => void fetch('https://example.com/').catch(() => {})],
    ['fetch over http to this machine', () => void fetch('http://127.0.0.1:9/').catch(() => {})],
    ['fetch of a file', () => void fetch('file:///etc/passwd').catch(() => {})],
    ['a web socket', () => void new WebSocket('wss://example.com/')],
    ['an event source', () => void new EventSource('https://example.com/')],
    ['a beacon', () => void navigator.sendBeacon('https://example.com/', 'x')],
    ['an image', () => void (new Image().src = 'https://example.com/x.png')],
    [
      'a style sheet',
      () =>
        document.head.append(
          Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://example.com/x.css' }),
        ),
    ],
    [
      'a frame',
      () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })),
    ],
    [
      'a form',
      () => {
        const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'post' });
        document.body.append(form);
        form.submit();
      },
    ],
    ['a new window', () => void window.open('https://example.com/')],
    [
      'a link in a new window',
      () => Object.assign(document.createElement('a'), { href: 'https://example.com/', target: '_blank' }).click(),
    ],
    ['going elsewhere', () => void (location.href = 'https://example.com/')],
    [
      'WebRTC',
      () => {
        try {
          void new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] });
        } catch {
          // Refused at once, as it should be.
        }
      },
    ],
  ];

  it.each(attempts)('are closed and counted: %s', async (_name, attempt) => {
    const before = await blocked();
    await asPageScript(attempt);
    await expect.poll(blocked, patience).toBe(before + 1);
    expect(shell.page.url()).toBe('app://bundle/index.html');
    expect(shell.app.windows()).toHaveLength(1);
  });

  it('are closed for the shell itself, too, before the network is asked', async () => {
    const before = await blocked();
    const outcome = await shell.app.evaluate(async ({ BrowserWindow, session }) => {
      const sessions = [session.defaultSession, BrowserWindow.getAllWindows()[0].webContents.session];
      const call = (one: Electron.Session): Promise<string> =>
        one.fetch('https://example.com/').then(
          () => 'answered',
          (error: Error) => error.message,
        );
      return Promise.all(sessions.map(call));
    });
    expect(outcome).toEqual(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_BLOCKED_BY_CLIENT']);
    expect(await blocked()).toBe(before + 2);
  });
});

describe('permissions', () => {
  it('are all denied', async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    const states = await shell.page.evaluate(
      (list) =>
        Promise.all(
          list.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
        ),
      names,
    );
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  it('are denied when used without asking', async () => {
    const outcome = await shell.page.evaluate(() =>
      Promise.all(
        [
          () => navigator.mediaDevices.getUserMedia({ audio: true }),
          () => navigator.mediaDevices.getDisplayMedia(),
          () => navigator.clipboard.readText(),
          () => Notification.requestPermission(),
        ].map((use) => use().then(String, () => 'refused')),
      ),
    );
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'denied']);
  });
});

describe('a packaged program', () => {
  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect=0',
    '--js-flags=--expose-gc',
    '--no-sandbox',
  ])('does not start with %s', async (flag) => {
    const executable = packagedCopy();
    const { code, stderr } = await runToEnd(executable, [flag, ...rootFlags, repository], {
      env: environment(),
      limitMs: 20_000,
    });
    expect({ code, said: /Muster does not start with (\S+)\.$/m.exec(stderr)?.[1] }).toEqual({
      code: 2,
      said: flag.split('=')[0],
    });
    expect(stderr).not.toContain('DevTools listening');
  });
});

let copy: string | null = null;

/** The runtime under another name: what makes the program think that it is packaged is its executable's name. */
function packagedCopy(): string {
  if (copy !== null) return copy;
  const original = electronExecutable();
  const folder = join(scratch, 'packaged');
  cpSync(dirname(original), folder, { recursive: true });
  copy = join(folder, 'muster');
  cpSync(join(folder, basename(original)), copy);
  return copy;
}
