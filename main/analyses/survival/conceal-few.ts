import { hideGroups, SMALLEST_GROUP } from '../../metrics/suppression.ts';
import type { GroupSurvival, SurvivalAnalysis } from './survival.ts';
import type { SurvivalPoint } from './survival-points.ts';

/**
 * Curves as they may be shown in a clean room: none of few people, nor one that would follow from the total, and of
 * the others only points between which enough people left and at which enough are at risk. A point a leaver would
 * be the rows of persons by another name.
 */
export function concealFew({ curves, logrank }: SurvivalAnalysis): SurvivalAnalysis {
  const hidden = hideGroups(
    curves.map(({ by }) => Object.values(by)),
    curves.map(({ n }) => [{ count: n, cost: 0, largest: 0, second: 0 }]),
  );
  return { curves: curves.filter((_, at) => !hidden[at][0]).map(coarsen), logrank };
}

function coarsen(curve: GroupSurvival): GroupSurvival {
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
