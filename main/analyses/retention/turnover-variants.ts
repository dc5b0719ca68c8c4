import { isSeparation } from './stays.ts';
import type { Stay } from './stays.ts';

/** Ways of leaving that the bridge shows apart. */
const WAYS = ['voluntary', 'involuntary', 'other', 'unclassified'] as const;
export type Way = (typeof WAYS)[number];

const YEAR = 365;

/** One step from a form of turnover to the next; `to` is the form reached. */
export type TurnoverStep = { id: Way | 'annualised' | 'per_diem'; change: number; to: number };

/** Forms of turnover of one period side by side; steps lead exactly from the first to the last. */
export type TurnoverVariants = {
  /** Voluntary separations ÷ mean of daily heads. */
  voluntary: number;
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
 * In: the same stays of a period without and with per diem workers, and the days of the period.
 * Out: rates, null where nobody was in post; the first form plus all changes is the last.
 */
export function bridgeTurnover(
  { headline, all }: { headline: readonly Stay[]; all: readonly Stay[] },
  days: number,
): TurnoverVariants | null {
  const personDays = personDaysOf(headline);
  if (personDays === 0) return null;
  const heads = personDays / days;
  const count = (way: Way) => headline.filter(({ departure }) => departure === way).length;
  const turnover = separationsOf(headline) / heads;
  const annualised = separationsOf(headline) / (personDays / YEAR);
  const withPerDiem = separationsOf(all) / (personDaysOf(all) / YEAR);
  let reached = count('voluntary') / heads;
  const voluntary = reached;
  const stepTo = (id: TurnoverStep['id'], to: number): TurnoverStep => {
    const change = to - reached;
    reached = to;
    return { id, change, to };
  };
  let left = count('voluntary');
  return {
    voluntary,
    turnover,
    annualised,
    withPerDiem,
    steps: [
      ...WAYS.slice(1).map((way) => stepTo(way, (left += count(way)) / heads)),
      stepTo('annualised', annualised),
      stepTo('per_diem', withPerDiem),
    ],
  };
}

function separationsOf(stays: readonly Stay[]): number {
  return stays.filter(({ departure }) => isSeparation(departure)).length;
}

function personDaysOf(stays: readonly Stay[]): number {
  return stays.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
