import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../main/commands/registry.ts';
import type { CommandContext } from '../main/commands/command.ts';
import { parseArguments } from '../main/commands/parse-arguments.ts';
import { plainText } from '../main/commands/plain-text.ts';
import { InputRefused, toFailure, UsageError } from '../main/contract/errors.ts';
import { launchBrief } from './launch-brief.ts';
import { openWorkspaceFile } from './compose.ts';
import { launchForkedReader } from './forked-reader.ts';
import { systemClock } from './system-clock.ts';
import { writeWholeFile } from './write-file.ts';
import { versionText } from './version-text.ts';

const appFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const EXIT = { usage: 2, fault: 1, refused: 3 };

/** The command line: service and reader without shell and window. */
async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const [name, ...rest] = words.filter((word) => word !== '--json');
  try {
    if (name === undefined || name === 'help' || name === '--help') {
      print(helpText());
      return 0;
    }
    if (name === '--version' || name === 'version') {
      print(versionText(appFolder));
      return 0;
    }
    const command = COMMANDS.get(name);
    if (!command)
      throw new UsageError(`"${name}" is not a command; the commands are ${[...COMMANDS.keys()].join(', ')}.`);
    const result = await command.run(parseArguments(command, rest), context());
    print(json ? JSON.stringify(result.json) : plainText(result.json));
    return result.exitCode;
  } catch (error) {
    return explain(error, json);
  }
}

function explain(error: unknown, json: boolean): number {
  const failure = toFailure(error);
  if (json) print(JSON.stringify({ error: { code: failure.code, message: failure.message, ...failure.place } }));
  else process.stderr.write(`${failure.message}\n`);
  if (failure.code === 'fault' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  if (error instanceof UsageError) return EXIT.usage;
  return error instanceof InputRefused ? EXIT.refused : EXIT.fault;
}

function context(): CommandContext {
  const typedIn = process.env['INIT_CWD'] ?? process.cwd();
  const sqliteBinding = null;
  return {
    resolvePath: (path) => resolve(typedIn, path),
    nameOf: (path) => basename(path),
    openWorkspace: (path, mode) =>
      openWorkspaceFile({ path, mode, sqliteBinding, launchReader: launchForkedReader, report: () => undefined })
        .workspace,
    readJson,
    writeText: writeWholeFile,
    launchReader: launchForkedReader,
    clock: systemClock,
    report: () => undefined,
    brief: launchBrief(appFolder),
    samplesFolder: join(appFolder, 'samples'),
    removeWorkspace: (path) => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
      rmSync(`${path} backups`, { force: true, recursive: true });
    },
  };
}

function readJson(path: string): unknown {
  const file = basename(path);
  if (!existsSync(path))
    throw new InputRefused('not_found', `${file} does not exist. Check the name and the folder.`, { file });
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new InputRefused('bad_json', `${file} is not valid JSON: ${(error as Error).message}`, { file });
  }
}

function helpText(): string {
  const lines = [...COMMANDS.values()].map(({ usage }) => `  muster ${usage}`).sort();
  return ['Muster on the command line. Add --json to any command for one JSON document.', '', ...lines].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

process.exitCode = await main(process.argv.slice(2));
