import { hiddenFigures } from '../../metrics/hidden-figures.ts';
import { SMALLEST_GROUP } from '../../metrics/suppression.ts';
import type { Filter } from '../../contract/figure.ts';
import type { GroupSurvival, SurvivalSpells } from './survival.ts';
import type { SurvivalPoint } from './survival-points.ts';

type Split = { by: readonly string[]; where: Filter };

/** Groups of spells; without `people` every spell is somebody of their own. */
export type CountedSpells = Pick<SurvivalSpells, 'group' | 'groups'> & { people?: readonly string[] };

/** Which groups of a split have few people, or would give few people away: `spellsBy` gives the spells of any split. */
export function hiddenCurves({ by, where }: Split, spellsBy: (split: Split) => CountedSpells): boolean[] {
  const codesOf = ({ groups }: CountedSpells, ids: readonly string[]) =>
    groups.map((codes) => ids.map((id) => codes[id]));
  const hidden = hiddenFigures({ by, where, groups: codesOf(spellsBy({ by, where }), by) }, (dimensions) => {
    const found = spellsBy({ by: dimensions, where: {} });
    const grid = countPeople(found).map((count) => [{ count, cost: 0, largest: 0, second: 0 }]);
    return { codes: codesOf(found, dimensions), grid };
  });
  return hidden.map(([hides]) => hides ?? false);
}

function countPeople({ group, groups, people }: CountedSpells): number[] {
  const known = groups.map(() => new Set<string | number>());
  for (let at = 0; at < group.length; at++) known[group[at]].add(people ? people[at] : at);
  return known.map(({ size }) => size);
}

/**
 * A curve as it may be shown in a clean room: only points between which enough people left and at which enough are at
 * risk. A point a leaver would be the rows of persons by another name.
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
