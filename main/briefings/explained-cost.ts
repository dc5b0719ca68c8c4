import { explainCost } from '../analyses/price-volume-mix/explain-cost.ts';
import type { CostChange } from '../analyses/price-volume-mix/explain-cost.ts';
import type { LikeForLike } from './like-for-like.ts';
import { likeForLike } from './like-for-like.ts';
import type { Months, PageContext } from './page.ts';

/** A change of cost explained for the entities that are in both periods. */
export type ExplainedCost = {
  /** The page of those entities. */
  alike: PageContext;
  change: CostChange;
  /** The others and how their cost moved, in minor units; null where there are none. */
  apart: (Omit<LikeForLike, 'alike'> & { costBefore: number; costAfter: number; moved: number }) | null;
  /** Names the others where they are so few people that their cost cannot be told apart: then they are in the change. */
  mixedWith: string | null;
};

/** Null where no entity is in both periods. */
export function explainedCost(context: PageContext, before: Months): ExplainedCost | null {
  const parts = likeForLike(context, before);
  if (parts === 'nothing alike') return null;
  if (parts === null) return { alike: context, change: explain(context, before), apart: null, mixedWith: null };
  const { alike, ...apart } = parts;
  const [change, rest] = [explain(alike, before), explain(apart.apart, before)];
  if (change.absence === 'suppressed' || rest.absence === 'suppressed')
    return {
      alike: context,
      change: explain(context, before),
      apart: null,
      mixedWith: `${apart.names}, ${apart.span}`,
    };
  const { costBefore, costAfter } = rest;
  const moved = costAfter - costBefore;
  return {
    alike,
    change,
    apart: rest.absence === null ? { ...apart, costBefore, costAfter, moved } : null,
    mixedWith: null,
  };
}

function explain(context: PageContext, before: Months): CostChange {
  return costChangeBy(context, before, placeDimension(context));
}

/** Why cost moved between the periods of a page, by one dimension. */
export function costChangeBy({ view, where, period }: PageContext, before: Months, dimension: string): CostChange {
  const range = ({ from, to }: Months) => ({ first: from, last: to });
  return explainCost(view, { before: range(before), after: range(period), where, by: [dimension] });
}

/** What the places of a change are: units where extracts name them, else sites. */
export function placeDimension({ view }: PageContext): 'unit' | 'site' {
  return view.dimensions.column('unit').codes.filter((code) => code !== 'unknown').length > 1 ? 'unit' : 'site';
}
