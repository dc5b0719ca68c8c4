import type { Filter } from '../contract/figure.ts';
import type { People } from '../cube/people.ts';
import { bucketAt, monthBuckets } from '../cube/month-buckets.ts';
import { MONTH_BASE } from '../facts/cells.ts';
import { decodeLaborChunk } from '../facts/labor-chunk.ts';
import { LineMonths } from '../facts/line-months.ts';
import { RowStatus } from '../facts/row-status.ts';
import { daysOfPeriod } from '../model/period.ts';
import { claimPayCode, claimTuple, spreadOverDays } from '../workspace/reconcile-invoices.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { tupleGroups } from './tuple-groups.ts';

type Ranges = readonly { first: number; last: number }[];
/** Groups to count people behind: filter, months of each range, and codes of the groups in order of `by`. */
export type PeopleQuestion = {
  by: readonly string[];
  where: Filter;
  ranges: Ranges;
  codes: readonly (readonly string[])[];
};

/** Whether a question tells lines of one worker apart, which the monthly counts of people do not. */
export function asksForLines(view: WorkspaceView, by: readonly string[], where: Filter): boolean {
  return [...by, ...Object.keys(where)].some((id) => view.dimensions.isLineDimension(id));
}

/**
 * People behind groups that are split or filtered by pay class or pay code, by group and range: counted from the
 * lines themselves, because one person's bonus is in the sums of everybody.
 */
export function countLinePeople(view: WorkspaceView, { by, where, ranges, codes }: PeopleQuestion): People[][] {
  const { store, dictionaries } = view;
  const groupOf = groupFinder(view, { by, where, codes });
  const buckets = monthBuckets(ranges);
  const costs = codes.map(() => ranges.map(() => new Map<number, number>()));
  const add = (tuple: number, payCode: number, worker: number, month: number, cost: number): void => {
    const range = bucketAt(buckets, month - MONTH_BASE);
    const group = range < 0 || month < view.firstMonth(tuple) ? -1 : groupOf(tuple, payCode);
    if (group < 0) return;
    const ofGroup = costs[group][range];
    ofGroup.set(worker, (ofGroup.get(worker) ?? 0) + cost);
  };
  if (ranges.length === 0) return codes.map(() => []);
  const span = {
    first: Math.min(...ranges.map(({ first }) => first)),
    last: Math.max(...ranges.map(({ last }) => last)),
  };
  const { first: firstDay, last: lastDay } = daysOfPeriod(span);
  const months = new LineMonths();
  for (const info of store.chunks('labor', { firstDay, lastDay })) {
    const { rows, tuple, payCode, worker, day, days, cost } = decodeLaborChunk(store.chunkData(info.id));
    const statuses = store.chunkStatuses(info.id);
    for (let i = 0; i < rows; i++) {
      if (statuses !== null && statuses[i] !== RowStatus.effective) continue;
      const known = cost.known === null || cost.known[i] === 1;
      const last = day.values[i] * day.scale;
      const first = last - days.values[i] * days.scale + 1;
      const line = { first, last, hours: 0, cost: known ? cost.values[i] * cost.scale : 0 };
      for (const part of months.of(line))
        add(
          tuple.values[i] * tuple.scale,
          payCode.values[i] * payCode.scale,
          worker.values[i] * worker.scale,
          part.month,
          part.cost,
        );
    }
  }
  for (const claim of view.invoicesWithoutLabor()) {
    if (claim.line.worker === null) continue;
    const worker = dictionaries.workerId(claim.line.worker);
    const [tuple, payCode] = [claimTuple(claim, dictionaries), claimPayCode(claim, dictionaries)];
    for (const part of spreadOverDays(claim, claim.cost ?? 0)) add(tuple, payCode, worker, part.month, part.amount);
  }
  return costs.map((ofRange) => ofRange.map((ofGroup) => peopleOf([...ofGroup.values()])));
}

function peopleOf(costs: readonly number[]): People {
  const [largest = 0, second = 0] = [...costs].sort((a, b) => b - a);
  return { count: costs.length, cost: costs.reduce((sum, cost) => sum + cost, 0), largest, second };
}

/** Position in `codes` of the group of a tuple and pay code; −1 where the filter or the list leaves it out. */
function groupFinder(
  view: WorkspaceView,
  { by, where, codes }: Omit<PeopleQuestion, 'ranges'>,
): (tuple: number, payCode: number) => number {
  const { dictionaries, dimensions } = view;
  const tuples = tupleGroups(
    view,
    by.filter((id) => !dimensions.isLineDimension(id)),
    where,
  );
  const positions = new Map(codes.map((code, i) => [code.join('\u0000'), i]));
  const known = new Map<number, number>();
  const find = (tupleGroup: number, id: number): number => {
    const { code } = dictionaries.payCodes[id - 1];
    const line: Record<string, string> = { pay_class: dictionaries.payClass(id), pay_code: code };
    if (Object.entries(where).some(([dimension, wanted]) => dimension in line && !wanted.includes(line[dimension])))
      return -1;
    const ofTuple = tuples.keys[tupleGroup];
    const name = by.map((dimension) => line[dimension] ?? ofTuple[tuples.dimensions.indexOf(dimension)]).join('\u0000');
    return positions.get(name) ?? -1;
  };
  const payCodes = dictionaries.payCodes.length + 1;
  return (tuple, payCode) => {
    const tupleGroup = tuples.groupOf[tuple];
    if (tupleGroup === undefined || tupleGroup < 0) return -1;
    const key = tupleGroup * payCodes + payCode;
    let group = known.get(key);
    if (group === undefined) known.set(key, (group = find(tupleGroup, payCode)));
    return group;
  };
}
