import type { Role, SeriesChart } from '../contract/page.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import type { History, PageContext } from './page.ts';

/** Months of the page's period, as a series chart names them. */
export function periodMonths({ period: { from, to } }: PageContext): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => formatIsoMonth(from + i));
}

type Frame = { id: string; label: string; role: Role; metric: string; variant: string | null };

/** The part of a history that lies in the page's period, with limits, the first signal and the comparison beneath. */
export function seriesLine(
  context: PageContext,
  history: History,
  { metric, variant, ...frame }: Frame,
): SeriesChart['series'][number] {
  const { from } = context.period;
  const months = periodMonths(context);
  const at = (month: number) => history.values[month - history.first] ?? null;
  const chart = history.chart;
  const signals =
    chart.kind === 'chart'
      ? months.flatMap((_, i) =>
          chart.signals[from + i - history.first]?.some((signal) => signal.direction === history.claim) ? [i] : [],
        )
      : [];
  return {
    ...frame,
    actual: months.map((_, i) => at(from + i)),
    prior: context.comparison ? months.map((_, i) => at(context.comparison!.from + i)) : null,
    limits: chart.kind === 'chart' ? { mean: chart.mean, lower: Math.max(0, chart.lower), upper: chart.upper } : null,
    signals: signals.slice(0, 1).map((index) => ({ index, text: 'signal' })),
    query: { metric, variant, where: context.where },
  };
}

const YEAR = 12;

/**
 * The same quotient over the twelve months up to each month, from sums and not from monthly quotients; null until
 * twelve months are known. Neighbouring points share eleven months, so natural limits would claim too much: there are none.
 */
export function rollingYear(
  context: PageContext,
  { first, figures }: History,
  { metric, variant, ...frame }: Frame,
): SeriesChart['series'][number] {
  const yearTo = (month: number): number | null => {
    const year = figures.slice(Math.max(0, month - first - YEAR + 1), month - first + 1);
    if (year.length < YEAR || year.some(({ value }) => value === null)) return null;
    const sum = (part: 'numerator' | 'denominator') => year.reduce((total, figure) => total + figure[part]!, 0);
    return sum('numerator') / sum('denominator');
  };
  return {
    ...frame,
    actual: periodMonths(context).map((_, i) => yearTo(context.period.from + i)),
    prior: null,
    limits: null,
    signals: [],
    span: YEAR,
    query: { metric, variant, where: context.where },
  };
}
