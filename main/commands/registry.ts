import type { Command } from './command.ts';

const found = import.meta.glob<{ default: Command }>('./*.command.ts', { eager: true });

/** Every command by name; a new `<command>.command.ts` is found without being listed. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.values(found).map((module) => [module.default.name, module.default]),
);
