import { groupBy } from './group-by.ts';
import type { RosterRow } from './roster.ts';

/**
 * Direct reports of each manager on 30 September 2026, by the entity of the manager: own staff (per diem too), and with
 * outside workers. Lists are in ascending order; a manager without reports is none.
 */
export function spanTruths(rows: readonly RosterRow[]) {
  const inPost = rows.filter(({ left, type }) => (left === '' || left >= '2026-09-30') && type !== 'digital_worker');
  const entityOf = new Map(inPost.map(({ worker, entity }) => [worker, entity]));
  const entities = [...new Set(inPost.map(({ entity }) => entity))].sort();
  const spans = (people: readonly RosterRow[], entity: string) => {
    const counts = groupBy(
      people.filter(({ manager }) => entityOf.get(manager) === entity),
      ({ manager }) => manager,
    );
    return [...counts.values()].map(({ length }) => length).sort((a, b) => a - b);
  };
  return entities.map((entity) => {
    const own = spans(
      inPost.filter(({ agency, type }) => agency === '' && type !== 'independent_contractor'),
      entity,
    );
    return {
      entity,
      managers: own.length,
      median: medianOf(own),
      share_of_three_or_fewer: own.filter((reports) => reports <= 3).length / own.length,
      own_staff: own,
      with_outside_workers: spans(inPost, entity),
    };
  });
}

function medianOf(ascending: readonly number[]): number {
  const middle = ascending.length / 2;
  return (ascending[Math.ceil(middle) - 1]! + ascending[Math.floor(middle)]!) / 2;
}
