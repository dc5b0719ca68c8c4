import { ASSUMPTIONS } from '../analyses/retention/assumptions.ts';
import type { AssumptionId } from '../analyses/retention/assumptions.ts';
import type { AssumptionInfo, Range } from '../contract/decisions.ts';
import { UsageError } from '../contract/errors.ts';
import type { Store } from '../ports/store.ts';

const keyOf = (id: AssumptionId) => `assumption:${id}`;

/** What the user assumes, or the range that stands until they do. */
export function assumptionsOf(store: Store): Record<AssumptionId, Range> {
  const ranges = ASSUMPTIONS.map(({ id, range }): [AssumptionId, Range] => [id, ownRange(store, id) ?? range]);
  return Object.fromEntries(ranges) as Record<AssumptionId, Range>;
}

/** Every assumption with its bounds, the range that stands by itself and the one that the user gave. */
export function assumptionInfos(store: Store): AssumptionInfo[] {
  return ASSUMPTIONS.map(({ id, title, unit, least, most, range }) => ({
    assumption: id,
    title,
    unit,
    least,
    most,
    standard: range,
    own: ownRange(store, id),
  }));
}

/**
 * Puts a range into the workspace; null goes back to the one that stands by itself.
 * Throws UsageError naming an unknown assumption or a range that makes no sense.
 */
export function assume(store: Store, id: string, range: Range | null): void {
  const assumption = ASSUMPTIONS.find((one) => one.id === id);
  if (!assumption)
    throw new UsageError(`"${id}" is no assumption; they are ${ASSUMPTIONS.map((one) => one.id).join(', ')}.`);
  const { least, most } = assumption;
  if (range && !(range.low >= least && range.low <= range.high && range.high <= most))
    throw new UsageError(`${id} is a range within ${least}..${most}, not ${range.low}..${range.high}.`);
  store.setSettings({ [keyOf(assumption.id)]: JSON.stringify(range && { low: range.low, high: range.high }) });
}

function ownRange(store: Store, id: AssumptionId): Range | null {
  return JSON.parse(store.setting(keyOf(id)) ?? 'null') as Range | null;
}
