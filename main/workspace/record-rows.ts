import type { RowsResult } from '../contract/workspace.ts';
import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import { firstDayOfMonth, lastDayOfMonth, parseIsoMonth } from '../model/civil-day.ts';
import { recordRow } from './record-row.ts';
import { RowPage } from './row-page.ts';
import type { RowsRequest } from './source-rows.ts';
import type { WorkspaceView } from './view.ts';

/**
 * Rows of a kind of extract that count, of the entities, sites and months asked for. Only for kinds that hold no
 * persons: policies, shifts.
 */
export function recordRowsUnder(view: WorkspaceView, kind: string, { query, offset, limit }: RowsRequest): RowsResult {
  const { columns, dayColumns } = kindOf(kind);
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [entity, site, day] = [at('entity'), at('site'), at(dayColumns.at(0) ?? '')];
  const first = firstDayOfMonth(parseIsoMonth(query.from)!);
  const last = lastDayOfMonth(parseIsoMonth(query.to)!);
  const files = new Map(view.store.batches().map((batch) => [batch.id, batch.file]));
  const collector = new RowPage(offset, limit);
  for (const record of view.store.records(kind)) {
    if (record.status !== RowStatus.effective) continue;
    const is = (column: number, codes: readonly string[] | undefined) =>
      codes === undefined || codes.includes(String(record.values[column] ?? ''));
    const on = day < 0 ? null : (record.values[day] as number | null);
    if (!is(entity, query.where['entity']) || !is(site, query.where['site'])) continue;
    if (on !== null && (on < first || on > last)) continue;
    collector.add(() => recordRow(record, columns, files.get(record.batch)!));
  }
  return {
    total: collector.total,
    columns: ['batch', 'file', 'line', ...columns.map(({ name }) => name)],
    rows: collector.rows,
  };
}
