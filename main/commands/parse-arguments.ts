import { UsageError } from '../contract/errors.ts';
import type { Command, CommandArguments } from './command.ts';

/** Reads `--name value`, `--name=value` and flags of one command. Throws a UsageError naming what is not known. */
export function parseArguments(command: Command, words: readonly string[]): CommandArguments {
  const options = new Map<string, string[]>();
  const positionals: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word.startsWith('--') || word === '--') {
      positionals.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    if (command.flags.includes(name)) options.set(name, ['true']);
    else if (command.options.includes(name)) {
      const value = equals < 0 ? words[++i] : word.slice(equals + 1);
      if (value === undefined) throw new UsageError(`--${name} needs a value. Usage: muster ${command.usage}`);
      options.set(name, [...(options.get(name) ?? []), value]);
    } else throw new UsageError(`--${name} is not an option of ${command.name}. Usage: muster ${command.usage}`);
  }
  if (!command.positionals && positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is too much. Usage: muster ${command.usage}`);
  return { positionals, options };
}
