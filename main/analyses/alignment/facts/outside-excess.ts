import { computeFigures } from '../../../metrics/figures.ts';
import type { WorkspaceView } from '../../../workspace/view.ts';
import { scopeOf } from '../scope.ts';
import type { Side } from '../sides.ts';

/**
 * What a side paid for outside hours beyond what its own people's hours cost with load, by job, in minor units: the
 * numerator of `agency_premium`. Empty where no loads are known; jobs with too few people are left out.
 */
export function outsideExcess(
  view: WorkspaceView,
  side: Side,
  window: { first: number; last: number },
): ReadonlyMap<string, number> {
  const [figures] = computeFigures(view, [
    {
      metric: 'agency_premium',
      variants: ['loaded'],
      by: ['job'],
      where: scopeOf(view, side),
      from: window.first,
      to: window.last,
    },
  ]);
  return new Map(figures.flatMap(({ by, numerator }) => (numerator === null ? [] : [[by['job'], numerator] as const])));
}
