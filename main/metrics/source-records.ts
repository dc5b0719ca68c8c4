import type { TupleGroups } from '../cube/dimension-index.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/**
 * Distinct aggregate staffing records per group, by month. A record belongs to every group that one of its jobs and
 * classes falls into, and counts once in each.
 */
export function recordsByGroup(view: WorkspaceView, groups: TupleGroups): Map<number, Map<number, number>> {
  const { records } = view.rollup;
  const groupsOfSet = view
    .recordSets()
    .map((set) => [...new Set(set.tuples.map((tuple) => groups.groupOf[tuple] ?? -1).filter((group) => group >= 0))]);
  const result = new Map<number, Map<number, number>>();
  for (let i = 0; i < records.set.length; i++) {
    for (const group of groupsOfSet[records.set[i]]) {
      let months = result.get(group);
      if (!months) result.set(group, (months = new Map()));
      months.set(records.month[i], (months.get(records.month[i]) ?? 0) + records.records[i]);
    }
  }
  return result;
}

/** What some months add up to; nothing where nothing is known by month. */
export function sumMonths(
  byMonth: ReadonlyMap<number, number> | undefined,
  { first, last }: { first: number; last: number },
): number {
  let sum = 0;
  for (const [month, value] of byMonth ?? []) if (month >= first && month <= last) sum += value;
  return sum;
}
