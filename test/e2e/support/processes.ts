import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs a program to its end; past `limitMs` it is killed and `code` is null. */
export function runToEnd(
  program: string,
  args: string[],
  { env, cwd, limitMs = 60_000 }: { env?: Record<string, string>; cwd?: string; limitMs?: number } = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      env,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** A line of /proc/PID/status, e.g. `Seccomp`. */
export function processStatus(pid: number, field: string): string | undefined {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(status)?.[1];
}
