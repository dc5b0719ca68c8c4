import type { RiskTable } from './risk-table.ts';
import { isMember, isSound, unsoundSpell } from './spells.ts';
import type { GroupedSpells } from './spells.ts';

/** Counters per group and time: spells entering, spells censored, spells that left. */
const COUNTERS = 3;

/**
 * Risk tables by counting: one counter per group and whole time, no sorting.
 *
 * In: spells whose times are whole numbers below `span`; `timeOf` turns such a number into the time
 * it stands for, null where it is the time itself.
 * Out: one table per group, in group order. Throws RangeError naming the spell that is not sound.
 */
export function countedTables(
  spells: GroupedSpells,
  { span, timeOf }: { span: number; timeOf: Float64Array | null },
): RiskTable[] {
  const counts = countEnds(spells, span);
  return Array.from({ length: spells.groupCount }, (_, group) => {
    const start = group * span * COUNTERS;
    return tableOf(counts.subarray(start, start + span * COUNTERS), timeOf);
  });
}

/**
 * The counters of all groups, each group's after the one before. The refusal stands outside the
 * loop, since within it the compiler gives up half the speed.
 */
function countEnds(spells: GroupedSpells, span: number): Int32Array {
  const { entry, exit, left, group, groupCount } = spells;
  const counts = new Int32Array(groupCount * span * COUNTERS);
  let spell = 0;
  for (; spell < exit.length; spell++) {
    const from = entry[spell];
    const to = exit[spell];
    const event = left[spell];
    const member = group[spell];
    if (!isSound(from, to, event) || !isMember(member, groupCount)) break;
    const first = member * span;
    counts[(first + from) * COUNTERS]++;
    counts[(first + to) * COUNTERS + 1 + event]++;
  }
  if (spell < exit.length) throw unsoundSpell(spells, spell);
  return counts;
}

/** The table of one group from its counters, leaving out times at which nothing happens. */
function tableOf(counts: Int32Array, timeOf: Float64Array | null): RiskTable {
  let entries = 0;
  let exits = 0;
  for (let at = 0; at < counts.length; at += COUNTERS) {
    if (counts[at] > 0) entries++;
    if (counts[at + 1] + counts[at + 2] > 0) exits++;
  }
  const table: RiskTable = {
    spells: 0,
    entryTime: new Float64Array(entries),
    entered: new Int32Array(entries),
    time: new Float64Array(exits),
    atRisk: new Int32Array(exits),
    events: new Int32Array(exits),
    censored: new Int32Array(exits),
  };
  let inPost = 0;
  let entryAt = 0;
  let exitAt = 0;
  for (let at = 0, number = 0; at < counts.length; at += COUNTERS, number++) {
    const entering = counts[at];
    const leaving = counts[at + 1] + counts[at + 2];
    if (leaving > 0) {
      const time = timeOf === null ? number : timeOf[number];
      table.time[exitAt] = time;
      table.atRisk[exitAt] = time === 0 ? entering : inPost;
      table.censored[exitAt] = counts[at + 1];
      table.events[exitAt] = counts[at + 2];
      exitAt++;
    }
    if (entering > 0) {
      table.entryTime[entryAt] = timeOf === null ? number : timeOf[number];
      table.entered[entryAt] = entering;
      entryAt++;
    }
    inPost += entering - leaving;
    table.spells += entering;
  }
  return table;
}
