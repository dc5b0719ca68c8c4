import definition from '../../../metrics/definitions/policy-variance.definition.ts';
import { SMALLEST_GROUP } from '../../../metrics/suppression.ts';
import { isFew } from '../../../metrics/told-people.ts';
import { withGapsOfModel } from '../best-of-both.ts';
import { defineDimension } from '../dimension.ts';
import type { AlignmentFacts, PolicyRow } from '../facts/facts.ts';
import { matterOf } from '../facts/rules.ts';
import { headsInScope } from '../heads-in-scope.ts';
import { policyPrices } from '../money/policy-price.ts';
import { agreementOf } from '../policy-agreement.ts';
import type { Agreement } from '../policy-agreement.ts';
import { rulesHaveHistory } from '../rule-history.ts';

/** One matter that either side settles, for one entity of the own side. */
type Matter = {
  name: string;
  attribute: string;
  own: string | null;
  model: string | null;
  agreement: Agreement;
  /** Heads affected; one where nobody is known, so that matters count alike. */
  weight: number;
};

export default defineDimension({
  definition,
  label: 'Policies',
  position: 7,
  evidence: { kind: 'policies' },
  hasHistory: rulesHaveHistory,
  measure(facts) {
    const matters = mattersOf(facts);
    if (matters.length === 0) return { missing: ['policies'], note: 'Policies are not known on both sides' };
    const weightOf = (some: readonly Matter[]) => some.reduce((sum, { weight }) => sum + told(weight, facts), 0);
    const conflicts = matters.filter(({ agreement }) => agreement === 'conflicting');
    const knowsHeads = facts.heads.some(({ place }) => facts.places[place].own);
    const people = knowsHeads ? Math.max(0, ...conflicts.map(({ weight }) => weight)) : null;
    const prices = policyPrices(facts, conflicts);
    const counted = (agreement: Agreement) => matters.filter((matter) => matter.agreement === agreement).length;
    return {
      value: weightOf(conflicts) / weightOf(matters),
      score: (value) => 100 * (1 - value),
      comparison: null,
      coverage: matters.filter(({ own, model }) => own !== null && model !== null).length / matters.length,
      among: null,
      drivers: conflicts
        .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
        .map(({ name, own, model, weight }) => ({
          label: name,
          own: own!,
          model: model!,
          people: knowsHeads ? weight : null,
          cost: prices.get(name) ?? null,
        })),
      gaps: [
        {
          id: 'policies',
          label: `Policies in conflict, ${conflicts.length} of ${matters.length}`,
          people,
          cost: null,
          basis: 'Attributes settled differently; people of the one that affects most.',
          rests: 'fact',
        },
        ...conflicts.flatMap(({ name, attribute, own, model, weight }) => {
          const cost = prices.get(name);
          return cost === undefined
            ? []
            : [
                {
                  id: `policy ${name}`,
                  label: `${capitalised(attribute)}, ${own} against ${model}`,
                  // In a clean room the groups of several rules would tell of what lies between them.
                  people: knowsHeads && !facts.hidesFew ? weight : null,
                  cost,
                  basis: 'Hours of the pay class in a year × the difference an hour.',
                  rests: 'fact' as const,
                },
              ];
        }),
      ],
      options: [],
      missing: knowsHeads ? [] : ['roster'],
      notes: [
        `${counted('equal')} equal, ${counted('compatible')} compatible, ${counted('conflicting')} in conflict`,
        ...(knowsHeads ? [] : ['Without a roster every attribute counts alike']),
      ],
    };
  },
  /** Of two prices an hour both pay the higher. */
  bestOfBoth(outcome, model) {
    const kept = { ...outcome, gaps: outcome.gaps.filter(({ cost }) => cost === null || cost > 0) };
    return withGapsOfModel(kept, model, ({ cost }) => cost !== null && cost > 0);
  },
});

function mattersOf(facts: AlignmentFacts): Matter[] {
  const rows = facts.policies;
  const model = new Map<string, PolicyRow>();
  // The named entity speaks for the model; others of it only where it is silent.
  for (const row of rows)
    if (facts.against.members.has(row.entity) && !model.has(matterOf(row))) model.set(matterOf(row), row);
  for (const row of rows) if (row.entity === facts.against.code) model.set(matterOf(row), row);
  const owners = [...new Set(rows.map(({ entity }) => entity))].filter((entity) => facts.entity.members.has(entity));
  if (model.size === 0) return [];
  return owners.flatMap((entity) => {
    const own = new Map(rows.filter((row) => row.entity === entity).map((row) => [matterOf(row), row]));
    return [...new Set([...own.keys(), ...model.keys()])].sort().map((key): Matter => {
      const [mine, theirs] = [own.get(key) ?? null, model.get(key) ?? null];
      const rule = (mine ?? theirs)!;
      const { area, attribute } = rule;
      return {
        name: `${area}: ${attribute}`,
        attribute,
        own: mine?.value ?? null,
        model: theirs?.value ?? null,
        agreement: agreementOf(mine?.value ?? null, theirs?.value ?? null),
        weight: headsOf(facts, entity, rule),
      };
    });
  });
}

/** Heads as a share may count them: fewer than a group must have, where they are hidden, as such a group. */
function told(heads: number, { hidesFew }: AlignmentFacts): number {
  return hidesFew && isFew(heads) ? SMALLEST_GROUP : heads;
}

function headsOf(facts: AlignmentFacts, entity: string, rule: PolicyRow): number {
  const known = facts.heads.some(({ place }) => facts.places[place].entity === entity);
  return known ? headsInScope(facts, entity, rule).length : 1;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
