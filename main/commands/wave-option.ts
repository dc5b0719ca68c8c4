import { UsageError } from '../contract/errors.ts';
import { option } from './command.ts';
import type { CommandArguments } from './command.ts';

export const WAVE_USAGE = '[--wave NAME | --no-wave]';

export function namesWave({ options }: CommandArguments): boolean {
  return options.has('wave') || options.has('no-wave');
}

/** The wave that `--wave` names, null for `--no-wave`, and the one that it is in already where neither is given. */
export function waveOf(args: CommandArguments, present: string | null): string | null {
  const wave = option(args, 'wave');
  if (!args.options.has('no-wave')) return wave ?? present;
  if (wave !== null) throw new UsageError('Give --wave to promise it by a wave, or --no-wave for none.');
  return null;
}
