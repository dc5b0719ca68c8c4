import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandContext } from '../../main/commands/command.ts';
import { parseArguments } from '../../main/commands/parse-arguments.ts';
import { COMMANDS } from '../../main/commands/registry.ts';
import { InputRefused } from '../../main/contract/errors.ts';
import { inProcessReader } from './reader.ts';
import { openWorkspace, steadyClock } from './workspace.ts';

export const SAMPLES_FOLDER = fileURLToPath(new URL('../../samples', import.meta.url));

/** What commands may use, over the files of one folder. */
export function commandContext(folder: string): CommandContext {
  return {
    resolvePath: (path) => resolve(folder, path),
    nameOf: (path) => basename(path),
    openWorkspace: (path, mode) => openWorkspace(path, { mode }),
    readJson(path) {
      const file = basename(path);
      if (!existsSync(path)) throw new InputRefused('not_found', `${file} does not exist.`, { file });
      return JSON.parse(readFileSync(path, 'utf8')) as unknown;
    },
    writeText: async (path, text) => writeFileSync(path, text),
    writeBytes: async (path, bytes) => {
      writeFileSync(path, bytes);
      return createHash('sha256').update(bytes).digest('hex');
    },
    warn: () => undefined,
    launchReader: inProcessReader(),
    clock: steadyClock(),
    report: () => undefined,
    brief: async () => {
      throw new Error('There is no window here to print in.');
    },
    samplesFolder: SAMPLES_FOLDER,
    removeWorkspace: (path) => {
      rmSync(path, { force: true });
      rmSync(`${path} backups`, { force: true, recursive: true });
    },
  };
}

/** Runs a command as the command line does, in this process; gives its document and exit code. */
export async function runCommand(
  folder: string,
  name: string,
  ...words: string[]
  // oxlint-disable-next-line typescript/no-explicit-any -- documents are read by path in tests
): Promise<{ exitCode: number; json: any }> {
  const command = COMMANDS.get(name)!;
  return command.run(parseArguments(command, words), commandContext(folder));
}
