import definition from '../../../metrics/definitions/job-alignment.definition.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import { defineDimension } from '../dimension.ts';
import type { Driver } from '../dimension.ts';
import type { AlignmentFacts, Head } from '../facts/facts.ts';
import { isOwn, ownEmployees, wasObserved } from '../heads-of.ts';

const RELATIONS: Readonly<Record<string, string>> = {
  split: 'split between several jobs',
  merged: 'merged with another job',
  none: 'no counterpart',
};

/** The scores of a map leave no room for chance: whoever changes the map changes the figure. */
export default defineDimension({
  definition,
  label: 'Job architecture',
  position: 1,
  evidence: { metric: 'headcount', where: {} },
  hasHistory: (facts) => wasObserved(facts, 'own'),
  measure(facts) {
    const heads = ownEmployees(facts);
    if (facts.crosswalkVersion === 0) return { missing: ['crosswalk'], note: 'No job has been mapped' };
    if (heads.length === 0) return { missing: ['roster'], note: 'Nobody in post is known' };
    const aligned = heads.filter(({ relation }) => relation === 'one_to_one').length;
    const others = heads.filter(({ relation }) => relation !== 'one_to_one');
    const jobs = new Set(others.map(({ job }) => job));
    return {
      value: aligned / heads.length,
      score: (value) => 100 * value,
      comparison: null,
      coverage: heads.filter(({ relation }) => relation !== null).length / heads.length,
      among: heads.length,
      drivers: driversOf(others),
      gaps: [
        {
          id: 'unmapped_jobs',
          label: `Jobs not mapped one to one, ${jobs.size} of ${new Set(heads.map(({ job }) => job)).size}`,
          people: others.length,
          cost: null,
          basis: 'Heads of the entity in jobs that are split, merged, without counterpart or unmapped.',
          rests: 'fact',
        },
      ],
      options: [],
      missing: [],
      notes: [`Crosswalk version ${facts.crosswalkVersion}`, ...strayNotes(facts, heads)],
    };
  },
});

/** Targets that the model does not have are misspelt as a rule, though they count as mapped. */
function strayNotes(facts: AlignmentFacts, own: readonly Head[]): string[] {
  const ofModel = (entity: string | null) => entity === null || facts.against.members.has(entity);
  const known = new Set([
    ...facts.heads.filter((head) => !isOwn(facts, head)).map(({ job }) => job),
    ...facts.bands.filter(({ entity }) => ofModel(entity)).map(({ job }) => job),
  ]);
  if (known.size === 0) return [];
  const targets = own.flatMap(({ relation, targets: jobs }) => (relation === null ? [] : (jobs ?? [])));
  const stray = [...new Set(targets.map(({ code }) => code))].filter((code) => !known.has(code)).sort();
  return stray.length === 0
    ? []
    : [`Mapped to jobs that nobody of ${facts.against.name} holds and no band is for: ${stray.join(', ')}`];
}

function driversOf(heads: readonly Head[]): Driver[] {
  return [...Map.groupBy(heads, ({ job }) => job)]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([job, own]) => ({
      label: job === UNKNOWN_CODE ? 'no job given' : job,
      own: job === UNKNOWN_CODE ? '–' : job,
      model: own[0].relation === null ? 'unmapped' : targetsText(own[0]),
      people: own.length,
      cost: null,
    }));
}

function targetsText({ relation, targets }: Head): string {
  const codes = (targets ?? []).map(({ code }) => code).join(', ');
  return codes === '' ? RELATIONS[relation!] : `${RELATIONS[relation!]}: ${codes}`;
}
