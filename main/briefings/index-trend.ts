import type { Alignment } from '../analyses/alignment/align.ts';
import type { Trend } from '../analyses/alignment/trend.ts';
import { formatNumber } from '../contract/format.ts';
import type { SeriesChart } from '../contract/page.ts';
import { formatIsoMonth } from '../model/civil-day.ts';

const FEWEST_MONTHS = 3;

/** The index month by month since the close, of the dimensions known in all of them; null where it tells no course. */
export function indexTrendChart({ months, indexed, change }: Trend, { dimensions }: Alignment): SeriesChart | null {
  const known = months.filter(({ index }) => index !== null);
  if (known.length < FEWEST_MONTHS || known.length < months.length) return null;
  const others = dimensions.length - indexed.length;
  const movement = movementOf(change);
  return {
    kind: 'series',
    title: 'Index since the close',
    subtitle: `${formatNumber(indexed.length)} dimensions known throughout${movement === null ? '' : ` · ${movement}`}`,
    description: `Alignment index of ${indexed.length} dimensions at the end of ${months.length} months since the close${
      others > 0 ? `; ${others} more are not known in every month or kept apart` : ''
    }.`,
    unit: 'count',
    currency: null,
    scale: { from: 0, to: 100 },
    months: months.map(({ month }) => formatIsoMonth(month)),
    series: [
      {
        id: 'index',
        label: 'Index',
        role: 'total',
        actual: months.map(({ index }) => index),
        prior: null,
        limits: null,
        signals: [],
        query: null,
      },
    ],
  };
}

/** A movement is one only where resampled sites exclude that there was none. */
function movementOf(change: Trend['change']): string | null {
  if (change === null) return null;
  const { value, lower, upper } = change;
  const points = (amount: number) => `${amount > 0 ? '+' : amount < 0 ? '−' : ''}${formatNumber(Math.abs(amount))}`;
  const interval = `95 %: ${points(lower)} to ${points(upper)}`;
  return lower > 0 || upper < 0 ? `${points(value)} points (${interval})` : `flat within noise (${interval})`;
}
