import { jensenShannon } from '../../stats/jensen-shannon.ts';
import type { SiteComparison, SiteWeights } from './dimension.ts';
import { PLAIN_SIZE } from './dimension.ts';

/** An amount (hours, heads) of one category at one site, within what is compared with like (a job, or everything). */
export type ShareCell = { place: number; stratum: string; category: string; amount: number };

/** How the shares of one stratum differ. */
export type StratumShares = {
  stratum: string;
  distance: number;
  /** Amount of the own side in it. */
  own: number;
  categories: readonly { category: string; own: number; model: number }[];
};

/**
 * Shares of categories at both sides, compared within strata: the mean of the strata's Jensen–Shannon distances,
 * weighted by the own side's amounts. A stratum that only one side has is left out.
 */
export class StratifiedShares {
  private readonly strata: string[];
  private readonly categories: string[];
  /** Amounts at position (place × strata + stratum) × categories + category. */
  private readonly amounts: Float64Array;

  constructor(
    private readonly places: number,
    cells: readonly ShareCell[],
  ) {
    this.strata = [...new Set(cells.map(({ stratum }) => stratum))].sort();
    this.categories = [...new Set(cells.map(({ category }) => category))].sort();
    const stratumAt = new Map(this.strata.map((stratum, at) => [stratum, at]));
    const categoryAt = new Map(this.categories.map((category, at) => [category, at]));
    this.amounts = new Float64Array(places * this.width);
    for (const { place, stratum, category, amount } of cells)
      this.amounts[place * this.width + stratumAt.get(stratum)! * this.categories.length + categoryAt.get(category)!] +=
        amount;
  }

  private get width(): number {
    return this.strata.length * this.categories.length;
  }

  /** The distance of any weighting of the sites; null where no stratum has both sides. */
  distance({ own, model }: SiteWeights): number | null {
    const [first, second] = [this.pooled(own), this.pooled(model)];
    let sum = 0;
    let weight = 0;
    for (let at = 0; at < this.strata.length; at++) {
      const [mine, theirs] = [this.stratum(first, at), this.stratum(second, at)];
      const amount = total(mine);
      if (!(amount > 0) || !(total(theirs) > 0)) continue;
      sum += jensenShannon(mine, theirs) * amount;
      weight += amount;
    }
    return weight > 0 ? sum / weight : null;
  }

  /** Share of the own side's amount in strata that both sides have. */
  coverage(weights: SiteWeights): number {
    const own = this.pooled(weights.own);
    const all = total(own);
    const matched = this.strataAt(weights).reduce((sum, stratum) => sum + stratum.own, 0);
    return all > 0 ? matched / all : 0;
  }

  strataAt({ own, model }: SiteWeights): StratumShares[] {
    const [first, second] = [this.pooled(own), this.pooled(model)];
    return this.strata.flatMap((stratum, at) => {
      const [mine, theirs] = [this.stratum(first, at), this.stratum(second, at)];
      const [ownTotal, modelTotal] = [total(mine), total(theirs)];
      if (!(ownTotal > 0) || !(modelTotal > 0)) return [];
      const categories = this.categories.map((category, c) => ({
        category,
        own: mine[c] / ownTotal,
        model: theirs[c] / modelTotal,
      }));
      return [{ stratum, own: ownTotal, distance: jensenShannon(mine, theirs), categories }];
    });
  }

  comparison(carries: Uint8Array): SiteComparison {
    return { carries, valueAt: (weights) => this.distance(weights), ...PLAIN_SIZE };
  }

  private stratum(pooled: Float64Array, at: number): Float64Array {
    return pooled.subarray(at * this.categories.length, (at + 1) * this.categories.length);
  }

  private pooled(weights: Float64Array): Float64Array {
    const sums = new Float64Array(this.width);
    for (let place = 0; place < this.places; place++) {
      const weight = weights[place];
      if (weight === 0) continue;
      const start = place * this.width;
      for (let at = 0; at < sums.length; at++) sums[at] += weight * this.amounts[start + at];
    }
    return sums;
  }
}

function total(amounts: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < amounts.length; at++) sum += amounts[at];
  return sum;
}
