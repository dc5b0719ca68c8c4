import type { AlignmentFacts, Head } from './facts/facts.ts';

/** Employed by the organisation itself: no outside workers, no digital ones. */
export function isEmployed({ workerClass }: Head): boolean {
  return workerClass === 'internal';
}

export function isOwn({ places }: AlignmentFacts, { place }: { place: number }): boolean {
  return places[place].own;
}

/** Whether a list of heads has members on both sides. */
export function hasBothSides(facts: AlignmentFacts, rows: readonly { place: number }[]): boolean {
  return rows.some((row) => isOwn(facts, row)) && rows.some((row) => !isOwn(facts, row));
}
