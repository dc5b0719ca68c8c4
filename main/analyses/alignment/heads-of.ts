import type { AlignmentFacts, Head } from './facts/facts.ts';

/** Employed by the organisation itself: no outside workers, no digital ones. */
export function isEmployed({ workerClass }: Head): boolean {
  return workerClass === 'internal';
}

export function isOwn({ places }: AlignmentFacts, { place }: { place: number }): boolean {
  return places[place].own;
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
