import type { Alignment } from '../analyses/alignment/align.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import type { Trend } from '../analyses/alignment/trend.ts';
import { formatNumber } from '../contract/format.ts';
import type { Role, SeriesChart } from '../contract/page.ts';
import { formatIsoMonth } from '../model/civil-day.ts';

/** Dimensions drawn beside the index, so that every line keeps a colour and a name. */
const SHOWN_DIMENSIONS = 3;
const ROLES: readonly Role[] = ['group1', 'group2', 'group3'];

/** How the score of a dimension moved from the month of the close to the latest. */
export type Course = { one: Assessed; atClose: number; now: number };

/** Courses of the dimensions that are known in every month since the close, that which moved most first. */
export function coursesOf({ months, indexed }: Trend, { dimensions }: Alignment): Course[] {
  return dimensions
    .flatMap((one): Course[] => {
      const id = one.dimension.definition.metric;
      if (!indexed.includes(id) || months.length === 0) return [];
      return [{ one, atClose: months[0].scores.get(id)!, now: months.at(-1)!.scores.get(id)! }];
    })
    .sort((a, b) => movedBy(b) - movedBy(a) || a.one.dimension.position - b.one.dimension.position);
}

function movedBy({ atClose, now }: Course): number {
  return Math.abs(now - atClose);
}

/** Between two scores as they are printed, in whole points: a reader who subtracts gets the same. */
export function movedPoints(atClose: number, now: number): number {
  return Math.round(now) - Math.round(atClose);
}

/** The index month by month since the close, and the dimensions that moved most beneath it. */
export function courseChart({ months, indexed, change }: Trend, courses: readonly Course[]): SeriesChart {
  const line = (id: string, label: string, role: Role, actual: (number | null)[]) => ({
    id,
    label,
    role,
    actual,
    prior: null,
    limits: null,
    signals: [],
    query: null,
  });
  const movement = movementOf(change);
  const hasIndex = months.some(({ index }) => index !== null);
  return {
    kind: 'series',
    title: hasIndex ? 'Index and what moved most' : 'What moved most',
    subtitle: hasIndex
      ? `Index of ${formatNumber(indexed.length)} dimensions known throughout${movement === null ? '' : `: ${movement}`}`
      : 'Too few dimensions are known throughout for an index',
    description: `Scores of ${indexed.length} dimensions at the end of ${months.length} months since the close.`,
    unit: 'count',
    currency: null,
    scale: { from: 0, to: 100 },
    months: months.map(({ month }) => formatIsoMonth(month)),
    series: [
      ...(hasIndex
        ? [
            line(
              'index',
              `Index of ${formatNumber(indexed.length)}`,
              'total',
              months.map(({ index }) => index),
            ),
          ]
        : []),
      ...courses.slice(0, SHOWN_DIMENSIONS).map(({ one: { dimension } }, at) =>
        line(
          dimension.definition.metric,
          dimension.label,
          ROLES[at],
          months.map(({ scores }) => scores.get(dimension.definition.metric) ?? null),
        ),
      ),
    ],
  };
}

/** A movement is one only where resampled sites exclude that there was none. */
export function movementOf(change: Trend['change']): string | null {
  if (change === null) return null;
  const { value, lower, upper } = change;
  const interval = `95 %: ${pointsText(lower)} to ${pointsText(upper)}`;
  return hasMoved(change) ? `${pointsText(value)} points (${interval})` : `flat within noise (${interval})`;
}

export function hasMoved({ lower, upper }: NonNullable<Trend['change']>): boolean {
  return lower > 0 || upper < 0;
}

function pointsText(points: number): string {
  return `${points > 0 ? '+' : points < 0 ? '−' : ''}${formatNumber(Math.abs(points))}`;
}
