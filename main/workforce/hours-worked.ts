import { MONTH_BASE } from '../facts/cells.ts';
import { firstDayOfMonth, lastDayOfMonth } from '../model/civil-day.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { isPerDiem } from './employment.ts';
import type { Placed } from './main-job.ts';

/** Days without hours after which a per diem worker is no longer active. */
const ACTIVE_DAYS = 90;

/** Months with hours by worker id, and by entity the months that labour extracts cover. */
export type HoursWorked = {
  ofWorker: ReadonlyMap<string, readonly number[]>;
  ofEntity: ReadonlyMap<string, { first: number; last: number }>;
};

/** Reads from the rollup in which months the workers asked for had hours. */
export function hoursWorked(view: WorkspaceView, workers: ReadonlySet<string>): HoursWorked {
  const { start, worker, month } = view.rollup.workerMonths;
  const wanted = view.store.workers().map((name) => workers.has(name));
  const months: Set<number>[] = [];
  const ofEntity = new Map<string, { first: number; last: number }>();
  const entities = view.dimensions.column('entity');
  for (let tuple = 0; tuple + 1 < start.length; tuple++) {
    const [from, to] = [start[tuple], start[tuple + 1]];
    if (from === to) continue;
    const entity = entities.codes[entities.ofTuple[tuple]];
    const covered = ofEntity.get(entity) ?? { first: Infinity, last: -Infinity };
    for (let i = from; i < to; i++) {
      const at = month[i] + MONTH_BASE;
      covered.first = Math.min(covered.first, at);
      covered.last = Math.max(covered.last, at);
      const id = worker.values[i] * worker.scale;
      if (wanted[id]) (months[id] ??= new Set()).add(at);
    }
    ofEntity.set(entity, covered);
  }
  const ofWorker = new Map<string, number[]>();
  view.store.workers().forEach((name, id) => {
    if (months[id])
      ofWorker.set(
        name,
        [...months[id]].sort((a, b) => a - b),
      );
  });
  return { ofWorker, ofEntity };
}

/**
 * The part of a piece on which a per diem worker is active: up to 90 days after the beginning and after every month
 * with hours. Pieces of other workers, and of entities without labour extracts, stay whole; so do days that the
 * labour extracts do not reach.
 */
export function activeParts(piece: Placed, { ofWorker, ofEntity }: HoursWorked, worker: string): Placed[] {
  const covered = ofEntity.get(piece.terms.entity);
  if (!isPerDiem(piece.terms.codes) || !covered) return [piece];
  const parts: Placed[] = [];
  let from = piece.first;
  let active = Math.max(piece.first, firstDayOfMonth(covered.first)) - 1 + ACTIVE_DAYS;
  for (const month of ofWorker.get(worker) ?? []) {
    const [first, last] = [firstDayOfMonth(month), lastDayOfMonth(month)];
    if (last < piece.first) continue;
    if (first > piece.last) break;
    if (first > active + 1) {
      parts.push({ ...piece, first: from, last: active });
      from = first;
    }
    active = Math.max(active, last + ACTIVE_DAYS);
  }
  const isSilent = active < piece.last && active < lastDayOfMonth(covered.last);
  return [...parts, { ...piece, first: from, last: isSilent ? active : piece.last }];
}
