/** A sentence that speaks for a suggestion, or against it. */
export type Reason = { favours: boolean; text: string };

/**
 * What pay or place adds to a comparison of names. It can only lower a score that names gave, so that the precision
 * measured on titles holds whatever else is known; without names it can at most ask for a look.
 */
export type Evidence = {
  /** What is left of a score of names, 0 to 1. */
  factor: number;
  /** How alike the two are in this alone, 0 to 1; 0 where it is not known. */
  alone: number;
  explain(): Reason | null;
};

export const NO_EVIDENCE: Evidence = { factor: 1, alone: 0, explain: () => null };
