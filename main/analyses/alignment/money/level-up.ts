import type { People } from '../../../cube/people.ts';
import { hideGroups, revealsSomebody } from '../../../metrics/suppression.ts';
import { toldAs } from '../../../metrics/told-people.ts';
import type { CloseOption, Gap } from '../dimension.ts';
import type { AlignmentFacts, Band, Head } from '../facts/facts.ts';
import { ownEmployees } from '../heads-of.ts';
import { BandTable } from './band-table.ts';
import { yearlyPay } from './yearly.ts';

/** What a policy costs one person a year, in minor units. */
type Raise = { head: Head; yearly: number };

export type LevelUp = {
  gaps: Gap[];
  options: CloseOption[];
  /** Cost to the minimum by target job, where it gives nobody away. */
  costOfJob: ReadonlyMap<string, number>;
  notes: string[];
};

/**
 * What it costs a year to bring the own side's people into the target model's bands, by policy.
 *
 * Annual scheduled hours, base pay and variable load only. To the minimum and to the midpoint count those below;
 * `red_circle` raises to the minimum and leaves pay above the maximum as it is: its money is what stays above.
 * Sums that would give somebody's pay away are hidden.
 */
export function levelUp(facts: AlignmentFacts): LevelUp {
  const bands = new BandTable(facts);
  const people = ownEmployees(facts).filter(({ rate }) => rate !== null);
  const banded = people.flatMap((head) => {
    const band = bands.of(head);
    return band && head.weeklyHours !== null && isComparable(head, band) ? [{ head, band }] : [];
  });
  const foreign = people.some((head) => {
    const band = bands.of(head);
    return band !== null && !isComparable(head, band);
  });
  const notes = foreign ? ['Some bands are in another currency than pay, which needs a rate table'] : [];
  if (banded.length === 0) return { gaps: [], options: [], costOfJob: new Map(), notes };
  const raises = (short: (rate: number, band: Band) => number): Raise[] =>
    banded.flatMap(({ head, band }) => {
      const hourly = short(head.rate!, band);
      if (hourly <= 0) return [];
      return [{ head, yearly: yearlyPay(head, hourly)! }];
    });
  const minimum = raises((rate, { min }) => (min ?? rate) - rate);
  const midpoint = raises((rate, { mid }) => (mid ?? rate) - rate);
  const above = raises((rate, { max }) => rate - (max ?? rate));
  const jobs = new Set(minimum.map(({ head }) => head.job)).size;
  const unloaded = people.some(({ variableLoad }) => variableLoad === null);
  return {
    gaps: [
      {
        id: 'level_up',
        label: `Pay bands, ${jobs} ${jobs === 1 ? 'job' : 'jobs'} under the minimum`,
        people: minimum.length,
        cost: hidden(minimum) ? null : costOf(minimum),
        basis: 'Σ max(0, band minimum − pay) × annual scheduled hours × (1 + variable load).',
        rests: 'fact',
      },
    ],
    options: [
      optionOf('minimum', 'Raise to the minimum of the band', minimum),
      optionOf('midpoint', 'Raise to the midpoint of the band', midpoint),
      optionOf('red_circle', 'Keep pay above the maximum as it is', above),
    ],
    costOfJob: costsByJob(minimum, bands),
    notes: [
      ...notes,
      ...(hidden(minimum) ? ['The cost to level up is hidden: too few people'] : []),
      ...(unloaded ? ['Some people have no variable load in the loads extract: their cost is without it'] : []),
      ...(banded.length < people.length
        ? [`${toldAs(people.length - banded.length, facts, 'person has', 'people have')} no band or no scheduled hours`]
        : []),
    ],
  };
}

function isComparable(head: Head, band: Band): boolean {
  return band.currency === null || head.currency === null || band.currency === head.currency;
}

function optionOf(id: string, label: string, raises: readonly Raise[]): CloseOption {
  return { id, label, people: raises.length, cost: hidden(raises) ? null : costOf(raises) };
}

function costOf(raises: readonly Raise[]): number {
  return Math.round(raises.reduce((sum, { yearly }) => sum + yearly, 0));
}

function hidden(raises: readonly Raise[]): boolean {
  return revealsSomebody(peopleOf(raises));
}

function peopleOf(raises: readonly Raise[]): People {
  const sorted = raises.map(({ yearly }) => yearly).sort((a, b) => b - a);
  return {
    count: raises.length,
    cost: sorted.reduce((sum, yearly) => sum + yearly, 0),
    largest: sorted[0] ?? 0,
    second: sorted[1] ?? 0,
  };
}

/** Cost by job; what subtraction from the whole would reveal is hidden with it. */
function costsByJob(raises: readonly Raise[], bands: BandTable): Map<string, number> {
  const byJob = Map.groupBy(raises, ({ head }) => bands.of(head)!.job);
  const jobs = [...byJob.keys()].sort();
  const hides = hideGroups(
    jobs.map((job) => [job]),
    jobs.map((job) => [peopleOf(byJob.get(job)!)]),
  );
  return new Map(jobs.flatMap((job, at) => (hides[at][0] ? [] : [[job, costOf(byJob.get(job)!)]])));
}
