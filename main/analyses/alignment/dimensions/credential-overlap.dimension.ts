import definition from '../../../metrics/definitions/credential-overlap.definition.ts';
import { toldAs, toldPeople } from '../../../metrics/told-people.ts';
import { withGapsOfModel } from '../best-of-both.ts';
import { defineDimension } from '../dimension.ts';
import type { AlignmentFacts, Head, PolicyRow } from '../facts/facts.ts';
import { headsInScope } from '../heads-in-scope.ts';
import { holdsJobOf } from '../rule-jobs.ts';
import { rulesHaveHistory } from '../rule-history.ts';

/** Area of policies whose attributes are controls that the entity requires. */
const AREA = /^credential/i;
const NOT_REQUIRED = new Set(['no', 'none', 'false', '0', 'not required', 'optional', 'n']);

export default defineDimension({
  definition,
  label: 'Credential rules',
  position: 8,
  evidence: { kind: 'policies' },
  hasHistory: rulesHaveHistory,
  measure(facts) {
    if ([facts.entity, facts.against].some((side) => rulesOf(facts, side.members).length === 0))
      return {
        missing: ['policies'],
        note: 'Required controls (policies of area "credentials") are not known on both sides',
      };
    const [own, model] = [facts.entity, facts.against].map((side) => requiredBy(facts, side.members));
    const all = new Set([...own.keys(), ...model.keys()]);
    if (all.size === 0) return { missing: [], note: 'Neither side requires any control' };
    const both = [...all].filter((control) => own.has(control) && model.has(control));
    const holders = holdersOf(facts);
    const unclear = unclearPersons(facts);
    const knows = facts.credentials.length > 0 && facts.heads.some(({ person }) => !unclear.has(person));
    const failing = (rules: ReadonlyMap<string, PolicyRow>, ofOwn: boolean) =>
      [...rules].map(([control, rule]) => ({
        control,
        heads: lacking(facts, { rule, ofOwn, holders: holders.get(control) }).filter(
          ({ person }) => !unclear.has(person),
        ),
      }));
    const ownFailing = knows ? failing(model, true) : [];
    const modelFailing = knows ? failing(own, false) : [];
    const distinct = (list: readonly { heads: readonly Head[] }[]) =>
      new Set(list.flatMap(({ heads }) => heads.map(({ person }) => person))).size;
    const people = knows ? distinct(ownFailing) : null;
    return {
      value: both.length / all.size,
      score: (value) => 100 * value,
      comparison: null,
      coverage: 1,
      among: null,
      drivers: [...all].sort().flatMap((control) => {
        if (own.has(control) && model.has(control)) return [];
        const fails = [...ownFailing, ...modelFailing].filter((one) => one.control === control);
        return [
          {
            label: control,
            own: own.has(control) ? 'required' : 'not required',
            model: model.has(control) ? 'required' : 'not required',
            people: knows ? distinct(fails) : null,
            ...(own.has(control) ? { whose: 'model' as const } : {}),
            cost: null,
          },
        ];
      }),
      gaps: [
        {
          id: 'credentials',
          label: `Controls required by one side only, ${all.size - both.length} of ${all.size}`,
          people,
          cost: null,
          basis: 'People of the entity without a current credential that the target model requires.',
          rests: 'fact',
        },
      ],
      options: [],
      missing: knows
        ? []
        : [facts.heads.length === 0 ? 'roster' : '', facts.credentials.length === 0 ? 'credentials' : ''].filter(
            (kind) => kind !== '',
          ),
      notes: [
        knows
          ? `${toldAs(distinct(ownFailing), facts, 'person', 'people')} of ${facts.entity.name} would fail a rule of ${facts.against.name}, ${toldPeople(distinct(modelFailing), facts)} the other way`
          : 'Who would fail the other’s rule is not known',
        ...unclearNotes(facts, unclear),
      ],
    };
  },
  /** Both require what either does. */
  bestOfBoth: (outcome, model) => withGapsOfModel(outcome, model, ({ id }) => id === 'model credentials'),
});

/** What entities say of controls, those that they do not require among them. */
function rulesOf({ policies }: AlignmentFacts, members: ReadonlySet<string>): PolicyRow[] {
  return policies.filter(({ entity, area }) => members.has(entity) && AREA.test(area));
}

/** Controls that entities require, by name, with the rule of the last that does. */
function requiredBy(facts: AlignmentFacts, members: ReadonlySet<string>): Map<string, PolicyRow> {
  const required = new Map<string, PolicyRow>();
  for (const rule of rulesOf(facts, members)) {
    if (!NOT_REQUIRED.has(rule.value.trim().toLowerCase())) required.set(controlName(rule.attribute), rule);
  }
  return required;
}

/** People with a current credential, by the name of its control. */
function holdersOf({ credentials }: AlignmentFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>();
  for (const [control, rows] of Map.groupBy(credentials, (row) => row.control)) {
    const name = controlName(control);
    const known = holders.get(name) ?? new Set();
    holders.set(name, known);
    for (const { persons, current } of rows) if (current) for (const person of persons) known.add(person);
  }
  return holders;
}

/** People whose credentials may be those of somebody whom another payroll gives the same number. */
function unclearPersons({ credentials }: AlignmentFacts): ReadonlySet<string> {
  return new Set(credentials.flatMap(({ persons }) => (persons.length > 1 ? persons : [])));
}

function unclearNotes(facts: AlignmentFacts, unclear: ReadonlySet<string>): string[] {
  const { length } = facts.heads.filter(({ person, employed }) => employed && unclear.has(person));
  if (length === 0) return [];
  return [
    `${toldAs(length, facts, 'person shares', 'people share')} a number with somebody of another payroll, left out here: an entity column in the credentials extract would tell them apart`,
  ];
}

/** People of one side whom a rule of the other would concern and who hold no current credential for it. */
function lacking(
  facts: AlignmentFacts,
  { rule, ofOwn, holders }: { rule: PolicyRow; ofOwn: boolean; holders: ReadonlySet<string> | undefined },
): Head[] {
  const members = ofOwn ? facts.entity.members : facts.against.members;
  const jobs = namedJobs(rule.value);
  const isConcerned = jobs === null ? () => true : holdsJobOf(facts, rule.entity, jobs);
  return [...members]
    .flatMap((entity) => headsInScope(facts, entity, rule))
    .filter(isConcerned)
    .filter(({ person }) => !holders?.has(person));
}

/** Jobs of a rule such as "required for RN; LPN"; null where it concerns everybody. */
function namedJobs(value: string): ReadonlySet<string> | null {
  const match = /^required for\s+(.+)$/i.exec(value.trim());
  return match && new Set(match[1].split(/[;,]/).map((job) => job.trim()));
}

function controlName(control: string): string {
  return control
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
