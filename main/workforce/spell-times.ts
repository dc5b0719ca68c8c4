import type { Spell } from './spell.ts';

/** First day in post of a spell, midway where it lies between two snapshots. */
export function effectiveStart({ start, startAfter }: Spell): number {
  return startAfter === null ? start : Math.ceil((startAfter + 1 + start) / 2);
}

/** Last day in post of a spell, midway where it lies between two snapshots; the last day observed where it goes on. */
export function effectiveEnd({ end, endBefore, observedTo }: Spell): number {
  if (end === null) return observedTo;
  return endBefore === null ? end : Math.floor((end + endBefore - 1) / 2);
}

/** Day from which service counts; null for who was there on a first snapshot without a hire date. */
export function serviceStart(spell: Spell): number | null {
  if (spell.serviceFrom !== spell.start) return spell.serviceFrom;
  return spell.entry === 'first_seen' ? null : effectiveStart(spell);
}

/** Whether the spell ended in a separation: neither in a divestiture nor in a move to where no roster reaches. */
export function isSeparated({ exit }: Spell): boolean {
  return exit !== null && exit !== 'divested';
}
