import { UNKNOWN_CODE } from '../../model/dimensions.ts';
import type { AlignmentFacts } from './facts/facts.ts';
import { ownEmployees } from './heads-of.ts';

/** How many jobs of the entity are compared as themselves, since the crosswalk does not name them. */
export function undecidedJobs(facts: AlignmentFacts): number {
  const undecided = ownEmployees(facts).filter(({ relation, job }) => relation === null && job !== UNKNOWN_CODE);
  return new Set(undecided.map(({ job }) => job)).size;
}
