import { hideGroups } from '../../metrics/suppression.ts';
import { isFew, shareInFives } from '../../metrics/told-people.ts';
import { answerTo } from './best-of-both.ts';
import { isMeasured } from './dimension.ts';
import type { CloseOption, Driver, Measurement, NotMeasured } from './dimension.ts';
import type { Question } from './questions.ts';

/**
 * What a dimension measures, as it may be shown: in a clean room nothing is said of fewer people than a group must
 * have, and nothing from which it would follow. Scores, intervals and the index rest on what is shown, or they would
 * give it away.
 */
export function outcomeOf(question: Question): Measurement | NotMeasured {
  const outcome = answerTo(question);
  return question.facts.hidesFew && isMeasured(outcome) ? concealFew(outcome) : outcome;
}

function concealFew(outcome: Measurement): Measurement | NotMeasured {
  const { value, coverage, among, comparison, gaps, options, notes } = outcome;
  if (isFew(among)) return { missing: [], note: 'Hidden: fewer than five people' };
  const drivers = withoutFewPeople(outcome.drivers, among);
  const concealed = [...outcome.drivers, ...gaps, ...options].some(({ people }) => isFew(people));
  return {
    ...outcome,
    value: among === null || comparison !== null ? value : shareInFives(value, among),
    coverage: among === null ? coverage : shareInFives(coverage, among),
    drivers,
    gaps: gaps.map(withoutFew),
    options: shownOptions(options),
    notes: [
      ...notes,
      ...(among === null ? [] : ['Shares of people are told in fives']),
      ...(concealed ? ['What tells of fewer than five people is not shown, nor what it would follow from'] : []),
    ],
  };
}

function withoutFew<Sum extends { people: number | null; cost: number | null }>(sum: Sum): Sum {
  return isFew(sum.people) ? { ...sum, people: null, cost: null } : sum;
}

/**
 * Drivers without their people where those are few, and without those of so many others that the sum does not tell,
 * nor all the people beside those of the drivers. By name, as every other table hides, so that no two of them together
 * tell.
 */
function withoutFewPeople(drivers: readonly Driver[], among: number | null): Driver[] {
  const groups = drivers
    .map(({ whose, label, people }, at) => ({ whose: whose ?? 'own', label, people: people ?? 0, at }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const own = groups.reduce((sum, { whose, people }) => sum + (whose === 'own' ? people : 0), 0);
  const rest = { whose: 'own', label: '', people: Math.max(0, (among ?? own) - own), at: -1 };
  const all = [...groups, rest];
  const hidden = hideGroups(
    all.map(({ whose, label }) => [whose, label]),
    all.map(({ people }) => [{ count: people, cost: 0, largest: 0, second: 0 }]),
  );
  const concealed = new Set(all.flatMap(({ at }, group) => (hidden[group][0] ? [at] : [])));
  return drivers.map((driver, at) => (concealed.has(at) ? { ...driver, people: null, cost: null } : driver));
}

/** One option mostly concerns the people of another and a few more: then only the first is told. */
function shownOptions(options: readonly CloseOption[]): CloseOption[] {
  const told: number[] = [];
  return options.map((option) => {
    const { people } = option;
    if (people === null) return option;
    if (isFew(people) || told.some((other) => isFew(Math.abs(people - other))))
      return { ...option, people: null, cost: null };
    told.push(people);
    return option;
  });
}
