import { reasonClassOf } from '../model/exit-reasons.ts';
import type { ReasonClass } from '../model/exit-reasons.ts';
import { lastOf } from './claims.ts';
import type { Claim } from './claims.ts';
import type { Placed } from './main-job.ts';

/** Pieces that make up one spell, with the claims of its first and last. */
export type Chain = { pieces: Placed[]; first: Claim; last: Claim };

/** Days between leaving and coming back that a rehire bridges. */
export const BRIDGE_DAYS = 90;

/** What the stated end of a piece means; null where its claim goes on or states no known reason. */
export function endOf(piece: Placed): ReasonClass | null {
  const { claim } = piece;
  return piece.last === lastOf(claim) && claim.reason !== null ? reasonClassOf(claim.reason) : null;
}

/**
 * Joins the pieces of one person into spells. A gap of up to `bridge` days between the last day and the first one
 * back does not end a spell, nor does leave of any length: its days are spent on leave.
 */
export function chainPieces(line: readonly Placed[], bridge: number): Chain[] {
  const chains: Chain[] = [];
  for (const piece of line) {
    const chain = chains.at(-1);
    const before = chain?.pieces.at(-1);
    const isBack = before !== undefined && endOf(before) === 'leave';
    if (!chain || !before || (!isBack && piece.first - before.last > bridge)) {
      chains.push({ pieces: [piece], first: piece.claim, last: piece.claim });
      continue;
    }
    if (isBack && piece.first - before.last > 1) chain.pieces.push(onLeave(before, piece.first - 1));
    chain.pieces.push(piece);
    chain.last = piece.claim;
  }
  for (const { pieces } of chains) {
    const last = pieces.at(-1)!;
    if (endOf(last) === 'leave') pieces.push(onLeave(last, Infinity));
  }
  return chains;
}

/** Leave after a piece, on its terms. Its claim goes on: that it ended with leave has been taken account of. */
function onLeave(piece: Placed, last: number): Placed {
  return {
    ...piece,
    first: piece.last + 1,
    last,
    terms: { ...piece.terms, onLeave: true },
    claim: { ...piece.claim, reason: null },
  };
}
