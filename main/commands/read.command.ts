import { UsageError } from '../contract/errors.ts';
import { defineCommand, integer, option } from './command.ts';
import { readCommand } from './read.ts';

/** `none` switches quoting or escaping off. */
const mark = (text: string | null) => (text === null ? {} : text === 'none' ? null : text);

export default defineCommand({
  name: 'read',
  usage: 'read FILE... [--header N] [--delimiter D] [--quote Q] [--escape E] [--encoding E] [--out-dir DIR]',
  options: ['header', 'delimiter', 'quote', 'escape', 'encoding', 'out-dir'],
  positionals: true,
  async run(args, context) {
    if (args.positionals.length === 0) throw new UsageError('Name at least one file to read.');
    const header = integer(args, 'header');
    const [quote, escape] = [mark(option(args, 'quote')), mark(option(args, 'escape'))];
    const delimiter = option(args, 'delimiter');
    const encoding = option(args, 'encoding');
    const outDir = option(args, 'out-dir');
    const isSet = (value: unknown): value is string | null => value === null || typeof value === 'string';
    return {
      exitCode: 0,
      json: await readCommand({
        files: args.positionals.map((name) => context.resolvePath(name)),
        outDir: outDir === null ? null : context.resolvePath(outDir),
        ...(header === null ? {} : { header }),
        ...(delimiter === null ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
        ...(isSet(quote) ? { quote } : {}),
        ...(isSet(escape) ? { escape } : {}),
        ...(encoding === null ? {} : { encoding }),
      }),
    };
  },
});
