import { groupBy } from './group-by.ts';
import type { RosterRow } from './roster.ts';
import { medianOf, total } from './truth-sums.ts';

/**
 * Direct reports of each manager on 30 September 2026, by the entity of the manager: own staff (per diem too), and with
 * outside workers. Lists are in ascending order; a manager without reports is none.
 */
export function spanTruths(rows: readonly RosterRow[]) {
  const inPost = inPostOn(rows);
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

const WEEKS = 52;

/**
 * Bayside's managers and team leads beyond those that its reports would need at the median span of Northlake's entities, and the
 * mean pay of one over 52 weeks of scheduled hours. Reports are own staff and outside workers of the manager's own side.
 */
export function narrowSpans(rows: readonly RosterRow[]) {
  const inPost = inPostOn(rows);
  const isBayside = ({ entity }: RosterRow) => entity === 'Bayside';
  const people = new Map(inPost.map((row) => [row.worker, row]));
  const led = inPost.flatMap((row) => {
    const manager = people.get(row.manager);
    return manager && isBayside(manager) === isBayside(row) ? [manager] : [];
  });
  const managers = [...groupBy(led, (manager) => manager)].map(([row, reports]) => ({ row, reports: reports.length }));
  const bayside = managers.filter(({ row }) => isBayside(row));
  const spans = managers.filter(({ row }) => !isBayside(row)).map(({ reports }) => reports);
  const median = medianOf(spans.sort((a, b) => a - b));
  const reports = total(bayside, (manager) => manager.reports);
  const beyond = bayside.length - Math.ceil(reports / median);
  const pay = total(bayside, ({ row }) => (row.rate ?? 0) * (row.weeklyHours ?? 0) * WEEKS) / bayside.length;
  return {
    managers: bayside.length,
    reports,
    median_reports: medianOf(bayside.map((manager) => manager.reports).sort((a, b) => a - b)),
    northlake_median_reports: median,
    posts_beyond: beyond,
    mean_pay_cents_a_year: pay,
    cents_a_year: Math.round(beyond * pay),
  };
}

function inPostOn(rows: readonly RosterRow[]): RosterRow[] {
  return rows.filter(({ left, type }) => (left === '' || left >= '2026-09-30') && type !== 'digital_worker');
}
