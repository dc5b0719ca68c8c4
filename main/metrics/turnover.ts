import type { Stay } from '../workforce/stays.ts';
import { ratio } from './metric.ts';
import type { Outcome } from './metric.ts';
import type { PeopleContext } from './people-metric.ts';
import { isHeadline, isSeparation, separationNote } from './stay-tests.ts';

/** How separations are told apart; `all` is every one of them. */
export const SEPARATION_VARIANTS = ['all', 'voluntary', 'involuntary', 'other', 'unclassified'] as const;

/** Variants that a mapped reason has to speak for. */
const BY_REASON: ReadonlySet<string | null> = new Set(['voluntary', 'involuntary', 'other']);

/** Headline stays that ended in a separation of some kind. */
export function separationsAmong(stays: readonly Stay[], { observed }: PeopleContext, variant: string | null): Stay[] {
  return stays.filter(
    (stay) => isHeadline(stay) && isSeparation(stay, observed) && (variant === 'all' || stay.spell.exit === variant),
  );
}

/**
 * Separations of a kind ÷ heads or person-years. Where people left and no reason of any of them is mapped, nobody
 * knows how many left in one way or another: that is not nobody.
 */
export function separationRate(
  stays: readonly Stay[],
  context: PeopleContext,
  { variant, base }: { variant: string | null; base: number },
): Outcome {
  const all = separationsAmong(stays, context, 'all');
  if (BY_REASON.has(variant) && all.length > 0 && all.every(({ spell }) => spell.exit === 'unclassified'))
    return { absence: 'not_measured', missing: [], note: 'no reason of leaving is given or mapped', telling: true };
  const separations = separationsAmong(all, context, variant);
  return ratio(separations.length, base, separationNote(separations, context));
}

/** Edge cases that every count of separations shares. */
export const SEPARATION_RULES = [
  'A transfer between entities, leave, and an outside worker who is taken on are no separations; a rehire within 90 days undoes one.',
  'Divested staff leave by an exit of its own, which is not in any of these.',
  'Per diem and outside workers are out of numerator and denominator.',
  'The last day in post dates a separation. Separations of the last 90 days are provisional.',
  'Reasons that are not in the reason map are unclassified.',
];

/** Edge case of the rates alone: counts are of separations whose reason is mapped, so that they add up. */
export const REASON_RULE =
  'Where no reason of those who left is given or mapped, voluntary, involuntary and other are not measured.';
