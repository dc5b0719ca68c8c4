/** A number, or null for NaN, which stands in columns of numbers for what does not exist. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
