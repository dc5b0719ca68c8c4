import { InputRefused } from '../contract/errors.ts';
import type { Filter } from '../contract/figure.ts';
import type { Store } from '../ports/store.ts';
import { leaveWave } from './waves.ts';

/** One promise of a deal, bound to a metric that must move. Money in minor units. */
export type Synergy = {
  id: number;
  title: string;
  owner: string;
  /** Yearly run rate that is planned: a saving of the metric, in its unit. */
  planned: number;
  /** What it costs once to get there. */
  oneOff: number;
  /** ISO month from which the metric is to fall. */
  from: string;
  metric: string;
  where: Filter;
};

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

/** Strikes a synergy out, of its wave too: its number may be given again. Throws InputRefused when there is none of that number. */
export function strikeSynergy(store: Store, id: number): void {
  const all = synergiesOf(store);
  if (!all.some((synergy) => synergy.id === id))
    throw new InputRefused('unknown_synergy', `There is no synergy ${id} in this workspace.`);
  store.setSetting(SETTING, JSON.stringify(all.filter((synergy) => synergy.id !== id)));
  leaveWave(store, { kind: 'synergy', id });
}
