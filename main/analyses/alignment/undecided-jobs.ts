import { UNKNOWN_CODE } from '../../model/dimensions.ts';
import type { AlignmentFacts } from './facts/facts.ts';
import { isEmployed, isOwn } from './heads-of.ts';

/** How many jobs of the entity are compared as themselves, since the crosswalk does not name them. */
export function undecidedJobs(facts: AlignmentFacts): number {
  const undecided = facts.heads.filter(
    (head) => isOwn(facts, head) && isEmployed(head) && head.relation === null && head.job !== UNKNOWN_CODE,
  );
  return new Set(undecided.map(({ job }) => job)).size;
}
