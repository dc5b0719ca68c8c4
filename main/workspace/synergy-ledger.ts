import type { Synergy } from '../contract/decisions.ts';
import { InputRefused } from '../contract/errors.ts';
import type { Store } from '../ports/store.ts';
import { leaveWave } from './waves.ts';

const SETTING = 'synergies';

/** The ledger in order of entry. */
export function synergiesOf(store: Store): Synergy[] {
  const text = store.setting(SETTING);
  return text === null ? [] : (JSON.parse(text) as Synergy[]);
}

/** Enters a synergy under the next number. */
export function enterSynergy(store: Store, synergy: Omit<Synergy, 'id'>): Synergy {
  const all = synergiesOf(store);
  const entered = { id: Math.max(0, ...all.map(({ id }) => id)) + 1, ...synergy };
  store.setSetting(SETTING, JSON.stringify([...all, entered]));
  return entered;
}

/** Puts an entry in place of the one of its number. Throws InputRefused when there is none. */
export function amendSynergy(store: Store, synergy: Synergy): void {
  const all = entriesWith(store, synergy.id);
  store.setSetting(SETTING, JSON.stringify(all.map((other) => (other.id === synergy.id ? synergy : other))));
}

/** Strikes a synergy out, of its wave too: its number may be given again. Throws InputRefused when there is none of that number. */
export function strikeSynergy(store: Store, id: number): void {
  const all = entriesWith(store, id);
  store.setSetting(SETTING, JSON.stringify(all.filter((synergy) => synergy.id !== id)));
  leaveWave(store, { kind: 'synergy', id });
}

function entriesWith(store: Store, id: number): Synergy[] {
  const all = synergiesOf(store);
  if (!all.some((synergy) => synergy.id === id))
    throw new InputRefused('unknown_synergy', `There is no synergy ${id} in this workspace.`);
  return all;
}
