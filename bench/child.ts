import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export type ChildRun = { wall: number; output: string; peakMb: number | null };

const LOOK_EVERY_MS = 25;

/** Runs Node on a script to its end. Throws with what it said when it fails. */
export function runNode(words: readonly string[], cwd: string): Promise<ChildRun> {
  return runProgram(process.execPath, words, cwd);
}

/** Wall time, standard output and the peak memory of a program and its children together. */
export function runProgram(
  program: string,
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let noise = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (noise += text));
    const peaks = new Map<number, number>();
    const look = setInterval(() => notePeaks(child.pid!, peaks), LOOK_EVERY_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      const wall = (performance.now() - started) / 1000;
      clearInterval(look);
      if (code !== 0) return reject(new Error(`${words.join(' ')} ended with ${code}: ${output}${noise}`));
      const peakMb = peaks.size === 0 ? null : [...peaks.values()].reduce((sum, kb) => sum + kb, 0) / 1024;
      resolve({ wall, output, peakMb });
    });
  });
}

/** The kernel keeps every process's peak: one look shortly before its end is enough. Nothing where there is no /proc. */
function notePeaks(parent: number, peaks: Map<number, number>): void {
  const kb = Number(/VmHWM:\s+(\d+)/.exec(readStatus(`/proc/${parent}/status`))?.[1] ?? NaN);
  if (Number.isNaN(kb)) return;
  peaks.set(parent, kb);
  for (const task of listed(`/proc/${parent}/task`))
    for (const word of readStatus(`/proc/${parent}/task/${task}/children`).split(' '))
      if (word !== '') notePeaks(Number(word), peaks);
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readStatus(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
