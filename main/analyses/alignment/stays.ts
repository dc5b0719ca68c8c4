import { firstDayOfMonth } from '../../model/civil-day.ts';
import type { SiteWeights } from './dimension.ts';
import { segmentOn } from './facts/heads.ts';
import type { AlignmentFacts } from './facts/facts.ts';

/** Days up to which stays are compared. */
export const LONGEST = 365;
const FEWEST_AT_RISK = 10;

/** Days that somebody stayed since the window began, or since joining in it, and whether they left then. */
export type Stay = { place: number; days: number; left: boolean };

/** Stays within the window of employees who were in post when it began or joined in it; per diem is out. */
export function staysOf({ spells, window, asOf }: AlignmentFacts): Stay[] {
  if (window === null || asOf === null) return [];
  const from = firstDayOfMonth(window.first);
  return spells.flatMap(({ place, spell }) => {
    const begin = Math.max(from, spell.start);
    const end = Math.min(spell.end ?? Infinity, spell.observedTo, asOf);
    // Whoever was not yet observed when their clock began could not have been seen to leave early.
    if (end < begin || spell.observedFrom > begin) return [];
    const { worker_class: workerClass, worker_type: workerType } = segmentOn(spell, end)!.codes;
    if (workerClass !== 'internal' || workerType === 'per_diem') return [];
    return [{ place, days: end - begin + 1, left: spell.end === end && spell.exit !== 'divested' }];
  });
}

/** Exits by site and day, from which the mean stay of any weighting of the sites follows at once. */
export class StaysBySite {
  private readonly width = LONGEST + 2;
  /** People whose stay ended on a day, in any way, at position place × width + day; the last is "later". */
  private readonly ended: Float64Array;
  private readonly left: Float64Array;

  constructor(
    private readonly places: number,
    stays: readonly Stay[],
  ) {
    this.ended = new Float64Array(places * this.width);
    this.left = new Float64Array(places * this.width);
    for (const { place, days, left } of stays) {
      const at = place * this.width + Math.min(days, LONGEST + 1);
      this.ended[at]++;
      if (left && days <= LONGEST) this.left[at]++;
    }
  }

  /** The latest day, up to a year, on which both sides have ten people at risk; null where there is none. */
  horizon({ own, model }: SiteWeights): number | null {
    const reach = Math.min(...[own, model].map((side) => this.reach(side)));
    return reach > 0 ? reach : null;
  }

  /**
   * Restricted mean stay: the area under the Kaplan–Meier curve up to a horizon, in days.
   * null where nobody is there, or nobody is left at risk before the horizon though some had not gone.
   */
  meanStay(side: Float64Array, horizon: number): number | null {
    const [ended, left] = [this.ended, this.left].map((counts) => this.pooled(counts, side));
    let atRisk = ended.reduce((sum, count) => sum + count, 0);
    if (atRisk <= 0) return null;
    let surviving = 1;
    let area = 1;
    for (let day = 1; day < horizon; day++) {
      if (atRisk > 1e-9) surviving *= 1 - left[day] / atRisk;
      else if (surviving > 1e-9) return null;
      atRisk -= ended[day];
      area += surviving;
    }
    return area;
  }

  private reach(side: Float64Array): number {
    const ended = this.pooled(this.ended, side);
    let atRisk = ended.reduce((sum, count) => sum + count, 0);
    let day = 0;
    while (day < LONGEST && atRisk - ended[day] >= FEWEST_AT_RISK) atRisk -= ended[day++];
    return day;
  }

  private pooled(counts: Float64Array, side: Float64Array): Float64Array {
    const sums = new Float64Array(this.width);
    for (let place = 0; place < this.places; place++) {
      const weight = side[place];
      if (weight === 0) continue;
      const start = place * this.width;
      for (let day = 0; day < this.width; day++) sums[day] += weight * counts[start + day];
    }
    return sums;
  }
}
