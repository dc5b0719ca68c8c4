import type { AlignmentFacts, Head } from './facts/facts.ts';

export function isOwn({ places }: AlignmentFacts, { place }: { place: number }): boolean {
  return places[place].own;
}

/** Employed people of the entity that is compared. */
export function ownEmployees(facts: AlignmentFacts): Head[] {
  return facts.heads.filter((head) => head.employed && isOwn(facts, head));
}

/** How many of them there are; null where no roster tells. */
export function countOwnEmployees(facts: AlignmentFacts): number | null {
  return ownEmployees(facts).length || null;
}

/**
 * Whether somebody of a side was under observation on the day looked at. Before that, rosters know only those who
 * stayed until they began, which is not who was in post.
 */
export function wasObserved({ spells, places, asOf }: AlignmentFacts, side: 'own' | 'model'): boolean {
  return (
    asOf !== null &&
    spells.some(
      ({ place, spell: { observedFrom, end } }) =>
        places[place].own === (side === 'own') && observedFrom <= asOf && (end ?? asOf) >= asOf,
    )
  );
}

/** Whether a list of heads has members on both sides. */
export function hasBothSides(facts: AlignmentFacts, rows: readonly { place: number }[]): boolean {
  return rows.some((row) => isOwn(facts, row)) && rows.some((row) => !isOwn(facts, row));
}
