import type { AlignmentTarget } from '../contract/decisions.ts';
import type { Store } from '../ports/store.ts';
import { decideTarget, requireTarget } from '../workspace/alignment-targets.ts';
import { amendSynergy, requireSynergy } from '../workspace/synergy-ledger.ts';
import { requireWave } from '../workspace/waves.ts';

/**
 * Promises by a wave that a target is reached, or by none any more; nothing else of the decision changes.
 * Throws InputRefused naming what was not decided, or not planned.
 */
export function promiseTarget(
  store: Store,
  subject: Pick<AlignmentTarget, 'entity' | 'dimension'>,
  wave: string | null,
): void {
  if (wave !== null) requireWave(store, wave);
  decideTarget(store, { ...requireTarget(store, subject), wave });
}

/** Promises by a wave that a synergy arrives, or by none any more. Throws InputRefused as `promiseTarget` does. */
export function promiseSynergy(store: Store, id: number, wave: string | null): void {
  if (wave !== null) requireWave(store, wave);
  amendSynergy(store, { ...requireSynergy(store, id), wave });
}
