import { PRODUCTIVE } from '../../../model/pay-classes.ts';
import type { PayClass } from '../../../model/pay-classes.ts';
import type { AlignmentFacts, SpendCell } from '../facts/facts.ts';
import { isOwn } from '../heads-of.ts';
import { RateCards } from './rate-cards.ts';

export type SupplierGap = {
  supplier: string;
  /** What the own side paid above the model's rates for like work; negative where it paid less. */
  money: number;
  hours: number;
  /** What the own side paid the supplier, and how much of it met like work. */
  cost: number;
  matchedCost: number;
};

type Work = {
  job: string;
  payClass: string;
  month: number;
  currency: string | null;
  own: { hours: number; cost: number };
  model: { hours: number; cost: number };
};

/**
 * What an entity pays suppliers of both sides above the rates that the model pays them.
 *
 * Like is held against like: supplier, target job, pay class, month and currency; work that the model did not buy in the
 * month is held against the rate card that it has with the supplier. Money in minor units over the window; hours without
 * a price are in neither side.
 */
export function rateGaps(facts: AlignmentFacts): SupplierGap[] {
  const cards = new RateCards(facts);
  const suppliers = new Map<string, Map<string, Work>>();
  for (const cell of facts.spend) {
    if (!PRODUCTIVE.has(cell.payClass as PayClass) || cell.hours <= 0) continue;
    let works = suppliers.get(cell.supplier);
    if (!works) suppliers.set(cell.supplier, (works = new Map()));
    for (const { code, share } of cell.targets ?? []) add(works, { cell, job: code, share, own: isOwn(facts, cell) });
  }
  return [...suppliers]
    .map(([supplier, works]) => gapOf(supplier, [...works.values()], cards))
    .filter(({ matchedCost }) => matchedCost > 0)
    .sort((a, b) => b.money - a.money || (a.supplier < b.supplier ? -1 : 1));
}

function gapOf(supplier: string, works: readonly Work[], cards: RateCards): SupplierGap {
  const gap: SupplierGap = { supplier, money: 0, hours: 0, cost: 0, matchedCost: 0 };
  for (const work of works) {
    const { own, model } = work;
    gap.cost += own.cost;
    if (own.hours <= 0) continue;
    const rate = model.hours > 0 ? model.cost / model.hours : cards.rateOf({ supplier, ...work });
    if (rate === null) continue;
    gap.money += own.cost - own.hours * rate;
    gap.hours += own.hours;
    gap.matchedCost += own.cost;
  }
  return gap;
}

function add(
  works: Map<string, Work>,
  { cell, job, share, own }: { cell: SpendCell; job: string; share: number; own: boolean },
): void {
  const { payClass, month, currency } = cell;
  const key = JSON.stringify([job, payClass, month, currency]);
  let work = works.get(key);
  if (!work) {
    work = { job, payClass, month, currency, own: { hours: 0, cost: 0 }, model: { hours: 0, cost: 0 } };
    works.set(key, work);
  }
  const side = own ? work.own : work.model;
  side.hours += cell.hours * share;
  side.cost += cell.cost * share;
}
