import type { CleanRoom } from '../contract/decisions.ts';
import { InputRefused } from '../contract/errors.ts';
import type { ExtractPreview, QuarantinedRow } from '../contract/workspace.ts';
import { parseIsoDay } from '../model/civil-day.ts';
import { BUILT_IN_DIMENSIONS, TUPLE_DIMENSIONS } from '../model/dimensions.ts';
import type { Store } from '../ports/store.ts';
import { entitiesOf } from './entities.ts';

const SETTING = 'clean_room';
/** Kinds whose rows say what happened: their last day is how far the workspace knows. */
const DATED: ReadonlySet<string> = new Set(['labor', 'staffing', 'roster', 'invoices']);

/**
 * Before a deal closes two organisations may compare figures but not people: no names, no rows of persons, no group
 * below the least size, and everything that leaves is marked. So is a workspace that was set to be one.
 */
export function cleanRoomOf(store: Store): CleanRoom {
  if (store.setting(SETTING) === 'on') return 'setting';
  const known = lastDayKnown(store);
  const pending = [...entitiesOf(store).values()].some(
    ({ closeDay }) => closeDay !== null && known !== null && closeDay > known,
  );
  return pending ? 'before_close' : null;
}

/** Makes the workspace a clean room, or takes that back; before a close it stays one all the same. */
export function setCleanRoom(store: Store, on: boolean): void {
  store.setSettings({ [SETTING]: on ? 'on' : 'off' });
}

/**
 * Last day of which hours, rosters or invoices tell, which is not after their import: a roster may have hires that are
 * still to come. Where no extract tells of days, that of the latest import; null without any.
 */
export function lastDayKnown(store: Store): number | null {
  const published = store.batches().filter(({ state }) => state === 'published');
  const days = published.flatMap(({ kind, lastDay, imported }) =>
    DATED.has(kind) && lastDay !== null ? [Math.min(lastDay, dayOf(imported))] : [],
  );
  const known = days.length > 0 ? days : published.map(({ imported }) => dayOf(imported));
  return known.length === 0 ? null : Math.max(...known);
}

function dayOf(instant: string): number {
  return parseIsoDay(instant.slice(0, 10))!;
}

/** Refuses rows of persons in a clean room. */
export function refusePersons(view: { cleanRoom(): CleanRoom }): void {
  if (view.cleanRoom() === null) return;
  throw new InputRefused(
    'clean_room',
    'This workspace is a clean room: figures may be compared, rows of persons are not shown until the deal has closed.',
  );
}

const ORGANISATIONAL: ReadonlySet<string> = new Set([...BUILT_IN_DIMENSIONS, ...TUPLE_DIMENSIONS, 'owner']);

/** Refuses to tell people apart by a column that an extract brought along: it may hold their names. */
export function refuseAttributes(view: { cleanRoom(): CleanRoom }, ids: readonly string[]): void {
  if (view.cleanRoom() === null) return;
  const attribute = ids.find((id) => !ORGANISATIONAL.has(id));
  if (attribute !== undefined)
    throw new InputRefused(
      'clean_room',
      `This workspace is a clean room: its figures are not split by "${attribute}", an extract's own column that may name people, until the deal has closed.`,
    );
}

/** Stands where a value was that can be a name, so that whatever holds it is marked wherever it goes. */
const WITHHELD = 'withheld: clean room';

/** Rejected rows without what stood in them: why they were rejected names nobody. */
export function withholdValues(rows: readonly QuarantinedRow[]): QuarantinedRow[] {
  return rows.map((row) => ({ ...row, value: WITHHELD }));
}

/** A preview by its header alone: the rows of the file are those of persons. */
export function withholdRows(preview: ExtractPreview): ExtractPreview {
  return {
    ...preview,
    sample: [],
    rejects: preview.rejects.map((reject) => ({ ...reject, value: WITHHELD })),
    warnings: [
      ...preview.warnings,
      { code: 'clean_room', message: 'This workspace is a clean room: the rows of the file are not shown.' },
    ],
  };
}

/** A document that leaves a clean room says so. */
export function marked<Result extends { json: unknown }>(result: Result, cleanRoom: CleanRoom): Result {
  if (cleanRoom === null || typeof result.json !== 'object') return result;
  return { ...result, json: { ...result.json, clean_room: true } };
}
