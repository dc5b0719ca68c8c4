/**
 * Spells (entry, exit] on one clock, one index each; who enters on an exit time is not at risk then, but for the origin:
 * whoever starts there is at risk there, so that a spell may end at 0 (less than one unit in whole years).
 */
export interface Spells {
  /** Time since the origin when observation starts, 0 or later. */
  entry: ArrayLike<number>;
  /** Time since the origin when observation ends, after `entry`, or at the origin like it. */
  exit: ArrayLike<number>;
  /** 1 where the spell ended in the event, 0 where it was still going on. */
  left: ArrayLike<number>;
}

/** Spells with the group each belongs to, as a whole index below `groupCount`. */
export interface GroupedSpells extends Spells {
  group: ArrayLike<number>;
  groupCount: number;
}

/** Whether a spell can be counted: a length above nought or an end at the origin, and an event or none. */
export function isSound(entry: number, exit: number, left: number): boolean {
  return entry >= 0 && (exit > entry || (exit === 0 && entry === 0)) && exit < Infinity && (left === 0 || left === 1);
}

/** Whether a group is one of those counted. */
export function isMember(group: number, groupCount: number): boolean {
  return (group | 0) === group && group >= 0 && group < groupCount;
}

/** The error that names a spell by its index, and what is wrong with it. */
export function unsoundSpell({ entry, exit, left, group, groupCount }: GroupedSpells, spell: number): RangeError {
  if (left[spell] !== 0 && left[spell] !== 1) {
    return new RangeError(`Spell ${spell} has left ${left[spell]}, which is neither 0 nor 1`);
  }
  if (!isMember(group[spell], groupCount)) {
    return new RangeError(`Spell ${spell} is in group ${group[spell]} of ${groupCount}`);
  }
  return new RangeError(
    `Spell ${spell} has entry ${entry[spell]}, which is negative or not before its exit ${exit[spell]}`,
  );
}
