import { SMALLEST_GROUP } from '../../metrics/suppression.ts';
import type { Assessed } from './assess.ts';
import { isMeasured } from './dimension.ts';

/** A dimension as it may be shown in a clean room: nothing is said of fewer people than a group must have. */
export function concealFew(assessed: Assessed): Assessed {
  const { outcome } = assessed;
  if (!isMeasured(outcome)) return assessed;
  const conceal = <Sum extends { people: number | null; cost: number | null }>(sum: Sum): Sum =>
    isOfFew(sum.people) ? { ...sum, people: null, cost: null } : sum;
  return {
    ...assessed,
    outcome: {
      ...outcome,
      drivers: outcome.drivers.filter(({ people }) => !isOfFew(people)),
      gaps: outcome.gaps.map(conceal),
      options: outcome.options.map(conceal),
    },
  };
}

function isOfFew(people: number | null): boolean {
  return people !== null && people > 0 && people < SMALLEST_GROUP;
}
