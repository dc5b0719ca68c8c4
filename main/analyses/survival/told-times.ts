import { SMALLEST_GROUP } from '../../metrics/suppression.ts';
import type { SurvivalSpells } from './survival.ts';

/** A few points, so that enough people of a split leave between two of them as well. */
const MOST_TIMES = 4;

/**
 * Times at which a clean room tells of curves, ascending: the same for every split and filter, so that the leavers of
 * one split lie between the same times as those of another. As many of all the people leave between any two of them;
 * none where few leave at all.
 */
export function toldTimes({ exit, left }: Pick<SurvivalSpells, 'exit' | 'left'>): number[] {
  const leaving = Array.from(exit)
    .filter((_, spell) => left[spell] === 1)
    .sort((a, b) => a - b);
  const step = Math.max(SMALLEST_GROUP, Math.ceil(leaving.length / MOST_TIMES));
  const cuts = Array.from({ length: Math.floor(leaving.length / step) }, (_, k) => leaving[(k + 1) * step - 1]);
  return [...new Set(cuts)];
}
