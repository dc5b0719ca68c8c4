import { ASSUMPTIONS } from '../analyses/retention/assumptions.ts';
import type { AssumptionId, Range } from '../analyses/retention/assumptions.ts';
import { UsageError } from '../contract/errors.ts';
import type { Store } from '../ports/store.ts';

const keyOf = (id: AssumptionId) => `assumption:${id}`;

/** What the user assumes, or the range that stands until they do. */
export function assumptionsOf(store: Store): Record<AssumptionId, Range> {
  const ranges = ASSUMPTIONS.map(({ id, range }): [AssumptionId, Range] => {
    const stored = store.setting(keyOf(id));
    return [id, stored === null ? range : (JSON.parse(stored) as Range)];
  });
  return Object.fromEntries(ranges) as Record<AssumptionId, Range>;
}

/** Puts a range into the workspace. Throws UsageError naming an unknown assumption or a range that makes no sense. */
export function assume(store: Store, id: string, { low, high }: Range): void {
  const assumption = ASSUMPTIONS.find((one) => one.id === id);
  if (!assumption)
    throw new UsageError(`"${id}" is no assumption; they are ${ASSUMPTIONS.map((one) => one.id).join(', ')}.`);
  const { least, most } = assumption;
  if (!(low >= least && low <= high && high <= most))
    throw new UsageError(`${id} is a range within ${least}..${most}, not ${low}..${high}.`);
  store.setSetting(keyOf(assumption.id), JSON.stringify({ low, high }));
}
