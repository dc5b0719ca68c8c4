import { geometricMean } from '../../stats/geometric-mean.ts';

/** Scores below this count as it: a single 0 must not hide all the others. */
const FLOOR = 1;

/** The alignment index of some scores: their geometric mean, evenly weighted unless told otherwise. */
export function indexOf(scores: readonly number[], weights?: readonly number[]): number {
  return geometricMean(scores, weights === undefined ? { floor: FLOOR } : { floor: FLOOR, weights });
}
