import { firstOf } from './claims.ts';
import type { Claim, Piece } from './claims.ts';

/** A piece in its place on the time line of one person, with the claim that it belongs to. */
export type Placed = Piece & { claim: Claim };

/**
 * One line of pieces that do not overlap: on days with several claims the main job counts, which is the one with the
 * better source, then the greater FTE, then the later beginning.
 */
export function mainJobs(claims: readonly Claim[]): Placed[] {
  if (claims.length === 1) return claims[0].pieces.map((piece) => ({ ...piece, claim: claims[0] }));
  const pieces = claims.flatMap((claim) => claim.pieces.map((piece): Placed => ({ ...piece, claim })));
  const bounds = [...new Set(pieces.flatMap(({ first, last }) => [first, last + 1]))].sort((a, b) => a - b);
  const line: Placed[] = [];
  for (const [i, first] of bounds.entries()) {
    const here = pieces.filter((piece) => piece.first <= first && first <= piece.last);
    if (here.length === 0) continue;
    const main = here.reduce((best, piece) => (goesBefore(piece, best) ? piece : best));
    const last = bounds[i + 1] - 1;
    const before = line.at(-1);
    if (before && before.rows === main.rows && before.last === first - 1) before.last = last;
    else line.push({ ...main, first, last });
  }
  return line;
}

function goesBefore(one: Placed, other: Placed): boolean {
  if (one.claim.rank !== other.claim.rank) return one.claim.rank > other.claim.rank;
  const [fte, otherFte] = [one.terms.fte ?? 0, other.terms.fte ?? 0];
  if (fte !== otherFte) return fte > otherFte;
  if (firstOf(one.claim) !== firstOf(other.claim)) return firstOf(one.claim) > firstOf(other.claim);
  return one.terms.entity < other.terms.entity;
}

/** What is left of claims outside the days of other pieces: whoever is employed is not on contract as well. */
export function outside(line: readonly Placed[], taken: readonly { first: number; last: number }[]): Placed[] {
  return taken.reduce<Placed[]>(
    (left, { first, last }) =>
      left.flatMap((piece) => [
        ...(piece.first < first ? [{ ...piece, last: Math.min(piece.last, first - 1) }] : []),
        ...(piece.last > last ? [{ ...piece, first: Math.max(piece.first, last + 1) }] : []),
      ]),
    [...line],
  );
}
