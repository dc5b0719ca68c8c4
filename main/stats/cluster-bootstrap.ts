import { quantile } from './quantile.ts';
import type { Random } from './random.ts';

/** One numerator and one denominator per cluster (site, unit or worker), in the same order. */
export interface ClusterSums {
  numerators: ArrayLike<number>;
  denominators: ArrayLike<number>;
}

export interface BootstrapOptions {
  random: Random;
  /** Number of resamples; 1,999 unless a page says otherwise. */
  draws: number;
  /** Share of resamples inside the interval, such as 0.95. */
  confidence: number;
}

/** An interval, or why there is none. */
export type BootstrapInterval =
  | { kind: 'interval'; lower: number; upper: number; clusters: number }
  | { kind: 'no_interval'; reason: 'too_few_clusters' | 'no_base'; clusters: number };

const FEWEST_CLUSTERS = 2;

/**
 * Percentile interval of Σ numerators ÷ Σ denominators, resampling whole clusters with replacement,
 * since the hours of one site are no independent observations.
 *
 * Out: bounds in the unit of the ratio. A resample whose denominators sum to nothing has no ratio
 * and is drawn again; when the whole sample sums to nothing there is `no_base`.
 * Throws RangeError on unequal lengths, a negative denominator, fewer than one draw or a
 * confidence outside 0–1.
 * Source: Davison and Hinkley (1997), section 3.8; Efron and Tibshirani (1993), chapter 13.
 */
export function clusterBootstrapRatio(
  { numerators, denominators }: ClusterSums,
  { random, draws, confidence }: BootstrapOptions,
): BootstrapInterval {
  const clusters = denominators.length;
  if (numerators.length !== clusters) {
    throw new RangeError(`${numerators.length} numerators for ${clusters} denominators`);
  }
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`Cannot resample ${draws} times`);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Confidence lies between 0 and 1, not ${confidence}`);
  }
  let base = 0;
  for (let cluster = 0; cluster < clusters; cluster++) {
    if (!(denominators[cluster] >= 0)) {
      throw new RangeError(`Cluster ${cluster} has denominator ${denominators[cluster]}`);
    }
    base += denominators[cluster];
  }
  if (base === 0) return { kind: 'no_interval', reason: 'no_base', clusters };
  if (clusters < FEWEST_CLUSTERS) {
    return { kind: 'no_interval', reason: 'too_few_clusters', clusters };
  }
  const ratios = new Float64Array(draws);
  for (let draw = 0; draw < draws;) {
    let numerator = 0;
    let denominator = 0;
    for (let picked = 0; picked < clusters; picked++) {
      const cluster = random.integer(clusters);
      numerator += numerators[cluster];
      denominator += denominators[cluster];
    }
    if (denominator > 0) ratios[draw++] = numerator / denominator;
  }
  ratios.sort();
  const tail = (1 - confidence) / 2;
  return {
    kind: 'interval',
    lower: quantile(ratios, tail),
    upper: quantile(ratios, 1 - tail),
    clusters,
  };
}
