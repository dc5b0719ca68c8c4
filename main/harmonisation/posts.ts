import { lastCoveredDay } from '../workforce/coverage.ts';
import { effectiveRows } from '../workspace/effective-rows.ts';
import type { EffectiveRow } from '../workspace/effective-rows.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/**
 * The people whom the newest roster of each entity has in post, one row each; digital workers are none of them.
 *
 * Read from rosters and not from spells, which begin with the close of an acquisition: jobs are mapped before it.
 * Of a roster with event dates those are in post who have not left by the last day with facts.
 */
export function rosterPosts(view: WorkspaceView): EffectiveRow[] {
  const rows = effectiveRows(view.store, 'roster').filter(
    (row) => view.dictionaries.workerClass(row.text('worker_type') ?? '') !== 'digital',
  );
  const newest = new Map<string | null, number>();
  for (const row of rows) {
    const snapshot = row.number('snapshot_date');
    const entity = row.text('entity');
    if (snapshot !== null) newest.set(entity, Math.max(snapshot, newest.get(entity) ?? -Infinity));
  }
  const lastDay = lastCoveredDay(view) ?? Infinity;
  const posts = new Map<string, EffectiveRow>();
  for (const row of rows) {
    const [entity, worker] = [row.text('entity'), row.text('worker_id')];
    const snapshot = newest.get(entity);
    if (snapshot !== undefined && row.number('snapshot_date') !== snapshot) continue;
    const id = JSON.stringify([entity, worker]);
    const left = row.number('term_date');
    const began = row.number('hire_date');
    // Who was hired again has a row for each stay; the last one tells.
    const before = posts.get(id)?.number('hire_date') ?? -Infinity;
    if ((began ?? -Infinity) < before) continue;
    if (left !== null && left < (snapshot ?? lastDay)) posts.delete(id);
    else posts.set(id, row);
  }
  return [...posts.values()];
}
