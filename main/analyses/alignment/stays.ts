import { DAYS_A_YEAR } from '../../model/year.ts';
import { firstDayOfMonth } from '../../model/civil-day.ts';
import { areasBeyond } from '../../stats/areas-beyond.ts';
import { productLimit } from '../../stats/product-limit.ts';
import { riskTables } from '../../stats/risk-tables.ts';
import { atRisk, presencesOf, stayOf } from '../retention/presences.ts';
import { ENOUGH_AT_RISK } from '../survival/defaults.ts';
import { findMeanHorizon } from '../survival/mean-horizon.ts';
import type { AlignmentFacts } from './facts/facts.ts';
import { isOwn } from './heads-of.ts';

/** Days since the window began, or since joining in it: until somebody was under observation, and until they left or were last seen. */
export type Stay = { place: number; entry: number; exit: number; left: 0 | 1 };

/** Stays within the window of employees who were in post when it began or joined in it; per diem is out. */
export function staysOf({ spells, window, asOf, observedOf }: AlignmentFacts): Stay[] {
  if (window === null || asOf === null) return [];
  const scope = { from: firstDayOfMonth(window.first), to: asOf, where: {}, perDiem: false, observedOf };
  return spells.flatMap(({ place, spell }) =>
    atRisk(presencesOf([spell], scope)).map((presence) => ({ place, ...stayOf(presence) })),
  );
}

/** Days that means of both sides may reach, a year at most; null where too few are at risk. */
export function horizonOf(facts: AlignmentFacts, stays: readonly Stay[]): number | null {
  const tables = riskTables({
    entry: stays.map(({ entry }) => entry),
    exit: stays.map(({ exit }) => exit),
    left: stays.map(({ left }) => left),
    group: stays.map((stay) => (isOwn(facts, stay) ? 0 : 1)),
    groupCount: 2,
  });
  return findMeanHorizon(tables, { most: DAYS_A_YEAR, atLeast: ENOUGH_AT_RISK });
}

/** Days 1 to a year, and one for all later ones. */
const TIMES = Float64Array.from({ length: DAYS_A_YEAR + 1 }, (_, at) => at + 1);
const WIDTH = TIMES.length + 1;

/** Stays counted by site and day, from which the mean stay of any weighting of the sites follows at once. */
export class StaysBySite {
  /** People at position place × width + day: who came under observation, whose stay ended, who left. */
  private readonly entered: Float64Array;
  private readonly ended: Float64Array;
  private readonly left: Float64Array;

  constructor(
    private readonly places: number,
    stays: readonly Stay[],
  ) {
    this.entered = new Float64Array(places * WIDTH);
    this.ended = new Float64Array(places * WIDTH);
    this.left = new Float64Array(places * WIDTH);
    for (const { place, entry, exit, left } of stays) {
      const at = (day: number) => place * WIDTH + Math.min(day, WIDTH - 1);
      this.entered[at(entry)]++;
      this.ended[at(exit)]++;
      this.left[at(exit)] += left;
    }
  }

  /**
   * Restricted mean stay: the area under the Kaplan–Meier curve up to a horizon of a year at most, in days.
   * null where nobody is there, or nobody was followed to the horizon though some had not gone.
   */
  meanStay(side: Float64Array, horizon: number): number | null {
    const [entered, ended, left] = [this.entered, this.ended, this.left].map((counts) => this.pooled(counts, side));
    const last = ended.findLastIndex((count) => count > 0);
    if (last < 0) return null;
    const present = new Float64Array(last);
    let count = 0;
    for (let day = 1; day <= last; day++) present[day - 1] = count += entered[day - 1] - ended[day - 1];
    const survival = productLimit(present, left.subarray(1, last + 1));
    return areasBeyond({ time: TIMES.subarray(0, last), survival }, horizon)?.[0] ?? null;
  }

  private pooled(counts: Float64Array, side: Float64Array): Float64Array {
    const sums = new Float64Array(WIDTH);
    for (let place = 0; place < this.places; place++) {
      const weight = side[place];
      if (weight === 0) continue;
      const start = place * WIDTH;
      for (let day = 0; day < WIDTH; day++) sums[day] += weight * counts[start + day];
    }
    return sums;
  }
}
