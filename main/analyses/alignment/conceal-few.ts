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
  const drivers = withoutFewPeople(outcome.drivers);
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

/** Drivers without their people where those are few, and without those of so many others that the sum does not tell. */
function withoutFewPeople(drivers: readonly Driver[]): Driver[] {
  const hidden = hideGroups(
    drivers.map(({ whose, label }) => [whose ?? 'own', label]),
    drivers.map(({ people }) => [{ count: people ?? 0, cost: 0, largest: 0, second: 0 }]),
  );
  return drivers.map((driver, at) => (hidden[at][0] ? { ...driver, people: null, cost: null } : driver));
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
