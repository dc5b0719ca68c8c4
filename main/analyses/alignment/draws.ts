/** Same input, same bytes: every draw follows from this. */
export const SEED = 20_250_101;

/** Arrangements and resamples drawn. */
export const DRAWS = 1_999;
