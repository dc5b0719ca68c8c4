import { hiddenFigures } from '../../metrics/hidden-figures.ts';
import { SMALLEST_GROUP } from '../../metrics/suppression.ts';
import type { Filter } from '../../contract/figure.ts';
import type { GroupSurvival, SurvivalSpells } from './survival.ts';
import type { SurvivalPoint } from './survival-points.ts';

type Split = { by: readonly string[]; where: Filter };

/** Groups of spells; without `people` every spell is somebody of their own. */
export type CountedSpells = Pick<SurvivalSpells, 'group' | 'groups' | 'left'> & { people?: readonly string[] };

/** What of a curve would give few people away: all of it, or how many of its people left and how many stayed. */
export type HiddenCurve = { whole: boolean; exits: boolean };

/** What to hide of the groups of a split, so that no other split gives it away: `spellsBy` gives the spells of any. */
export function hiddenCurves({ by, where }: Split, spellsBy: (split: Split) => CountedSpells): HiddenCurve[] {
  const codesOf = ({ groups }: CountedSpells, ids: readonly string[]) =>
    groups.map((codes) => ids.map((id) => codes[id]));
  const asked = { by, where, groups: codesOf(spellsBy({ by, where }), by) };
  const hiddenBy = (counts: (left: number) => boolean) =>
    hiddenFigures(asked, (dimensions) => {
      const found = spellsBy({ by: dimensions, where: {} });
      const grid = countPeople(found, counts).map((count) => [{ count, cost: 0, largest: 0, second: 0 }]);
      return { codes: codesOf(found, dimensions), grid };
    });
  const [all, leavers, stayers] = [() => true, (left: number) => left === 1, (left: number) => left === 0].map(
    hiddenBy,
  );
  return all.map(([whole], at) => ({ whole: whole ?? false, exits: (leavers[at][0] || stayers[at][0]) ?? false }));
}

function countPeople({ group, groups, left, people }: CountedSpells, counts: (left: number) => boolean): number[] {
  const known = groups.map(() => new Set<string | number>());
  for (let at = 0; at < group.length; at++) if (counts(left[at])) known[group[at]].add(people ? people[at] : at);
  return known.map(({ size }) => size);
}

/**
 * A whole curve as it may be shown in a clean room: only points between which enough people left and at which enough
 * are at risk. A point a leaver would be the rows of persons by another name.
 */
export function coarsenCurve(curve: GroupSurvival): GroupSurvival {
  const points: SurvivalPoint[] = [];
  let events = 0;
  for (const point of curve.points) {
    events += point.events;
    if (point.atRisk < SMALLEST_GROUP) break;
    if (events > 0 && events < SMALLEST_GROUP) continue;
    points.push({ ...point, events });
    events = 0;
  }
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
