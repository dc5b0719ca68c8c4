import { controlChart } from './control-chart.ts';
import type { Direction } from './control-chart.ts';
import { detectSeasonality } from './seasonality.ts';

/** What a page may say of the latest month, and what that was judged by. */
export interface ChangeClaim {
  claim: Direction | null;
  /**
   * `level`: the months themselves were charted; `same_month_last_year`: their changes on a year
   * before; the others name why nothing may be claimed.
   */
  basis: 'level' | 'same_month_last_year' | 'too_few_months' | 'latest_month_missing' | 'seasonal_below_two_years';
}

const YEAR = 12;
const FEWEST_MONTHS = 12;

/**
 * Whether the latest complete month may be said to have risen or fallen.
 *
 * A control-chart rule must fire at that month, all of them in one direction. A seasonal series
 * charts its change on the same month of last year, and that change must itself point the way
 * claimed, or a smaller rise would read as a fall. Pure noise over 30 months claims about once in 70.
 *
 * In: complete months oldest first, null where missing, in any unit; `seasonal` where the caller
 * knows, else it is tested, which takes 24 months: below that a series counts as not seasonal.
 * Out: a null claim is "flat within noise" on basis `level` or `same_month_last_year`, and
 * "not enough months to tell" on the others.
 * Throws RangeError on a value that is neither finite nor null.
 * Source: product definition of claims.
 */
export function claimChange(
  months: readonly (number | null)[],
  { seasonal }: { seasonal?: boolean } = {},
): ChangeClaim {
  if (countKnown(months) < FEWEST_MONTHS) return { claim: null, basis: 'too_few_months' };
  if (months.at(-1) === null) return { claim: null, basis: 'latest_month_missing' };
  if (!(seasonal ?? detectSeasonality(months) === 'seasonal')) {
    return { claim: directionAtEnd(months), basis: 'level' };
  }
  const changes = months.slice(YEAR).map((value, index) => {
    const yearBefore = months[index];
    return value === null || yearBefore === null ? null : value - yearBefore;
  });
  const latest = changes.at(-1) ?? null;
  if (latest === null || countKnown(changes) < FEWEST_MONTHS) {
    return { claim: null, basis: 'seasonal_below_two_years' };
  }
  const direction = directionAtEnd(changes);
  const agrees = direction === 'rise' ? latest > 0 : latest < 0;
  return { claim: agrees ? direction : null, basis: 'same_month_last_year' };
}

function countKnown(months: readonly (number | null)[]): number {
  return months.filter((value) => value !== null).length;
}

/** The direction of the rules that fire at the last month; null where none do, or they disagree. */
function directionAtEnd(months: readonly (number | null)[]): Direction | null {
  const chart = controlChart(months);
  if (chart.kind === 'no_chart') return null;
  const directions = new Set(chart.signals.at(-1)?.map(({ direction }) => direction));
  return directions.size === 1 ? [...directions][0] : null;
}
