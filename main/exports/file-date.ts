/** Stands in where a deck has no as-of date; any fixed day does. */
const NO_DATE = '2000-01-01';

/** The day that a file says it was made on: that of its figures, so that the same deck gives the same bytes. */
export function fileDate(asOf: string | null): Date {
  return new Date(`${asOf ?? NO_DATE}T00:00:00Z`);
}
