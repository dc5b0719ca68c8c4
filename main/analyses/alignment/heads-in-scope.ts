import { attributeId } from '../../model/dimensions.ts';
import type { AlignmentFacts, Head, PolicyRow } from './facts/facts.ts';
import { holdsJobOf } from './rule-jobs.ts';

const JOB_SCOPES = new Set(['job', 'job_code']);

/** What else a policy may name to say whom it concerns, and how a head is asked for it. */
const SCOPES: Readonly<Record<string, (head: Head, facts: AlignmentFacts) => string>> = {
  unit: ({ unit }) => unit,
  site: ({ place }, { places }) => places[place].site,
  worker_type: ({ workerType }) => workerType,
};

/** Employed people of an entity whom a rule concerns: those in what it names, everybody where it names nothing. */
export function headsInScope(facts: AlignmentFacts, entity: string, rule: Pick<PolicyRow, 'entity' | 'scope'>): Head[] {
  const tests = Object.entries(rule.scope).flatMap(([name, code]): ((head: Head) => boolean)[] => {
    const id = attributeId(name);
    if (JOB_SCOPES.has(id)) return [holdsJobOf(facts, rule.entity, new Set([code]))];
    const read = SCOPES[id];
    return read ? [(head) => read(head, facts) === code] : [];
  });
  return facts.heads.filter(
    (head) => facts.places[head.place].entity === entity && head.employed && tests.every((test) => test(head)),
  );
}
