import { isSeparation, personDays } from './presences.ts';
import type { ExitWay, Presence } from './presences.ts';
import { DAYS_A_YEAR } from '../../model/year.ts';

/** Ways of leaving that the bridge adds to the voluntary one. */
const FURTHER_WAYS = ['involuntary', 'other', 'unclassified'] as const;

/** One step from a form of turnover to the next; `to` is the form reached. */
export type TurnoverStep = {
  id: (typeof FURTHER_WAYS)[number] | 'annualised' | 'per_diem';
  change: number;
  to: number;
};

/** Forms of turnover of one period side by side; steps lead exactly from the first to the last. */
export type TurnoverVariants = {
  /** Where the bridge begins: voluntary separations ÷ mean of daily heads, or all where no reason is mapped. */
  first: { id: 'voluntary' | 'all'; value: number };
  /** All separations ÷ mean of daily heads, over the period as it is. */
  turnover: number;
  /** Separations ÷ (person-days ÷ 365). */
  annualised: number;
  /** The same with per diem workers on both sides. */
  withPerDiem: number;
  steps: TurnoverStep[];
};

/**
 * The ways to count turnover that are often mistaken for one another, bridged.
 *
 * In: the same presences of a period without and with per diem workers, and the days of the period.
 * Out: rates, null where nobody was in post; the first form plus all changes is the last.
 */
export function bridgeTurnover(
  { headline, all }: { headline: readonly Presence[]; all: readonly Presence[] },
  days: number,
): TurnoverVariants | null {
  const inPost = personDays(headline);
  if (inPost === 0) return null;
  const heads = inPost / days;
  const count = (way: ExitWay) => headline.filter(({ departure }) => departure === way).length;
  const turnover = separationsOf(headline) / heads;
  const annualised = separationsOf(headline) / (inPost / DAYS_A_YEAR);
  const withPerDiem = separationsOf(all) / (personDays(all) / DAYS_A_YEAR);
  // Without a mapped reason nobody knows who left of their own will: that is not nobody.
  const isClassified = count('unclassified') < separationsOf(headline) || separationsOf(headline) === 0;
  const first = isClassified
    ? ({ id: 'voluntary', value: count('voluntary') / heads } as const)
    : ({ id: 'all', value: turnover } as const);
  let reached = first.value;
  const stepTo = (id: TurnoverStep['id'], to: number): TurnoverStep => {
    const change = to - reached;
    reached = to;
    return { id, change, to };
  };
  let left = count('voluntary');
  return {
    first,
    turnover,
    annualised,
    withPerDiem,
    steps: [
      ...(isClassified ? FURTHER_WAYS : []).map((way) => stepTo(way, (left += count(way)) / heads)),
      stepTo('annualised', annualised),
      stepTo('per_diem', withPerDiem),
    ],
  };
}

function separationsOf(presences: readonly Presence[]): number {
  return presences.filter(({ departure }) => isSeparation(departure)).length;
}
