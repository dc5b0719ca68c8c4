import type { AlignmentFacts, RateCard } from '../facts/facts.ts';

/** Work as a rate card prices it. */
export type CardedWork = { supplier: string; job: string; payClass: string; month: number; currency: string | null };

/** Contract rates of the target model: what a supplier may charge it, whether it bought anything in the month or not. */
export class RateCards {
  private readonly cards: ReadonlyMap<string, readonly RateCard[]>;

  constructor(facts: AlignmentFacts) {
    this.cards = Map.groupBy(
      facts.rates.filter(({ own }) => !own),
      keyOf,
    );
  }

  /** Rate in minor units per hour, the mean over the model's sites that have one in force; null where none has. */
  rateOf(work: CardedWork): number | null {
    const inForce = (this.cards.get(keyOf(work)) ?? []).filter(
      ({ firstMonth, lastMonth, currency }) =>
        firstMonth <= work.month &&
        (lastMonth === null || lastMonth >= work.month) &&
        (currency === null || work.currency === null || currency === work.currency),
    );
    // Where a new card begins within the month, it replaces the one before.
    const latest = [...Map.groupBy(inForce, ({ site }) => site).values()].map((cards) =>
      cards.reduce((one, other) => (other.firstMonth >= one.firstMonth ? other : one)),
    );
    return latest.length === 0 ? null : latest.reduce((sum, { rate }) => sum + rate, 0) / latest.length;
  }
}

function keyOf({ supplier, job, payClass }: Pick<CardedWork, 'supplier' | 'job' | 'payClass'>): string {
  return JSON.stringify([supplier, job, payClass]);
}
