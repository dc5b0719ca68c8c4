import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { environment } from './support/launch.ts';
import { processStatus } from './support/processes.ts';
import { electronExecutable, repository } from './support/runtime.ts';
import { scratchFolder } from './support/scratch.ts';

/** "nobody" on Debian; any ordinary user will do. */
const ORDINARY_USER = 65534;
const SECCOMP_FILTER = '2';

const scratch = scratchFolder('sandbox');
const isRoot = process.getuid?.() === 0;
const canBecomeOrdinary =
  !isRoot || spawnSync('setpriv', ['--reuid', String(ORDINARY_USER), '--clear-groups', 'true']).status === 0;
const canTry = process.platform === 'linux' && canBecomeOrdinary;

/** Why the check cannot run here; Chromium's sandbox needs one of two things from the machine. */
function missingFromMachine(): string | null {
  if (process.platform !== 'linux') return 'the check reads /proc, which this system does not have';
  if (!canBecomeOrdinary) return 'root cannot become an ordinary user here (setpriv)';
  return null;
}

let started: ChildProcess | null = null;
afterAll(() => started?.kill('SIGKILL'));

describe('the sandbox of the page', () => {
  it('can be checked here, or says why not', () => {
    const missing = missingFromMachine();
    if (missing !== null) console.warn(`sandbox.test: not checked: ${missing}`);
    expect(missing === null).toBe(canTry);
  });

  it.runIf(canTry)('filters system calls when an ordinary user starts the program without --no-sandbox', async () => {
    const { executable, app } = readableCopy();
    const settings = join(scratch, 'settings');
    mkdirSync(settings);
    chmodSync(settings, 0o777);
    const env = { ...environment(), HOME: settings, XDG_CONFIG_HOME: settings, XAUTHORITY: readableKey(settings) };
    const command = [executable, `--user-data-dir=${join(settings, 'profile')}`, app];
    const asOrdinary = isRoot
      ? ['setpriv', '--reuid', String(ORDINARY_USER), '--regid', String(ORDINARY_USER), '--clear-groups', ...command]
      : command;
    started = spawn(asOrdinary[0], asOrdinary.slice(1), { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    started.stderr!.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const { pid } = started;
    await vi
      .waitUntil(() => rendererOf(pid!) !== null || started?.exitCode !== null, { timeout: 30_000 })
      .catch(() => {});
    const renderer = rendererOf(pid!);
    if (renderer === null) throw new Error(`No page was started:\n${errors}`);
    // The filter is set while the process starts, a moment after it can be seen.
    await expect.poll(() => processStatus(renderer, 'Seccomp'), { timeout: 10_000 }).toBe(SECCOMP_FILTER);
    expect(processStatus(renderer, 'NoNewPrivs')).toBe('1');
  });
});

/** The cache folder of root is closed to others, so they get a copy of the runtime and of the built program. */
function readableCopy(): { executable: string; app: string } {
  const original = electronExecutable();
  const runtime = join(scratch, 'runtime');
  const app = join(scratch, 'app');
  cpSync(dirname(original), runtime, { recursive: true });
  cpSync(join(repository, 'dist'), join(app, 'dist'), { recursive: true });
  cpSync(join(repository, 'package.json'), join(app, 'package.json'));
  symlinkSync(join(repository, 'node_modules'), join(app, 'node_modules'));
  for (const folder of [scratch, runtime, app]) openToAll(folder);
  return { executable: join(runtime, basename(original)), app };
}

/** The display's key, which a virtual display gives to its own user only. */
function readableKey(folder: string): string {
  const key = process.env.XAUTHORITY;
  if (key === undefined || !existsSync(key)) return '';
  const copy = join(folder, 'key');
  cpSync(key, copy);
  chmodSync(copy, 0o644);
  return copy;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) openToAll(join(folder, entry.name));
}

/** The process that shows the page, among the descendants of `root`. */
function rendererOf(root: number): number | null {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = readOrNothing(`/proc/${pid}/cmdline`);
    if (command.includes('--type=renderer') && descendsFrom(Number(pid), root)) return Number(pid);
  }
  return null;
}

function descendsFrom(pid: number, root: number): boolean {
  for (let current = pid; current > 1;) {
    if (current === root) return true;
    current = Number(/^PPid:\s*(\d+)/m.exec(readOrNothing(`/proc/${current}/status`))?.[1] ?? 0);
  }
  return false;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
