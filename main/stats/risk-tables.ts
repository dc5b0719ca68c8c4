import { countedTables } from './counted-tables.ts';
import { numberedTables } from './numbered-tables.ts';
import type { RiskTable } from './risk-table.ts';
import type { GroupedSpells } from './spells.ts';

/** Beyond this many counters (48 MB) sorting takes less time and memory than counting. */
const MOST_CELLS = 4_000_000;

/**
 * Counts spells into one risk table per group, in group order; a group without spells has an
 * empty table.
 *
 * Whole times (days) are counted without sorting; other times are first numbered in order, rounding
 * errors merged, and counted by number. Both give the same tables.
 * Throws RangeError on unequal lengths, and naming the spell (by index) whose entry is negative or
 * not before its exit, whose `left` is neither 0 nor 1, or whose group is unknown.
 * Source: Andersen, Borgan, Gill and Keiding (1993), section IV.1, for delayed entry.
 */
export function riskTables(spells: GroupedSpells): RiskTable[] {
  const { entry, exit, left, group, groupCount } = spells;
  const n = exit.length;
  if (entry.length !== n || left.length !== n || group.length !== n) {
    throw new RangeError(
      `Spells of ${n} exits need as many entries (${entry.length}), left (${left.length}) and groups (${group.length})`,
    );
  }
  const span = wholeSpan(entry, exit);
  return span * groupCount <= MOST_CELLS ? countedTables(spells, { span, timeOf: null }) : numberedTables(spells);
}

/** The number of whole times up to the last exit; infinite where a time is not a whole number. */
function wholeSpan(entry: ArrayLike<number>, exit: ArrayLike<number>): number {
  let last = 0;
  for (let spell = 0; spell < exit.length; spell++) {
    const from = entry[spell];
    const to = exit[spell];
    if ((from | 0) !== from || (to | 0) !== to) return Infinity;
    if (to > last) last = to;
  }
  return last + 1;
}
