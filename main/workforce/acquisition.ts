import { BRIDGE_DAYS } from './chain.ts';
import { firstOf, lastOf } from './claims.ts';
import type { Claim } from './claims.ts';

/**
 * Claims of an acquired entity from its close on; what lies before was another organisation's. Who left shortly
 * before the close and is back within the days that a rehire bridges was acquired, not hired.
 */
export function sinceClose(claims: readonly Claim[], closes: ReadonlyMap<string, number>): Claim[] {
  if (closes.size === 0) return [...claims];
  return claims.flatMap((claim): Claim[] => {
    const close = closes.get(entityOf(claim));
    if (close === undefined) return [claim];
    if (firstOf(claim) >= close) return [resumed(claim, claims, close)];
    if (lastOf(claim) < close) return [];
    const pieces = claim.pieces
      .filter(({ last }) => last >= close)
      .map((piece) => ({ ...piece, first: Math.max(piece.first, close) }));
    return [{ ...claim, pieces, isAcquired: true, isFirstSeen: false, startAfter: null }];
  });
}

function resumed(claim: Claim, claims: readonly Claim[], close: number): Claim {
  const before = claims.find(
    (other) =>
      entityOf(other) === entityOf(claim) &&
      other.isContract === claim.isContract &&
      lastOf(other) < close &&
      firstOf(claim) - lastOf(other) <= BRIDGE_DAYS,
  );
  if (!before) return claim;
  return { ...claim, isAcquired: true, serviceFrom: Math.min(claim.serviceFrom, before.serviceFrom) };
}

function entityOf({ pieces }: Claim): string {
  return pieces[0].terms.entity;
}
