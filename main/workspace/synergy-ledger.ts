import type { Synergy } from '../contract/decisions.ts';
import { InputRefused } from '../contract/errors.ts';
import type { Settings, Store } from '../ports/store.ts';

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
  store.setSettings(settingOf([...all, entered]));
  return entered;
}

/** Puts an entry in place of the one of its number. Throws InputRefused when there is none. */
export function amendSynergy(store: Store, synergy: Synergy): void {
  requireSynergy(store, synergy.id);
  store.setSettings(settingOf(synergiesOf(store).map((other) => (other.id === synergy.id ? synergy : other))));
}

/** Strikes a synergy out; its number may be given again. Throws InputRefused when there is none of that number. */
export function strikeSynergy(store: Store, id: number): void {
  requireSynergy(store, id);
  store.setSettings(settingOf(synergiesOf(store).filter((synergy) => synergy.id !== id)));
}

/** Throws InputRefused when there is no entry of that number. */
export function requireSynergy(store: Store, id: number): Synergy {
  const synergy = synergiesOf(store).find((one) => one.id === id);
  if (!synergy) throw new InputRefused('unknown_synergy', `There is no synergy ${id} in this workspace.`);
  return synergy;
}

/** The setting that follows when all of one wave go to another, or to none; nothing where there are none. */
export function synergiesMoved(store: Store, from: string, to: string | null): Settings {
  const all = synergiesOf(store);
  if (!all.some(({ wave }) => wave === from)) return {};
  return settingOf(all.map((synergy) => (synergy.wave === from ? { ...synergy, wave: to } : synergy)));
}

function settingOf(synergies: readonly Synergy[]): Settings {
  return { [SETTING]: JSON.stringify(synergies) };
}
