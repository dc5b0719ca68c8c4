import type { Figure } from '../contract/figure.ts';
import type { Table, TableRow } from '../contract/page.ts';
import type { PageContext } from './page.ts';
import { EMPTY_TABLE, figureCell, numberColumn, textColumn } from './table-columns.ts';

/** Rows of the supporting table before the rest is summed up. */
const SHOWN_PLACES = 8;
/** A title names the places that carry at least this share of the excess. */
const MOST = 0.5;

/** Units where the extracts name units, else sites, with what each adds. */
export type Places = {
  dimension: 'unit' | 'site';
  rows: { code: string; label: string; hours: Figure; cost: Figure; gap: Figure; excess: Figure }[];
  excess: number;
};

export function placesOf(context: PageContext): Places {
  const named = context.view.dimensions.column('unit').codes.filter((code) => code !== 'unknown').length > 1;
  const dimension = named ? 'unit' : 'site';
  const scope = { by: [dimension], ...context.period };
  const [hours, cost, gap, excess] = context.figures([
    { metric: 'external_share_hours', variants: ['all'], ...scope },
    { metric: 'external_share_cost', ...scope },
    { metric: 'external_gap', ...scope },
    { metric: 'excess_external_cost', ...scope },
  ]);
  const rows = hours.map((figure, i) => ({
    code: figure.by[dimension],
    label: context.labelOf(dimension, figure.by[dimension]),
    hours: figure,
    cost: cost[i],
    gap: gap[i],
    excess: excess[i],
  }));
  const size = (row: (typeof rows)[number]) => row.excess.value ?? row.hours.numerator ?? 0;
  return {
    dimension,
    rows: rows.sort((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1)),
    excess: rows.reduce((sum, row) => sum + Math.max(0, row.excess.value ?? 0), 0),
  };
}

/** The smallest number of places that together carry most of the excess cost, if they are few. */
export function fewWithMost({ rows, excess }: Places): { count: number; share: number; labels: string[] } | null {
  let sum = 0;
  for (let count = 1; count <= Math.min(5, rows.length - 1); count++) {
    sum += Math.max(0, rows[count - 1].excess.value ?? 0);
    if (excess > 0 && sum / excess >= MOST)
      return { count, share: sum / excess, labels: rows.slice(0, count).map((row) => row.label) };
  }
  return null;
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
        numberColumn('gap', 'Gap, pt', 'share', { bar: true }),
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
            figureCell(row.gap, of('external_gap')),
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
      ? `${label}s by what external hours cost beyond their share of hours`
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
  const [hours, cost, gap, excess] = context
    .figures([
      { metric: 'external_share_hours', variants: ['all'], ...scope },
      { metric: 'external_share_cost', ...scope },
      { metric: 'external_gap', ...scope },
      { metric: 'excess_external_cost', ...scope },
    ])
    .map((list) => list[0]);
  const text = { text: `${codes.length} other ${places.dimension}s` };
  const of = (metric: string) => context.query(metric, null, context.period, where);
  return {
    id: 'remainder',
    narrow: null,
    remainder: true,
    cells: hasCost
      ? [
          text,
          figureCell(hours, of('external_share_hours')),
          figureCell(cost, of('external_share_cost')),
          figureCell(gap, of('external_gap')),
          figureCell(excess, of('excess_external_cost')),
        ]
      : [
          text,
          figureCell(hours, of('external_share_hours')),
          { value: hours.numerator, absence: null, query: null },
          { value: hours.denominator, absence: null, query: null },
        ],
  };
}
