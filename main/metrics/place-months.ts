/** The three prices of an own hour that agency prices are held against. */
export type Basis = 'base' | 'loaded' | 'overtime';

/** External hours of one job, site and month with what was billed and what an own hour costs there. */
export type MatchedCell = { hours: number; billed: number; rate: number | null; assumed: boolean };

/** Months of a trailing year, the month itself included. */
export const YEAR = 12;

/**
 * Positions of the sums of one place and month. Hours are those with a known cost; `own` are employees only, `loaded`
 * all their cost with load and their productive hours.
 */
export const PLACE_SUMS = {
  externalHours: 0,
  billed: 1,
  regularCost: 2,
  regularHours: 3,
  regularLoad: 4,
  overtimeCost: 5,
  overtimeHours: 6,
  overtimeLoad: 7,
  loadedCost: 8,
  loadedHours: 9,
} as const;
export const PLACE_WIDTH = 10;

/** Sums by place (a job at a site) and month, side by side: the sums of a month begin at `at`. */
export class PlaceMonths {
  readonly sums: Float64Array;

  constructor(
    readonly places: number,
    readonly first: number,
    readonly months: number,
  ) {
    this.sums = new Float64Array(places * months * PLACE_WIDTH);
  }

  at(place: number, month: number): number {
    return (place * this.months + month - this.first) * PLACE_WIDTH;
  }

  /**
   * External hours in 10⁻⁶ hours by place and month with the own rate on a basis (minor units per 10⁻⁶ hour); the
   * rate is null where no employee worked in the same place.
   */
  match(places: Iterable<number>, { first, last }: { first: number; last: number }, basis: Basis): MatchedCell[] {
    const { sums } = this;
    const matched: MatchedCell[] = [];
    const until = Math.min(last, this.first + this.months - 1);
    for (const place of places) {
      for (let month = Math.max(first, this.first); month <= until; month++) {
        const at = this.at(place, month);
        const hours = sums[at + PLACE_SUMS.externalHours];
        if (hours <= 0) continue;
        const billed = sums[at + PLACE_SUMS.billed];
        const rate = this.ownRate(place, month, basis);
        matched.push(
          rate === null && basis === 'overtime'
            ? { hours, billed, rate: this.assumedOvertimeRate(at), assumed: true }
            : { hours, billed, rate, assumed: false },
        );
      }
    }
    return matched;
  }

  private ownRate(place: number, month: number, basis: Basis): number | null {
    const { sums } = this;
    const at = this.at(place, month);
    switch (basis) {
      case 'base':
        return perHour(sums[at + PLACE_SUMS.regularCost], sums[at + PLACE_SUMS.regularHours]);
      case 'loaded': {
        let cost = 0;
        let hours = 0;
        const start = this.at(place, Math.max(this.first, month - YEAR + 1));
        for (let i = start; i <= at; i += PLACE_WIDTH) {
          cost += sums[i + PLACE_SUMS.loadedCost];
          hours += sums[i + PLACE_SUMS.loadedHours];
        }
        return perHour(cost, hours);
      }
      case 'overtime':
        return perHour(
          sums[at + PLACE_SUMS.overtimeCost] + sums[at + PLACE_SUMS.overtimeLoad],
          sums[at + PLACE_SUMS.overtimeHours],
        );
    }
  }

  private assumedOvertimeRate(at: number): number | null {
    const { sums } = this;
    const base = perHour(
      sums[at + PLACE_SUMS.regularCost] + sums[at + PLACE_SUMS.regularLoad],
      sums[at + PLACE_SUMS.regularHours],
    );
    return base === null ? null : 1.5 * base;
  }
}

function perHour(cost: number, hours: number): number | null {
  return hours > 0 ? cost / hours : null;
}
