/** What became of an accepted row after comparison with the rest of the workspace. */
export const RowStatus = {
  /** Counts in every figure. */
  effective: 0,
  /** Says the same as a row that was there before. */
  duplicate: 1,
  /** Replaced by a later row with the same key and other values. */
  superseded: 2,
  /** Says otherwise of the same days than a row before it, so that one of them is wrong: quarantined. */
  contradicting: 3,
} as const;
