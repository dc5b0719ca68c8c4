import type { Wave } from '../contract/decisions.ts';
import { UsageError } from '../contract/errors.ts';
import type { Store } from '../ports/store.ts';
import { addWave, changeWave } from '../workspace/waves.ts';
import { requireDay } from './require-day.ts';

/**
 * Plans a wave, or gives the one that `was` names another name or day; all that is promised by it stays with it.
 * Throws a UsageError for a wave without a name or a day, InputRefused for an unknown one or a name that is taken.
 */
export function planWave(store: Store, { was, due, ...given }: Wave & { was: string | null }): void {
  const name = given.name.trim();
  if (name === '') throw new UsageError('A wave needs a name.');
  requireDay(due);
  if (was === null) addWave(store, { name, due });
  else changeWave(store, was, { name, due });
}
