/** Independent trials of which each succeeds with the same probability. */
export interface BinomialPart {
  trials: number;
  probability: number;
}

/** Probabilities below this add nothing to a p-value that anyone reads. */
const NEGLIGIBLE = 1e-18;

/**
 * One-sided mid-p of a sum of independent binomial counts: the probability of more than `observed`, and half that of
 * exactly as many.
 *
 * With counts split over groups in proportion to their person-time, given each stratum's total, this is the exact
 * stratified test that one group leaves at the common rate.
 * In: whole trials of 0 or more; probabilities in 0–1; a whole number observed. Out: a share.
 * Throws RangeError on other arguments.
 * Source: Breslow and Day (1987), section 3.4; Lancaster (1961) for the mid-p.
 */
export function binomialSumMidP(parts: readonly BinomialPart[], observed: number): number {
  if (!Number.isInteger(observed)) throw new RangeError(`A count is a whole number, not ${observed}`);
  let sum = { from: 0, probabilities: [1] };
  for (const part of parts) sum = convolve(sum, binomialOf(part));
  let tail = 0;
  sum.probabilities.forEach((probability, index) => {
    const count = sum.from + index;
    if (count > observed) tail += probability;
    else if (count === observed) tail += probability / 2;
  });
  return Math.min(1, tail);
}

/** Probabilities of neighbouring counts, the first of which is `from`. */
type Counts = { from: number; probabilities: number[] };

function binomialOf({ trials, probability }: BinomialPart): Counts {
  if (!Number.isInteger(trials) || trials < 0) throw new RangeError(`Trials are a whole number, not ${trials}`);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`A probability lies in 0–1, not ${probability}`);
  if (probability === 0 || probability === 1) return { from: trials * probability, probabilities: [1] };
  const odds = probability / (1 - probability);
  // In logarithms, since the first term of many trials is smaller than any number.
  let logTerm = trials * Math.log1p(-probability);
  const probabilities = [Math.exp(logTerm)];
  for (let count = 1; count <= trials; count++) {
    logTerm += Math.log((odds * (trials - count + 1)) / count);
    probabilities.push(Math.exp(logTerm));
  }
  return trim({ from: 0, probabilities });
}

function convolve(one: Counts, other: Counts): Counts {
  const probabilities = new Array<number>(one.probabilities.length + other.probabilities.length - 1).fill(0);
  one.probabilities.forEach((p, i) => {
    other.probabilities.forEach((q, j) => {
      probabilities[i + j] += p * q;
    });
  });
  return trim({ from: one.from + other.from, probabilities });
}

function trim({ from, probabilities }: Counts): Counts {
  const first = probabilities.findIndex((probability) => probability > NEGLIGIBLE);
  const last = probabilities.findLastIndex((probability) => probability > NEGLIGIBLE);
  return { from: from + first, probabilities: probabilities.slice(first, last + 1) };
}
