/** Above so many entries a group is sorted by the library: inserting one by one takes steps with the square. */
const MOST_INSERTED = 64;

/**
 * Entries in order of their group and inside a group of `compare`, which must not call two entries equal. A counting
 * sort by group, then each group by itself; facts mostly come in order, so that little is left to do there.
 *
 * `start[g]` to `start[g + 1]` are the places of group g in `order`; entries that `keeps` denies are left out.
 */
export function groupedOrder(
  groupOf: Int32Array,
  { entries, groups, keeps }: { entries: number; groups: number; keeps: (entry: number) => boolean },
  compare: (a: number, b: number) => number,
): { start: Uint32Array; order: Int32Array } {
  const start = new Uint32Array(groups + 1);
  for (let entry = 0; entry < entries; entry++) if (keeps(entry)) start[groupOf[entry] + 1]++;
  for (let group = 0; group < groups; group++) start[group + 1] += start[group];
  const next = start.slice();
  const order = new Int32Array(start[groups]);
  for (let entry = 0; entry < entries; entry++) if (keeps(entry)) order[next[groupOf[entry]]++] = entry;
  for (let group = 0; group < groups; group++) {
    const [from, to] = [start[group], start[group + 1]];
    if (to - from > MOST_INSERTED) order.subarray(from, to).sort(compare);
    else insertInOrder(order, from, to, compare);
  }
  return { start, order };
}

function insertInOrder(order: Int32Array, from: number, to: number, compare: (a: number, b: number) => number): void {
  for (let i = from + 1; i < to; i++) {
    const entry = order[i];
    let at = i;
    for (; at > from && compare(order[at - 1], entry) > 0; at--) order[at] = order[at - 1];
    order[at] = entry;
  }
}
