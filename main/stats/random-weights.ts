import type { Random } from './random.ts';

/**
 * Weights drawn so that every way of sharing out 1 is equally likely: a Dirichlet distribution with all parameters 1.
 *
 * In: how many, at least one. Out: weights above 0 that sum to 1 but for rounding.
 * Throws RangeError on fewer than one.
 * Source: Devroye (1986), chapter 11, theorem 4.1: exponentials over their sum.
 */
export function randomWeights(count: number, random: Random): number[] {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`Cannot share out a weight among ${count}`);
  const parts = Array.from({ length: count }, () => -Math.log(1 - random.uniform()));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}
