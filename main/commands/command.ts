import { UsageError } from '../contract/errors.ts';
import type { PageFilters } from '../contract/page.ts';
import { cleanRoomOf, marked } from '../workspace/clean-room.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Clock, LaunchReader, ReportProgress } from '../ports/processes.ts';

/** Options as they were typed: every option may be repeated. */
export type CommandArguments = { positionals: string[]; options: ReadonlyMap<string, string[]> };

/** What a command may use of the outside world. */
export type CommandContext = {
  /** Absolute path of what the user typed. */
  resolvePath(path: string): string;
  /** Base name of a path. */
  nameOf(path: string): string;
  openWorkspace(path: string, mode: 'read' | 'write'): Workspace;
  readJson(path: string): unknown;
  /** Writes a text file whole or not at all. */
  writeText(path: string, text: string): Promise<void>;
  /** Writes a file whole or not at all, with the folder that it goes in; gives its SHA-256. */
  writeBytes(path: string, bytes: Uint8Array): Promise<string>;
  /** Tells people something beside the answer, on standard error. */
  warn(message: string): void;
  launchReader: LaunchReader;
  clock: Clock;
  report: ReportProgress;
  /** Makes a deck in the print window. */
  brief(request: {
    workspace: string;
    briefing: string;
    out: string;
    filters: PageFilters | null;
  }): Promise<{ out: string; pages: number; sha256: string }>;
  samplesFolder: string;
  removeWorkspace(path: string): void;
};

export type CommandResult = { json: unknown; exitCode: 0 | 3 | 4 };

export type Command = {
  name: string;
  /** One line for the help. */
  usage: string;
  /** Options that take a value; others are unknown. */
  options: readonly string[];
  flags: readonly string[];
  positionals: boolean;
  run(args: CommandArguments, context: CommandContext): Promise<CommandResult>;
};

export function defineCommand(
  command: Omit<Command, 'flags' | 'positionals'> & Partial<Pick<Command, 'flags' | 'positionals'>>,
): Command {
  return { flags: [], positionals: false, ...command };
}

export function option(args: CommandArguments, name: string): string | null {
  const values = args.options.get(name) ?? [];
  if (values.length > 1) throw new UsageError(`--${name} was given ${values.length} times; give it once.`);
  return values[0] ?? null;
}

export function options(args: CommandArguments, name: string): string[] {
  return args.options.get(name) ?? [];
}

export function required(args: CommandArguments, name: string): string {
  const value = option(args, name);
  if (value === null) throw new UsageError(`--${name} is missing.`);
  return value;
}

export function integer(args: CommandArguments, name: string): number | null {
  const value = option(args, name);
  if (value === null) return null;
  if (!/^\d+$/.test(value)) throw new UsageError(`--${name} must be a whole number, not "${value}".`);
  return Number(value);
}

/** Opens the workspace of `--in`, uses it and closes it whatever happens; what comes out of a clean room is marked. */
export async function withWorkspace(
  args: CommandArguments,
  context: CommandContext,
  mode: 'read' | 'write',
  use: (workspace: Workspace) => CommandResult | Promise<CommandResult>,
): Promise<CommandResult> {
  const workspace = context.openWorkspace(context.resolvePath(required(args, 'in')), mode);
  try {
    return marked(await use(workspace), cleanRoomOf(workspace.store));
  } finally {
    workspace.close();
  }
}
