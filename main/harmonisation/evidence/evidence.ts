/** A sentence that speaks for a suggestion, or against it. */
export type Reason = { favours: boolean; text: string };

/**
 * What pay or place adds to a comparison of names. Names alone make a score; other evidence can only lower it, so that
 * the precision measured on titles holds whatever else is known.
 */
export type Evidence = { factor: number; reason: Reason | null };

export const NO_EVIDENCE: Evidence = { factor: 1, reason: null };
