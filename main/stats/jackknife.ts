import { studentTQuantile } from './student-t.ts';

/**
 * Delete-one jackknife interval of an estimate, by leaving out one cluster after another.
 *
 * In: the estimate of all clusters, and that without cluster i (0 to `clusters` − 1); a confidence in 0–1.
 * Out: the ends of estimate ± t · standard error with clusters − 1 degrees of freedom; null where leaving one out
 * leaves nothing to estimate. Throws RangeError below two clusters.
 * Source: Tukey (1958); Efron and Tibshirani (1993), chapter 11.
 */
export function jackknifeInterval(
  estimate: number,
  {
    clusters,
    without,
    confidence,
  }: { clusters: number; without: (cluster: number) => number | null; confidence: number },
): { lower: number; upper: number } | null {
  if (!(clusters >= 2)) throw new RangeError(`A jackknife needs two clusters, not ${clusters}`);
  const left = Array.from({ length: clusters }, (_, cluster) => without(cluster));
  const known = left.filter((one) => one !== null);
  if (known.length < clusters) return null;
  const mean = known.reduce((sum, one) => sum + one, 0) / clusters;
  const squares = known.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const error = Math.sqrt((squares * (clusters - 1)) / clusters);
  const reach = studentTQuantile(1 - (1 - confidence) / 2, clusters - 1) * error;
  return { lower: estimate - reach, upper: estimate + reach };
}
