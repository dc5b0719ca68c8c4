import { lastAtMost } from './last-at-most.ts';

/** Spells placed on the steps of a curve, whose times are the distinct exits in ascending order. */
export interface SpellsByStep {
  /** The first step each spell is at risk at. */
  entryStep: Int32Array;
  /** Spells that become at risk at each step. */
  entered: Int32Array;
  /** Spells in order of exit; those of step k are `byExit[exitStart[k]..exitStart[k + 1])`. */
  byExit: Int32Array;
  exitStart: Int32Array;
}

/**
 * Places spells on the steps of their curve. A spell that enters at an exit time is at risk from
 * the step after it, but for the origin.
 */
export function placeSpells(
  { entry, exit }: { entry: ArrayLike<number>; exit: ArrayLike<number> },
  time: Float64Array,
): SpellsByStep {
  const n = exit.length;
  const exitStep = new Int32Array(n);
  const entryStep = new Int32Array(n);
  const entered = new Int32Array(time.length);
  const exitStart = new Int32Array(time.length + 1);
  for (let spell = 0; spell < n; spell++) {
    exitStep[spell] = lastAtMost(time, exit[spell]);
    entryStep[spell] = entry[spell] === 0 ? 0 : lastAtMost(time, entry[spell]) + 1;
    entered[entryStep[spell]]++;
    exitStart[exitStep[spell] + 1]++;
  }
  for (let step = 0; step < time.length; step++) exitStart[step + 1] += exitStart[step];
  const next = exitStart.slice();
  const byExit = new Int32Array(n);
  for (let spell = 0; spell < n; spell++) byExit[next[exitStep[spell]]++] = spell;
  return { entryStep, entered, byExit, exitStart };
}
