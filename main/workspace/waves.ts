import type { Wave } from '../contract/decisions.ts';
import { InputRefused } from '../contract/errors.ts';
import type { Store } from '../ports/store.ts';
import { targetsMoved } from './alignment-targets.ts';
import { synergiesMoved } from './synergy-ledger.ts';

const SETTING = 'waves';

/** Every wave, the earliest first. */
export function wavesOf(store: Store): Wave[] {
  const text = store.setting(SETTING);
  return text === null ? [] : (JSON.parse(text) as Wave[]);
}

/** Day by which something is promised: its own, else that of its wave; null where neither is named. */
export function dueOf(
  { due, wave }: { due: string | null; wave: string | null },
  waves: readonly Wave[],
): string | null {
  return due ?? waves.find(({ name }) => name === wave)?.due ?? null;
}

/** Adds a wave. Throws InputRefused for a name that is taken. */
export function addWave(store: Store, wave: Wave): void {
  refuseTaken(store, wave.name);
  store.setSettings(settingOf([...wavesOf(store), wave]));
}

/**
 * Puts a wave in place of the one that is named, which all that is promised by it follows.
 * Throws InputRefused naming an unknown wave, or a name that another one has.
 */
export function changeWave(store: Store, was: string, wave: Wave): void {
  requireWave(store, was);
  if (wave.name !== was) refuseTaken(store, wave.name);
  store.setSettings({ ...settingOf([...without(store, was), wave]), ...membersMoved(store, was, wave.name) });
}

/** Strikes a wave out; what was promised by it stays, without a wave. Throws InputRefused naming an unknown one. */
export function strikeWave(store: Store, name: string): void {
  requireWave(store, name);
  store.setSettings({ ...settingOf(without(store, name)), ...membersMoved(store, name, null) });
}

/** Throws InputRefused naming a wave that was not planned. */
export function requireWave(store: Store, name: string): void {
  const all = wavesOf(store);
  if (all.some((wave) => wave.name === name)) return;
  const known = all.length === 0 ? 'none is planned' : `there is ${all.map((wave) => wave.name).join(', ')}`;
  throw new InputRefused('unknown_wave', `There is no wave "${name}" in this workspace; ${known}.`);
}

function refuseTaken(store: Store, name: string): void {
  if (wavesOf(store).some((wave) => wave.name === name))
    throw new InputRefused('wave_exists', `There is a wave "${name}" already; change that one, or give another name.`);
}

function without(store: Store, name: string): Wave[] {
  return wavesOf(store).filter((wave) => wave.name !== name);
}

function membersMoved(store: Store, from: string, to: string | null) {
  return from === to ? {} : { ...targetsMoved(store, from, to), ...synergiesMoved(store, from, to) };
}

function settingOf(waves: readonly Wave[]) {
  const sorted = [...waves].sort((a, b) => (a.due === b.due ? (a.name < b.name ? -1 : 1) : a.due < b.due ? -1 : 1));
  return { [SETTING]: JSON.stringify(sorted) };
}
