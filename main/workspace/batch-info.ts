import type { BatchInfo, WorkspaceInfo } from '../contract/workspace.ts';
import { computeFigures } from '../metrics/figures.ts';
import { formatIsoDay } from '../model/civil-day.ts';
import type { Store } from '../ports/store.ts';
import { lastCoveredDay } from '../workforce/coverage.ts';
import type { WorkspaceView } from './view.ts';

/** Batches as the window and the deck show them. */
export function batchInfos(store: Store): BatchInfo[] {
  const day = (value: number | null) => (value === null ? null : formatIsoDay(value));
  return store
    .batches()
    .filter((batch) => batch.state !== 'staging')
    .map(
      ({
        id,
        file,
        kind,
        profile,
        sha256,
        state,
        imported,
        rowsRead,
        accepted,
        quarantined,
        duplicates,
        restated,
        skipped,
        firstDay,
        lastDay,
      }) => ({
        batch: id,
        file,
        kind,
        profile,
        sha256,
        state,
        imported,
        rowsRead,
        accepted,
        quarantined,
        duplicates,
        restated,
        skipped,
        firstDay: day(firstDay),
        lastDay: day(lastDay),
      }),
    );
}

/** What the frame of the window says of the open workspace. */
export function workspaceInfo(view: WorkspaceView, name: string): WorkspaceInfo {
  const batches = batchInfos(view.store);
  const published = batches.filter((batch) => batch.state === 'published');
  const months = view.months();
  const last = lastCoveredDay(view);
  const unresolved = months
    ? computeFigures(view, [{ metric: 'unresolved_hours_share', from: months.first, to: months.last }])[0][0].value
    : null;
  return {
    name,
    batches,
    asOf: last === null ? null : formatIsoDay(last),
    rows: published.reduce((sum, batch) => sum + batch.accepted, 0),
    quarantined: published.reduce((sum, batch) => sum + batch.quarantined, 0),
    resolvedShare: unresolved === null ? null : 1 - unresolved,
    currency: view.currency(),
  };
}
