import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CommandContext } from '../main/commands/command.ts';
import { InputRefused, UsageError } from '../main/contract/errors.ts';

/** What the app answers when the failure is ours, not the input's. */
const FAULTS: ReadonlySet<string> = new Set(['fault', 'service_stopped']);

type Answer = { out: string; pages: number; sha256: string } | { error: { code: string; message: string } };

/** Starts the app without a window to print one deck. The set-up says where Electron is and whether a display must be made. */
export function launchBrief(appFolder: string): CommandContext['brief'] {
  return async ({ workspace, briefing, out, filters }) => {
    const electron = process.env['MUSTER_ELECTRON'];
    if (!electron)
      throw new UsageError(
        'Decks are printed by Electron: start this command with "npm run muster -- brief ...", which sets it up.',
      );
    mkdirSync(dirname(out), { recursive: true });
    const isRoot = process.getuid?.() === 0;
    const words = [electron, ...(isRoot ? ['--no-sandbox'] : []), appFolder];
    const [program, ...rest] = process.env['MUSTER_XVFB'] === '1' ? ['xvfb-run', '-a', ...words] : words;
    const answer = await run(program, rest, {
      ...process.env,
      MUSTER_BRIEF: JSON.stringify({ workspace, briefing, out, filters }),
    });
    if ('error' in answer) {
      if (answer.error.code === 'usage') throw new UsageError(answer.error.message);
      if (FAULTS.has(answer.error.code)) throw new Error(answer.error.message);
      throw new InputRefused(answer.error.code, answer.error.message);
    }
    return answer;
  };
}

function run(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let noise = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    // What Chromium says about a missing bus or screen matters only when nothing comes of it.
    child.stderr.setEncoding('utf8').on('data', (text: string) => (noise += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const line = output.split('\n').find((text) => text.startsWith('{'));
      if (line) resolve(JSON.parse(line) as Answer);
      else reject(new Error(`Electron ended with ${code ?? 'a signal'} and no answer. ${noise.slice(-2_000)}`));
    });
  });
}
