import { UsageError } from '../contract/errors.ts';
import { defineCommand, integer, option } from './command.ts';
import type { CommandArguments } from './command.ts';
import { readCommand } from './read.ts';

export default defineCommand({
  name: 'read',
  usage:
    'read FILE... [--header N] [--delimiter D] [--quote Q] [--escape E] [--encoding E] [--sheet NAME] [--out-dir DIR]',
  options: ['header', 'delimiter', 'quote', 'escape', 'encoding', 'sheet', 'out-dir'],
  positionals: true,
  async run(args, context) {
    if (args.positionals.length === 0) throw new UsageError('Name at least one file to read.');
    const header = integer(args, 'header');
    const outDir = option(args, 'out-dir');
    const result = await readCommand({
      files: args.positionals.map((name) => context.resolvePath(name)),
      outDir: outDir === null ? null : context.resolvePath(outDir),
      warn: (message) => context.warn(message),
      ...(header === null ? {} : { header }),
      ...text(args, 'delimiter', (delimiter) => (delimiter === '\\t' ? '\t' : delimiter)),
      ...text(args, 'quote', markOrNone),
      ...text(args, 'escape', markOrNone),
      ...text(args, 'encoding', (encoding) => encoding),
      ...text(args, 'sheet', (sheet) => sheet),
    });
    return { exitCode: result.files.some((file) => 'error' in file) ? 3 : 0, json: result };
  },
});

/** An empty mark, or `none`, switches quoting or escaping off. */
function markOrNone(mark: string): string | null {
  return mark === '' || mark === 'none' ? null : mark;
}

function text<Value>(
  args: CommandArguments,
  name: string,
  read: (value: string) => Value,
): Partial<Record<string, Value>> {
  const value = option(args, name);
  return value === null ? {} : { [name]: read(value) };
}
