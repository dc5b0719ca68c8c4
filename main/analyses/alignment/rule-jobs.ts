import type { AlignmentFacts, Head } from './facts/facts.ts';

/**
 * Who holds one of the jobs that a rule of an entity names. The entity means its own codes; people of others are known
 * by the jobs of the target model that those are. A code that nobody holds there is one of the target model.
 */
export function holdsJobOf(facts: AlignmentFacts, entity: string, codes: ReadonlySet<string>): (head: Head) => boolean {
  const isTheirs = ({ place }: Head) => facts.places[place].entity === entity;
  const holders = facts.heads.filter((head) => codes.has(head.job) && isTheirs(head));
  const held = new Set(holders.map(({ job }) => job));
  const foreign = [...codes].filter((code) => !held.has(code));
  const isOneOf = ({ targets }: Head, jobs: ReadonlySet<string>) => (targets ?? []).some(({ code }) => jobs.has(code));
  const named = new Set(foreign);
  const meant = new Set([...foreign, ...holders.flatMap(({ targets }) => (targets ?? []).map(({ code }) => code))]);
  return (head) => (isTheirs(head) ? codes.has(head.job) || isOneOf(head, named) : isOneOf(head, meant));
}
