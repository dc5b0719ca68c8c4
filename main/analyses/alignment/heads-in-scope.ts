import { attributeId } from '../../model/dimensions.ts';
import type { AlignmentFacts, Head } from './facts/facts.ts';

/** What a policy may name to say whom it concerns, and how a head is asked for it. */
const SCOPES: Readonly<Record<string, (head: Head, facts: AlignmentFacts) => string>> = {
  job: ({ job }) => job,
  job_code: ({ job }) => job,
  unit: ({ unit }) => unit,
  site: ({ place }, { places }) => places[place].site,
  worker_type: ({ workerType }) => workerType,
};

/** Employed people of an entity whom a rule concerns: those in what it names, everybody where it names nothing. */
export function headsInScope(facts: AlignmentFacts, entity: string, scope: Readonly<Record<string, string>>): Head[] {
  const tests = Object.entries(scope).flatMap(([name, code]) => {
    const read = SCOPES[attributeId(name)];
    return read ? [(head: Head) => read(head, facts) === code] : [];
  });
  return facts.heads.filter(
    (head) => facts.places[head.place].entity === entity && head.employed && tests.every((test) => test(head)),
  );
}
