import { InputRefused } from '../contract/errors.ts';
import type { Store } from '../ports/store.ts';

/** What can be promised by a wave: that a dimension reaches its target, or that a synergy arrives. */
export type WaveMember = { kind: 'target'; entity: string; dimension: string } | { kind: 'synergy'; id: number };

/** A milestone of an integration: a name with a day, and what is promised by it. */
export type Wave = {
  name: string;
  /** ISO day. */
  due: string;
  members: WaveMember[];
};

const SETTING = 'waves';

/** Every wave, the earliest first. */
export function wavesOf(store: Store): Wave[] {
  const text = store.setting(SETTING);
  return text === null ? [] : (JSON.parse(text) as Wave[]);
}

/** Plans a wave, or moves one of that name to another day with all that is promised by it. */
export function planWave(store: Store, { name, due }: Pick<Wave, 'name' | 'due'>): void {
  const all = wavesOf(store);
  const members = all.find((wave) => wave.name === name)?.members ?? [];
  keep(store, [...all.filter((wave) => wave.name !== name), { name, due, members }]);
}

/** Strikes a wave out; what was promised by it stays, without a wave. Throws InputRefused naming an unknown one. */
export function strikeWave(store: Store, name: string): void {
  requireWave(store, name);
  keep(
    store,
    wavesOf(store).filter((wave) => wave.name !== name),
  );
}

/** Promises something by a wave, and by no other any more. Throws InputRefused naming an unknown wave. */
export function joinWave(store: Store, name: string, member: WaveMember): void {
  requireWave(store, name);
  leaveWave(store, member);
  keep(
    store,
    wavesOf(store).map((wave) => (wave.name === name ? { ...wave, members: [...wave.members, member] } : wave)),
  );
}

/** Takes something out of the wave that it was promised by, if it was. */
export function leaveWave(store: Store, member: WaveMember): void {
  const left = wavesOf(store).map((wave) => ({
    ...wave,
    members: wave.members.filter((other) => keyOf(other) !== keyOf(member)),
  }));
  keep(store, left);
}

/** Throws InputRefused naming a wave that was not planned. */
export function requireWave(store: Store, name: string): void {
  const all = wavesOf(store);
  if (all.some((wave) => wave.name === name)) return;
  const known = all.length === 0 ? 'none is planned' : `there is ${all.map((wave) => wave.name).join(', ')}`;
  throw new InputRefused('unknown_wave', `There is no wave "${name}" in this workspace; ${known}.`);
}

export function keyOf(member: WaveMember): string {
  return member.kind === 'target'
    ? JSON.stringify(['target', member.entity, member.dimension])
    : JSON.stringify(['synergy', member.id]);
}

function keep(store: Store, waves: readonly Wave[]): void {
  const sorted = [...waves].sort((a, b) => (a.due === b.due ? (a.name < b.name ? -1 : 1) : a.due < b.due ? -1 : 1));
  store.setSetting(SETTING, JSON.stringify(sorted));
}
