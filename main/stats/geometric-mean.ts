/**
 * Weighted geometric mean, in which a low value weighs more than in an average: strength in one place does not make
 * up for weakness in another.
 *
 * In: values of 0 or more; those below `floor` count as it, or a single 0 would make all of them 0. Weights need not
 * sum to 1. Out: in the unit of the values.
 * Throws RangeError without weight, on a floor that is not above 0, or on unequal lengths.
 */
export function geometricMean(
  values: readonly number[],
  { floor, weights = values.map(() => 1) }: { floor: number; weights?: readonly number[] },
): number {
  if (!(floor > 0)) throw new RangeError(`A geometric mean needs a floor above 0, not ${floor}`);
  if (weights.length !== values.length) throw new RangeError(`${weights.length} weights for ${values.length} values`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('A mean needs weight');
  const logs = values.reduce((sum, value, index) => sum + weights[index] * Math.log(Math.max(floor, value)), 0);
  return Math.exp(logs / total);
}
