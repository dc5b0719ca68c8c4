import type { Stay } from '../workforce/stays.ts';
import type { PeopleContext } from './people-metric.ts';
import { isHeadline, isSeparation } from './stay-tests.ts';

/** How separations are told apart; `all` is every one of them. */
export const SEPARATION_VARIANTS = ['all', 'voluntary', 'involuntary', 'other', 'unclassified'] as const;

/** Headline stays that ended in a separation of some kind. */
export function separationsAmong(stays: readonly Stay[], { observed }: PeopleContext, variant: string | null): Stay[] {
  return stays.filter(
    (stay) => isHeadline(stay) && isSeparation(stay, observed) && (variant === 'all' || stay.spell.exit === variant),
  );
}

/** Edge cases that every count of separations shares. */
export const SEPARATION_RULES = [
  'A transfer between entities, leave, and an outside worker who is taken on are no separations; a rehire within 90 days undoes one.',
  'Divested staff leave by an exit of its own, which is not in any of these.',
  'Per diem and outside workers are out of numerator and denominator.',
  'The last day in post dates a separation. Separations of the last 90 days are provisional.',
  'Reasons that are not in the reason map are unclassified.',
];
