import { formatValue } from '../../../contract/format.ts';
import definition from '../../../metrics/definitions/supplier-overlap.definition.ts';
import { withGapsOfModel } from '../best-of-both.ts';
import { defineDimension } from '../dimension.ts';
import type { Gap } from '../dimension.ts';
import type { AlignmentFacts, SpendCell } from '../facts/facts.ts';
import { hasBothSides, isOwn } from '../heads-of.ts';
import { rateGaps } from '../money/rate-gap.ts';
import type { SupplierGap } from '../money/rate-gap.ts';
import { yearlyOf } from '../money/yearly.ts';

export default defineDimension({
  definition,
  label: 'Suppliers',
  position: 9,
  evidence: { metric: 'labor_cost', where: { worker_class: ['external'] } },
  hasHistory: () => true,
  measure(facts) {
    if (!hasBothSides(facts, facts.spend))
      return { missing: ['labor', 'invoices'], note: 'What suppliers were paid is not known on both sides' };
    if ([true, false].some((side) => currenciesOf(facts, side).size > 1))
      return {
        missing: [],
        note: 'What suppliers of one side were paid is in several currencies, which need a rate table',
      };
    const [own, model] = [true, false].map((side) => sharesOf(facts, side));
    if (own.size === 0 || model.size === 0)
      return { missing: [], note: 'One side paid its suppliers nothing on balance: there are no shares to compare' };
    const names = namesOf(facts);
    const suppliers = [...new Set([...own.keys(), ...model.keys()])].sort();
    const value = suppliers.reduce((sum, name) => sum + Math.min(own.get(name) ?? 0, model.get(name) ?? 0), 0);
    const gaps = rateGaps(facts);
    const dear = gaps.filter(({ money }) => money > 0);
    const total = Math.round(dear.reduce((sum, { money }) => sum + money, 0));
    // Suppliers of both whose work is never alike: nobody knows whether one of the two pays more.
    const isUnknown = value > 0 && gaps.length === 0;
    return {
      value,
      score: (overlap) => 100 * overlap,
      comparison: null,
      coverage: 1,
      among: null,
      drivers: suppliers
        .sort((a, b) => apart(b, own, model) - apart(a, own, model) || (a < b ? -1 : 1))
        .map((name) => {
          const gap = gaps.find(({ supplier }) => supplier === name);
          return {
            label: names.get(name)!,
            own: `${formatValue(own.get(name) ?? 0, 'share')} of spend`,
            model: `${formatValue(model.get(name) ?? 0, 'share')} of spend`,
            people: null,
            cost: gap && gap.money > 0 ? -yearlyOf(facts, gap.money) : null,
          };
        }),
      gaps: [
        {
          id: 'rate_gap',
          label: `Same-supplier rate gap, ${dear.length} ${dear.length === 1 ? 'agency' : 'agencies'}`,
          people: null,
          cost: isUnknown ? null : total === 0 ? 0 : -yearlyOf(facts, total),
          basis:
            'Hours × (rate paid − rate the target model pays the same supplier for the same job, pay class and month, or has on its rate card), where it pays more.',
          rests: 'fact',
        },
        ...duplicates(facts),
      ],
      options: [],
      missing: [],
      notes: notesOf(gaps, isUnknown),
    };
  },
  /** Each supplier charges both the lower of its two rates. */
  bestOfBoth: (outcome, model) => withGapsOfModel(outcome, model, ({ id }) => id === 'model rate_gap'),
});

/** How much of what was paid could be compared. */
function notesOf(gaps: readonly SupplierGap[], isUnknown: boolean): string[] {
  if (isUnknown)
    return [
      'Suppliers of both sides did no like work in one month, nor is there a rate card for it: what they charge cannot be compared',
    ];
  const sum = (of: (gap: SupplierGap) => number) => gaps.reduce((total, gap) => total + of(gap), 0);
  const shared = sum(({ cost }) => cost);
  if (shared <= 0) return [];
  const share = formatValue(sum(({ matchedCost }) => matchedCost) / shared, 'share', { decimals: 0 });
  return [`${share} of the money paid to suppliers of both sides met like work or a rate card`];
}

/** The name under which most was paid to each supplier, which people know it by. */
function namesOf({ spend }: AlignmentFacts): Map<string, string> {
  const paid = new Map<string, Map<string, number>>();
  for (const { supplier, billedAs, cost } of spend) {
    const names = paid.get(supplier) ?? new Map<string, number>();
    paid.set(supplier, names.set(billedAs, (names.get(billedAs) ?? 0) + cost));
  }
  return new Map(
    [...paid].map(([supplier, names]) => [
      supplier,
      [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0],
    ]),
  );
}

/** Suppliers billed under several names: nothing is claimed to be saved, but who buys from one should know. */
function duplicates({ spend }: AlignmentFacts): Gap[] {
  const names = new Map<string, Set<string>>();
  for (const { supplier, billedAs } of spend) names.set(supplier, (names.get(supplier) ?? new Set()).add(billedAs));
  const several = [...names.values()].filter((all) => all.size > 1);
  if (several.length === 0) return [];
  const count = several.reduce((sum, all) => sum + all.size, 0);
  return [
    {
      id: 'duplicate_suppliers',
      label: `Duplicate suppliers, ${several.length} under ${count} names`,
      people: null,
      cost: null,
      basis: 'Suppliers whose names are one without case, punctuation and legal form, or by the crosswalk.',
      rests: 'fact',
    },
  ];
}

function currenciesOf(facts: AlignmentFacts, ofOwn: boolean): Set<string> {
  return new Set(facts.spend.flatMap((cell) => (isOwn(facts, cell) === ofOwn ? (cell.currency ?? []) : [])));
}

function sharesOf(facts: AlignmentFacts, ofOwn: boolean): Map<string, number> {
  const sums = new Map<string, number>();
  const add = ({ supplier, cost }: SpendCell) => sums.set(supplier, (sums.get(supplier) ?? 0) + cost);
  for (const cell of facts.spend) if (isOwn(facts, cell) === ofOwn) add(cell);
  const positive = [...sums].filter(([, cost]) => cost > 0);
  const all = positive.reduce((sum, [, cost]) => sum + cost, 0);
  return new Map(positive.map(([name, cost]) => [name, cost / all]));
}

function apart(name: string, own: ReadonlyMap<string, number>, model: ReadonlyMap<string, number>): number {
  return Math.abs((own.get(name) ?? 0) - (model.get(name) ?? 0));
}
