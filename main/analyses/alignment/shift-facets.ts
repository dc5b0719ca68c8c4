import { UNKNOWN_CODE } from '../../model/dimensions.ts';
import type { SiteWeights } from './dimension.ts';
import type { AlignmentFacts, ShiftCell } from './facts/facts.ts';
import { StratifiedShares } from './stratified-shares.ts';

/** What makes up the pattern of a shift, with its name on pages. */
export const FACETS = { length: 'shift length', start: 'start', rotation: 'rotation', leadTime: 'lead time' } as const;
export type Facet = keyof typeof FACETS;

/** Strata are as fine as lets this share of the own side's shifts meet their like. */
const MATCHED_ENOUGH = 0.7;

type Strata = (cell: ShiftCell) => readonly { code: string; share: number }[];

/** Shares of one characteristic by job and service line, else by job, else over all shifts. */
export class FacetShares {
  readonly shares: StratifiedShares;
  private readonly strataOf: Strata;

  constructor(
    readonly facet: Facet,
    facts: AlignmentFacts,
    weights: SiteWeights,
  ) {
    const known = facts.shifts.filter((cell) => cell[facet] !== null);
    const by = (strataOf: Strata) => ({
      strataOf,
      shares: new StratifiedShares(
        facts.places.length,
        known.flatMap((cell) =>
          strataOf(cell).map(({ code, share }) => ({
            place: cell.place,
            stratum: code,
            category: cell[facet]!,
            amount: cell.weight * share,
          })),
        ),
      ),
    });
    const finest = [byLine, byJob].map(by).find(({ shares }) => shares.coverage(weights) >= MATCHED_ENOUGH);
    ({ shares: this.shares, strataOf: this.strataOf } = finest ?? by(() => [{ code: '', share: 1 }]));
  }

  /**
   * Says of a shift how much of its pattern would have to move to another for the model's shares: 0 where the model has
   * as much of it or more; null where the pattern is not known or the model has no like work.
   */
  surplusAt(weights: SiteWeights): (cell: ShiftCell) => number | null {
    const moves = new Map(
      this.shares
        .strataAt(weights)
        .map(({ stratum, categories }) => [
          stratum,
          new Map(categories.map(({ category, own, model }) => [category, own > 0 ? Math.max(0, 1 - model / own) : 0])),
        ]),
    );
    return (cell) => {
      const pattern = cell[this.facet];
      const strata = this.strataOf(cell).flatMap(({ code, share }) => {
        const move = pattern === null ? undefined : moves.get(code)?.get(pattern);
        return move === undefined ? [] : [{ move, share }];
      });
      const all = strata.reduce((sum, { share }) => sum + share, 0);
      return all > 0 ? strata.reduce((sum, { move, share }) => sum + move * share, 0) / all : null;
    };
  }
}

function byJob({ targets }: ShiftCell) {
  return targets ?? [];
}

function byLine(cell: ShiftCell) {
  return cell.serviceLine === UNKNOWN_CODE
    ? []
    : byJob(cell).map(({ code, share }) => ({ code: `${code}, ${cell.serviceLine}`, share }));
}
