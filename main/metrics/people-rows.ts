import { RowKind } from '../workforce/roster-table.ts';
import type { Stay } from '../workforce/stays.ts';
import type { WorkforceReading } from '../workforce/workforce.ts';
import type { PeopleContext, PeopleMetric } from './people-metric.ts';

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
      let latest = from;
      let any = false;
      for (let row = from; row < to; row++) {
        const isSnapshot = rows.kind[row] === RowKind.snapshot;
        if (isSnapshot && rows.day[row] <= days.last) latest = row;
        if (isSnapshot && (rows.day[row] < days.first || rows.day[row] > days.last)) continue;
        any = true;
        yield row;
      }
      // Between two snapshots the one before tells.
      if (!any) yield latest;
    }
  }
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
