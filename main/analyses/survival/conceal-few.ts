import { hiddenFigures } from '../../metrics/hidden-figures.ts';
import type { Filter } from '../../contract/figure.ts';
import type { GroupSurvival, SurvivalSpells } from './survival.ts';
import type { SurvivalPoint } from './survival-points.ts';
import { toldTimes } from './told-times.ts';

type Split = { by: readonly string[]; where: Filter };

/** Groups of spells; without `people` every spell is somebody of their own. */
export type CountedSpells = Pick<SurvivalSpells, 'group' | 'groups' | 'entry' | 'exit' | 'left'> & {
  people?: readonly string[];
};

/** What of a curve would give few people away. */
export type HiddenCurve = {
  whole: boolean;
  /** How many of its people left and how many stayed. */
  exits: boolean;
  /** Of the told times, those at which few are at risk, or few left since the time before. */
  points: readonly boolean[];
};

/** Whether a spell counts in a column of a table of people. */
type Column = (spells: CountedSpells, spell: number) => boolean;

/** What a clean room tells of the curves of a split: the times of its points, and what is hidden of each group. */
export type ClosedCurves = { times: number[]; hides: HiddenCurve[] };

export function closedTo(split: Split, spellsBy: (other: Split) => CountedSpells): ClosedCurves {
  const times = toldTimes(spellsBy({ by: [], where: {} }));
  return { times, hides: hiddenCurves(split, { spellsBy, times }) };
}

/**
 * What to hide of the groups of a split, so that no other split or filter gives it away: `spellsBy` gives the spells of
 * any, `times` are those that curves are told at.
 */
export function hiddenCurves(
  { by, where }: Split,
  { spellsBy, times }: { spellsBy: (split: Split) => CountedSpells; times: readonly number[] },
): HiddenCurve[] {
  const known = new Map<string, CountedSpells>();
  const unfiltered = (dimensions: readonly string[]) => {
    const name = dimensions.join('\u0000');
    const found = known.get(name) ?? spellsBy({ by: dimensions, where: {} });
    known.set(name, found);
    return found;
  };
  const groups = codesOf(spellsBy({ by, where }), by);
  const hiddenIn = (...columns: readonly Column[]) =>
    hiddenFigures({ by, where, groups }, (dimensions) => {
      const found = unfiltered(dimensions);
      return { codes: codesOf(found, dimensions), grid: countPeople(found, columns) };
    });
  const [all, leavers, stayers, leaving] = [
    hiddenIn(() => true),
    hiddenIn(({ left }, spell) => left[spell] === 1),
    hiddenIn(({ left }, spell) => left[spell] === 0),
    hiddenIn(...times.map((time, at) => leftBetween(times[at - 1] ?? -Infinity, time))),
  ];
  const atRisk = times.map((time) => hiddenIn(({ entry, exit }, spell) => entry[spell] < time && exit[spell] >= time));
  return all.map(([whole], group) => ({
    whole: whole ?? false,
    exits: (leavers[group][0] || stayers[group][0]) ?? false,
    points: times.map((_, at) => (leaving[group][at] || atRisk[at][group][0]) ?? false),
  }));
}

function leftBetween(after: number, upTo: number): Column {
  return ({ exit, left }, spell) => left[spell] === 1 && exit[spell] > after && exit[spell] <= upTo;
}

function codesOf({ groups }: CountedSpells, ids: readonly string[]): string[][] {
  return groups.map((codes) => ids.map((id) => codes[id]));
}

/** People of each group in each column. */
function countPeople(spells: CountedSpells, columns: readonly Column[]) {
  const { group, groups, people } = spells;
  const known = groups.map(() => columns.map(() => new Set<string | number>()));
  for (let spell = 0; spell < group.length; spell++)
    for (const [at, counts] of columns.entries())
      if (counts(spells, spell)) known[group[spell]][at].add(people ? people[spell] : spell);
  return known.map((row) => row.map(({ size }) => ({ count: size, cost: 0, largest: 0, second: 0 })));
}

/**
 * A curve with its points at the told times, as it may be shown in a clean room: up to the first that is hidden, since
 * every later one would tell of the leavers before it.
 */
export function shownCurve(curve: GroupSurvival, hides: readonly boolean[]): GroupSurvival {
  const first = hides.indexOf(true);
  const points = first < 0 ? curve.points : curve.points.slice(0, first);
  const last = points.at(-1)?.time ?? 0;
  const shown = (time: number | null) => (time !== null && time <= last ? time : null);
  return {
    ...curve,
    median: shown(curve.median),
    medianLower: shown(curve.medianLower),
    medianUpper: shown(curve.medianUpper),
    points,
  };
}

/** The last point told up to each time asked for; asking for more times tells no more than the points do. */
export function pointsToldAt(points: readonly SurvivalPoint[], at: readonly number[] | null): SurvivalPoint[] {
  if (at === null) return [...points];
  return points.filter(({ time }, index) => {
    const next = points[index + 1]?.time ?? Infinity;
    return at.some((asked) => asked >= time && asked < next);
  });
}
