import type { FigureQuery } from '../contract/figure.ts';
import type { RowsResult } from '../contract/workspace.ts';
import { kindOf } from '../extracts/kinds/registry.ts';
import { contextFinder } from '../metrics/people-context.ts';
import { staysOf } from '../metrics/people-figures.ts';
import type { PeopleMetric } from '../metrics/people-metric.ts';
import { rowsBeneath } from '../metrics/people-rows.ts';
import { RowKind } from '../workforce/roster-table.ts';
import { readWorkforce } from '../workforce/workforce.ts';
import { recordRow } from './record-row.ts';
import { RowPage } from './row-page.ts';
import type { WorkspaceView } from './view.ts';

type PeopleQuery = {
  metric: PeopleMetric;
  query: FigureQuery;
  window: { firstDay: number; lastDay: number };
  files: ReadonlyMap<number, string>;
  page: { offset: number; limit: number };
};

/** Rows of rosters, then of assignments, beneath a figure of people, in order of import. */
export function peopleRowsUnder(view: WorkspaceView, asked: PeopleQuery): RowsResult {
  const { page, files } = asked;
  const wanted = linesBeneath(view, asked);
  const collector = new RowPage(page.offset, page.limit);
  const attributes = new Set<string>();
  for (const kind of ['roster', 'assignments']) {
    if (wanted[kind].size === 0) continue;
    const { columns } = kindOf(kind);
    view.store.visitRecords(kind, (record) => {
      if (!wanted[kind].get(record.batch)?.has(record.line)) return;
      for (const id of Object.keys(record.attributes ?? {})) attributes.add(id);
      collector.add(() => recordRow(record, columns, files.get(record.batch)!));
    });
  }
  const kinds = Object.keys(wanted).filter((kind) => wanted[kind].size > 0);
  const columns = new Set((kinds.length > 0 ? kinds : ['roster']).flatMap((kind) => kindOf(kind).columns));
  return {
    total: collector.total,
    columns: ['batch', 'file', 'line', ...new Set([...columns].map(({ name }) => name)), ...attributes],
    rows: collector.rows,
  };
}

/** Lines by batch, for each kind of extract. */
function linesBeneath(
  view: WorkspaceView,
  { metric, query, window }: PeopleQuery,
): Record<string, Map<number, Set<number>>> {
  const reading = readWorkforce(view);
  const wanted: Record<string, Map<number, Set<number>>> = { roster: new Map(), assignments: new Map() };
  const variant = query.variant ?? metric.variants[0] ?? null;
  for (const { stays } of staysOf(view, { by: [], where: query.where })) {
    const context = contextFinder(reading, stays)({ first: window.firstDay, last: window.lastDay });
    if ('absence' in context) continue;
    const base = stays.filter((stay) => metric.place(stay, context, variant) === 'base');
    const { kind, batch, line } = reading.rows;
    for (const row of rowsBeneath(reading, base, metric, context)) {
      const lines = wanted[kind[row] === RowKind.assignment ? 'assignments' : 'roster'];
      const ofBatch = lines.get(batch[row]);
      if (ofBatch) ofBatch.add(line[row]);
      else lines.set(batch[row], new Set([line[row]]));
    }
  }
  return wanted;
}
