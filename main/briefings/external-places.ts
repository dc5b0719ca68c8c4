import type { Figure } from '../contract/figure.ts';
import { formatValue, formatNumber } from '../contract/format.ts';
import type { Table, TableRow } from '../contract/page.ts';
import type { Months, PageContext } from './page.ts';
import { EMPTY_TABLE, figureCell, numberColumn, remainderRow, textColumn, valueCell } from './table-columns.ts';

/** Rows of the supporting table before the rest is summed up. */
const SHOWN_PLACES = 8;
/** A title names the places that together carry at least this share. */
const MOST = 0.5;
/** More places than these are not few. */
const FEW = 5;

/** A unit or site with what it adds to the gap between share of cost and share of hours, in points of share. */
export type Place = {
  code: string;
  label: string;
  hours: Figure;
  cost: Figure;
  excess: Figure;
  /** Additive over places; null where a share is not measured or hidden. */
  adds: number | null;
  /** Change of `adds` against the comparison; null without one. */
  change: number | null;
};

/** Units where the extracts name units, else sites; those that add most come first. */
export type Places = { dimension: 'unit' | 'site'; rows: Place[]; gap: number | null; widened: number | null };

export function placesOf(context: PageContext): Places {
  const named = context.view.dimensions.column('unit').codes.filter((code) => code !== 'unknown').length > 1;
  const dimension = named ? 'unit' : 'site';
  const now = sharesBy(context, dimension, context.period);
  const [excess] = context.figures([{ metric: 'excess_external_cost', by: [dimension], ...context.period }]);
  const before = context.comparison ? sharesBy(context, dimension, context.comparison) : null;
  const rows = now.places.map(({ code, hours, cost }, i): Place => {
    const adds = contribution(now, code);
    const earlier = before ? (contribution(before, code) ?? 0) : null;
    const change = adds === null || earlier === null ? null : adds - earlier;
    return { code, label: context.labelOf(dimension, code), hours, cost, excess: excess[i], adds, change };
  });
  const size = (place: Place) => place.adds ?? (now.gap === null ? (place.hours.numerator ?? 0) : -Infinity);
  return {
    dimension,
    rows: rows.sort((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1)),
    gap: now.gap,
    widened: now.gap === null || before === null || before.gap === null ? null : now.gap - before.gap,
  };
}

type Shares = {
  allHours: number | null;
  allCost: number | null;
  gap: number | null;
  places: { code: string; hours: Figure; cost: Figure }[];
};

function sharesBy(context: PageContext, dimension: string, months: Months): Shares {
  const scope = { by: [dimension], ...months };
  const [hours, cost, allHours, allCost, gap] = context.figures([
    { metric: 'external_share_hours', variants: ['all'], ...scope },
    { metric: 'external_share_cost', ...scope },
    { metric: 'external_share_hours', variants: ['all'], ...months },
    { metric: 'external_share_cost', ...months },
    { metric: 'external_gap', ...months },
  ]);
  return {
    allHours: allHours[0].denominator,
    allCost: allCost[0].denominator,
    gap: gap[0].value,
    places: hours.map((figure, i) => ({ code: figure.by[dimension], hours: figure, cost: cost[i] })),
  };
}

/** External cost of a place as a share of all cost, less its external hours as a share of all hours. */
function contribution({ places, allHours, allCost }: Shares, code: string): number | null {
  const place = places.find((candidate) => candidate.code === code);
  if (!place || allHours === null || allCost === null || place.cost.numerator === null) return null;
  return place.cost.numerator / allCost - (place.hours.numerator ?? 0) / allHours;
}

export type Few = { share: number; places: Place[] };

/** The fewest places that carry most of the widening, or of the gap itself; null when it takes many. */
export function fewWithMost({ rows, gap, widened }: Places, of: 'gap' | 'widening'): Few | null {
  const total = of === 'gap' ? gap : widened;
  if (total === null || total <= 0) return null;
  const part = (place: Place) => (of === 'gap' ? place.adds : place.change) ?? 0;
  const sorted = [...rows].sort((a, b) => part(b) - part(a) || (a.code < b.code ? -1 : 1));
  let sum = 0;
  for (let count = 1; count <= Math.min(FEW, rows.length - 1); count++) {
    sum += part(sorted[count - 1]);
    // Places that narrow the gap can bring the others above the whole: then no share can be named.
    if (sum / total > 1) return null;
    if (sum / total >= MOST && isLast(sorted, count, part, total))
      return { share: sum / total, places: sorted.slice(0, count) };
  }
  return null;
}

/** Whether the next place carries much less than those before: where a group of places ends. */
function isLast(sorted: readonly Place[], count: number, part: (place: Place) => number, total: number): boolean {
  const next = sorted[count];
  return count === FEW || next === undefined || part(next) < part(sorted[count - 1]) / 2 || part(next) / total < 0.1;
}

/** The places with the most, and the others together. */
export function placesTable(context: PageContext, places: Places, hasCost: boolean): Table {
  if (places.rows.length === 0) return EMPTY_TABLE;
  const label = places.dimension === 'unit' ? 'Unit' : 'Site';
  const currency = places.rows.find((row) => row.excess.currency !== null)?.excess.currency ?? null;
  const columns = hasCost
    ? [
        textColumn('place', label),
        numberColumn('hours', 'Hours', 'share'),
        numberColumn('cost', 'Cost', 'share'),
        numberColumn('adds', 'Adds, pt', 'share', { bar: true }),
        numberColumn('excess', 'Excess cost', 'money', { currency }),
      ]
    : [
        textColumn('place', label),
        numberColumn('hours', 'External', 'share', { bar: true }),
        numberColumn('external', 'External hours', 'hours'),
        numberColumn('all', 'All hours', 'hours'),
      ];
  const rows = places.rows.slice(0, SHOWN_PLACES).map((row): TableRow => {
    const where = { [places.dimension]: [row.code] };
    const of = (metric: string) =>
      context.query(metric, metric === 'external_share_hours' ? 'all' : null, context.period, where);
    return {
      id: row.code,
      narrow: { dimension: places.dimension, code: row.code, label: row.label },
      remainder: false,
      cells: hasCost
        ? [
            { text: row.label },
            figureCell(row.hours, of('external_share_hours')),
            figureCell(row.cost, of('external_share_cost')),
            valueCell(row.adds, of('external_gap')),
            figureCell(row.excess, of('excess_external_cost')),
          ]
        : [
            { text: row.label },
            figureCell(row.hours, of('external_share_hours')),
            { value: row.hours.numerator, absence: null, query: of('external_share_hours') },
            { value: row.hours.denominator, absence: null, query: of('external_share_hours') },
          ],
    };
  });
  return {
    title: hasCost ? 'Where the gap sits' : 'Where contract hours are worked',
    subtitle: hasCost
      ? `${label}s by what they add to the gap of ${formatValue(places.gap, 'share', { points: true })}`
      : `${label}s by external hours`,
    columns,
    rows: places.rows.length > SHOWN_PLACES ? [...rows, remainderOf(context, places, hasCost)] : rows,
  };
}

/** The places that are not listed, as one: computed over them together, never by averaging. */
function remainderOf(context: PageContext, places: Places, hasCost: boolean): TableRow {
  const codes = places.rows.slice(SHOWN_PLACES).map((row) => row.code);
  const where = { [places.dimension]: codes };
  const scope = { ...context.period, where };
  const [hours, cost, excess] = context
    .figures([
      { metric: 'external_share_hours', variants: ['all'], ...scope },
      { metric: 'external_share_cost', ...scope },
      { metric: 'excess_external_cost', ...scope },
    ])
    .map((list) => list[0]);
  // Contributions add up to the gap, so that the others add what is left.
  const shown = places.rows.slice(0, SHOWN_PLACES).reduce((sum, place) => sum + (place.adds ?? 0), 0);
  const rest = places.gap === null ? null : places.gap - shown;
  const text = { text: `${formatNumber(codes.length)} other ${places.dimension}s` };
  const of = (metric: string) => context.query(metric, null, context.period, where);
  return remainderRow(
    hasCost
      ? [
          text,
          figureCell(hours, of('external_share_hours')),
          figureCell(cost, of('external_share_cost')),
          valueCell(rest, of('external_gap')),
          figureCell(excess, of('excess_external_cost')),
        ]
      : [
          text,
          figureCell(hours, of('external_share_hours')),
          { value: hours.numerator, absence: null, query: null },
          { value: hours.denominator, absence: null, query: null },
        ],
  );
}
