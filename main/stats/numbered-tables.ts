import { countedTables } from './counted-tables.ts';
import { distinctTimes, mergedTimes } from './distinct-times.ts';
import { lastAtMost } from './last-at-most.ts';
import type { RiskTable } from './risk-table.ts';
import { isMember, isSound, unsoundSpell } from './spells.ts';
import type { GroupedSpells } from './spells.ts';

/**
 * Risk tables for times of any kind: the distinct times of each group are numbered in order, and
 * spells counted by number.
 *
 * Times that differ by rounding only are merged over all groups first, so that groups share them.
 * Throws RangeError naming the spell that is not sound, or that merging leaves without length.
 */
export function numberedTables(spells: GroupedSpells): RiskTable[] {
  const { entry, exit, left, group, groupCount } = spells;
  const n = exit.length;
  const times = new Float64Array(2 * n);
  for (let spell = 0; spell < n; spell++) {
    if (!isSound(entry[spell], exit[spell], left[spell]) || !isMember(group[spell], groupCount)) {
      throw unsoundSpell(spells, spell);
    }
    times[2 * spell] = entry[spell];
    times[2 * spell + 1] = exit[spell];
  }
  const moments = mergedTimes(times);
  for (let end = 0; end < times.length; end++) times[end] = moments[lastAtMost(moments, times[end])];

  return membersOf(group, groupCount).map((members) => {
    const ends = new Float64Array(2 * members.length);
    for (let index = 0; index < members.length; index++) {
      ends[2 * index] = times[2 * members[index]];
      ends[2 * index + 1] = times[2 * members[index] + 1];
    }
    const timeOf = distinctTimes(ends);
    const numbered = {
      entry: new Int32Array(members.length),
      exit: new Int32Array(members.length),
      left: new Uint8Array(members.length),
      group: new Uint8Array(members.length),
      groupCount: 1,
    };
    for (let index = 0; index < members.length; index++) {
      const spell = members[index];
      numbered.entry[index] = lastAtMost(timeOf, ends[2 * index]);
      numbered.exit[index] = lastAtMost(timeOf, ends[2 * index + 1]);
      numbered.left[index] = left[spell];
      if (numbered.entry[index] === numbered.exit[index] && ends[2 * index] > 0) throw unsoundSpell(spells, spell);
    }
    return countedTables(numbered, { span: timeOf.length, timeOf })[0];
  });
}

/** The spells of each group, in order. */
function membersOf(group: ArrayLike<number>, groupCount: number): Int32Array[] {
  const sizes = new Int32Array(groupCount);
  for (let spell = 0; spell < group.length; spell++) sizes[group[spell]]++;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let spell = 0; spell < group.length; spell++) {
    members[group[spell]][sizes[group[spell]]++] = spell;
  }
  return members;
}
