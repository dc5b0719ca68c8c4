import { RowKind } from '../workforce/roster-table.ts';
import type { SortedRows } from '../workforce/roster-table.ts';
import type { Stay } from '../workforce/stays.ts';
import type { WorkforceReading } from '../workforce/workforce.ts';
import type { Days, PeopleContext, PeopleMetric } from './people-metric.ts';

/** Positions of the rows on which some stays rest, as far as a metric looks at them; a position may come again. */
export function* rowsBeneath(
  { rows, rowsOf }: WorkforceReading,
  stays: readonly Stay[],
  { looksAt }: Pick<PeopleMetric, 'looksAt'>,
  context: PeopleContext,
): Iterable<number> {
  for (const stay of stays) {
    const days = looksAt?.(stay, context) ?? context.period;
    for (const segment of stay.segments) {
      if (segment.first > days.last || (segment.last ?? Infinity) < days.first) continue;
      const { from, to } = rowsOf.get(segment)!;
      if (rows.kind[from] === RowKind.snapshot) yield* snapshotsWithin(rows, from, to, days);
      else yield from;
    }
  }
}

/** Snapshots of one segment within some days; where there is none, the one before them tells. */
function* snapshotsWithin({ kind, day }: SortedRows, from: number, to: number, days: Days): Iterable<number> {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (day[middle] < days.first) low = middle + 1;
    else high = middle;
  }
  let any = false;
  for (let row = low; row < to && day[row] <= days.last; row++) {
    if (kind[row] !== RowKind.snapshot) continue;
    any = true;
    yield row;
  }
  if (!any) yield Math.max(from, low - 1);
}

/** Counts distinct rows without a set for each figure. */
export class RowCounter {
  private readonly seen: Uint32Array;
  private round = 0;

  constructor({ rows }: WorkforceReading) {
    this.seen = new Uint32Array(rows.person.length);
  }

  count(positions: Iterable<number>): number {
    this.round++;
    let count = 0;
    for (const position of positions) {
      if (this.seen[position] === this.round) continue;
      this.seen[position] = this.round;
      count++;
    }
    return count;
  }
}
