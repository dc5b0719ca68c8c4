import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CLI } from './campaign.ts';

/** How a run of the command line ended. */
export type Ended = {
  code: number | null;
  signal: NodeJS.Signals | null;
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any;
  stderr: string;
  ms: number;
};

export type Running = { process: ChildProcess; ended: Promise<Ended> };

/** Starts the command line; `before` is what runs it, for example a shell that sets limits. */
export function start(words: readonly string[], before: readonly string[] = []): Running {
  const line = [...before, process.execPath, CLI, ...words, '--json'];
  const began = performance.now();
  const child = spawn(line[0], line.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (text.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (text.err += data.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, json: parsed(text.out), stderr: text.err, ms: performance.now() - began });
    });
  });
  return { process: child, ended };
}

export function run(words: readonly string[], before: readonly string[] = []): Promise<Ended> {
  return start(words, before).ended;
}

/** Runs the command line and kills it after a while, as a power switch does; true when it was still at work. */
export async function killAfter(words: readonly string[], ms: number): Promise<boolean> {
  const { process: child, ended } = start(words);
  await Promise.race([wait(ms), ended]);
  child.kill('SIGKILL');
  return (await ended).signal === 'SIGKILL';
}

/**
 * Process ids of the readers that a command line has started (Linux). A child that is not yet its own program is still
 * being started: to stop it then is to stop its parent, which waits for it inside the operating system.
 */
export function readersOf(child: ChildProcess): number[] {
  return procText(child.pid, `task/${child.pid}/children`)
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .filter((pid) => procText(pid, 'cmdline').includes('reader.js'));
}

/** What the system says of a process; nothing of one that has ended. */
function procText(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
