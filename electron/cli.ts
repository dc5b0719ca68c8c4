import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../main/commands/registry.ts';
import type { CommandContext } from '../main/commands/command.ts';
import { errorJson } from '../main/commands/error-json.ts';
import { parseArguments } from '../main/commands/parse-arguments.ts';
import { plainText } from '../main/commands/plain-text.ts';
import { InputRefused, UsageError } from '../main/contract/errors.ts';
import { launchBrief } from './launch-brief.ts';
import { openWorkspaceFile } from './compose.ts';
import { failureOf } from './failures.ts';
import { launchForkedReader } from './forked-reader.ts';
import { readJsonFile } from './read-json-file.ts';
import { systemClock } from './system-clock.ts';
import { writeWholeFile } from './write-file.ts';
import { asWriteRefusal } from './write-refusal.ts';
import { versionText } from './version-text.ts';

const appFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const EXIT = { usage: 2, fault: 1, refused: 3 };

/** The command line: service and reader without shell and window. */
async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const [name, ...rest] = words.filter((word) => word !== '--json');
  try {
    if (name === undefined || name === 'help' || name === '--help') {
      print(json ? JSON.stringify({ commands: usages() }) : helpText());
      return 0;
    }
    if (name === '--version' || name === 'version') {
      const version = versionText(appFolder);
      print(json ? JSON.stringify({ version }) : version);
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
  const failure = failureOf(error);
  if (json) print(JSON.stringify({ error: errorJson(failure) }));
  else process.stderr.write(`${failure.message}\n`);
  if (failure.code === 'fault' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  if (failure.code === 'usage') return EXIT.usage;
  return failure.code === 'fault' ? EXIT.fault : EXIT.refused;
}

function context(): CommandContext {
  const typedIn = process.env['INIT_CWD'] ?? process.cwd();
  const sqliteBinding = null;
  const warn = (message: string) => void process.stderr.write(`${message}\n`);
  return {
    resolvePath: (path) => resolve(typedIn, path),
    nameOf: (path) => basename(path),
    openWorkspace: (path, mode) => {
      requireFolder(path);
      const reading = { launchReader: launchForkedReader, report: () => undefined };
      return openWorkspaceFile({ path, mode, sqliteBinding, warn, ...reading }).workspace;
    },
    readJson: readJsonFile,
    writeText: (path, text) =>
      writeWholeFile(path, text).catch((error: unknown) => {
        throw asWriteRefusal(error, basename(path));
      }),
    writeBytes: async (path, bytes) => {
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeWholeFile(path, bytes);
      } catch (error) {
        throw asWriteRefusal(error, basename(path));
      }
      return createHash('sha256').update(bytes).digest('hex');
    },
    warn,
    launchReader: launchForkedReader,
    clock: systemClock,
    report: () => undefined,
    brief: launchBrief(appFolder),
    samplesFolder: join(appFolder, 'samples'),
    removeWorkspace: refuseExisting,
  };
}

function requireFolder(path: string): void {
  const file = basename(path);
  if (!existsSync(dirname(path)))
    throw new InputRefused('no_folder', `The folder of ${file} does not exist. Check the path, or make the folder.`, {
      file,
    });
}

/** A sample goes into a new workspace: whatever stands there already may be somebody's work. */
function refuseExisting(path: string): void {
  const file = basename(path);
  if (existsSync(path))
    throw new InputRefused('exists', `${file} exists already. Choose another name, or remove it first.`, { file });
}

function usages(): { command: string; usage: string }[] {
  return [...COMMANDS.values()]
    .map(({ name, usage }) => ({ command: name, usage: `muster ${usage}` }))
    .sort((a, b) => (a.usage < b.usage ? -1 : 1));
}

function helpText(): string {
  const lines = usages().map(({ usage }) => `  ${usage}`);
  return ['Muster on the command line. Add --json to any command for one JSON document.', '', ...lines].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Whoever reads the output may stop early, as `head` does. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
