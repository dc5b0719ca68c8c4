import { PRODUCTIVE } from '../../../model/pay-classes.ts';
import type { PayClass } from '../../../model/pay-classes.ts';
import type { AlignmentFacts, SpendCell } from '../facts/facts.ts';
import { isOwn } from '../heads-of.ts';

export type SupplierGap = {
  supplier: string;
  /** What the own side paid above the model's rates for like work; negative where it paid less. */
  money: number;
  hours: number;
  /** What the own side paid the supplier, and how much of it met like work. */
  cost: number;
  matchedCost: number;
};

type Work = { own: { hours: number; cost: number }; model: { hours: number; cost: number } };

/**
 * What an entity pays suppliers of both sides above the rates that the model pays them.
 *
 * Like is held against like: supplier, target job, pay class, month and currency. Money in minor units over the window; hours
 * without a price are in neither side.
 */
export function rateGaps(facts: AlignmentFacts): SupplierGap[] {
  const suppliers = new Map<string, Map<string, Work>>();
  for (const cell of facts.spend) {
    if (!PRODUCTIVE.has(cell.payClass as PayClass) || cell.hours <= 0) continue;
    let works = suppliers.get(cell.supplier);
    if (!works) suppliers.set(cell.supplier, (works = new Map()));
    for (const { code, share } of cell.targets ?? [])
      add(works, workKey(cell, code), { cell, share, own: isOwn(facts, cell) });
  }
  return [...suppliers]
    .map(([supplier, works]) => gapOf(supplier, [...works.values()]))
    .filter(({ matchedCost }) => matchedCost > 0)
    .sort((a, b) => b.money - a.money || (a.supplier < b.supplier ? -1 : 1));
}

function gapOf(supplier: string, works: readonly Work[]): SupplierGap {
  const gap: SupplierGap = { supplier, money: 0, hours: 0, cost: 0, matchedCost: 0 };
  for (const { own, model } of works) {
    gap.cost += own.cost;
    if (own.hours <= 0 || model.hours <= 0) continue;
    gap.money += own.cost - (own.hours * model.cost) / model.hours;
    gap.hours += own.hours;
    gap.matchedCost += own.cost;
  }
  return gap;
}

function workKey({ payClass, month, currency }: SpendCell, job: string): string {
  return JSON.stringify([job, payClass, month, currency]);
}

function add(
  works: Map<string, Work>,
  key: string,
  { cell, share, own }: { cell: SpendCell; share: number; own: boolean },
): void {
  let work = works.get(key);
  if (!work) works.set(key, (work = { own: { hours: 0, cost: 0 }, model: { hours: 0, cost: 0 } }));
  const side = own ? work.own : work.model;
  side.hours += cell.hours * share;
  side.cost += cell.cost * share;
}
