import type { AlignmentFacts } from './facts/facts.ts';

/** Whether the rules of both sides say since when they hold: one without a date is only known as it is now. */
export function rulesHaveHistory({ policies, entity, against }: AlignmentFacts): boolean {
  return [entity, against].every(({ members }) => {
    const own = policies.filter((policy) => members.has(policy.entity));
    return own.length > 0 && own.every(({ since }) => since !== null);
  });
}
