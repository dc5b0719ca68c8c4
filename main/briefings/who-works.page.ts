import type { Figure } from '../contract/figure.ts';
import { formatValue } from '../contract/format.ts';
import type { PairsChart, SeriesChart, Table, TableRow } from '../contract/page.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import { absenceText, definePage, kpi } from './page.ts';
import type { History, PageContext } from './page.ts';
import { EMPTY_TABLE, figureCell, numberColumn, textColumn } from './table-columns.ts';

/** Rows of the supporting table before the rest is summed up. */
const SHOWN_UNITS = 8;
/** A title names the units that carry at least this share of the excess. */
const MOST = 0.5;

export default definePage({
  id: 'who_works',
  label: 'Who does our work',
  question: 'Who does our work?',
  definitions: ['external_share_hours', 'external_share_cost', 'external_share_fte', 'external_gap', 'agency_premium', 'premium_labor', 'fte'],
  build(context) {
    const hours = context.history('external_share_hours');
    const cost = context.history('external_share_cost');
    const gap = context.history('external_gap');
    const share = context.figure('external_share_hours', context.period);
    const costShare = context.figure('external_share_cost', context.period);
    const places = placesOf(context);
    return {
      title: titleOf({ share, costShare, gap, places }),
      kpis: kpisOf(context, { hours, cost, hasCost: costShare.value !== null }),
      chart: seriesOf(context, hours, costShare.value === null ? null : cost),
      inset: pairsOf(context, costShare.value !== null),
      table: tableOf(context, places, costShare.value !== null),
      recommendation: recommendationOf(context, places),
      notices: [costShare, context.figure('fte', context.period, 'paid')].filter((figure) => figure.value === null || figure.missing.length > 0).map((figure) => `${figure.metric}: ${figure.value === null ? absenceText(figure) : `reads high, ${figure.note ?? absenceText(figure)}`}`),
    };
  },
});

/** Units where the extracts name units, else sites, with what each adds. */
type Places = { dimension: 'unit' | 'site'; rows: { code: string; label: string; hours: Figure; cost: Figure; gap: Figure; excess: Figure }[]; excess: number };

function placesOf(context: PageContext): Places {
  const named = context.view.dimensions.column('unit').codes.filter((code) => code !== 'unknown').length > 1;
  const dimension = named ? 'unit' : 'site';
  const scope = { by: [dimension], ...context.period };
  const [hours, cost, gap, excess] = context.figures([
    { metric: 'external_share_hours', variants: ['all'], ...scope },
    { metric: 'external_share_cost', ...scope },
    { metric: 'external_gap', ...scope },
    { metric: 'excess_external_cost', ...scope },
  ]);
  const rows = hours!.map((figure, i) => ({ code: figure.by[dimension]!, label: context.labelOf(dimension, figure.by[dimension]!), hours: figure, cost: cost![i]!, gap: gap![i]!, excess: excess![i]! }));
  const size = (row: (typeof rows)[number]) => row.excess.value ?? row.hours.numerator ?? 0;
  return { dimension, rows: rows.sort((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1)), excess: rows.reduce((sum, row) => sum + Math.max(0, row.excess.value ?? 0), 0) };
}

function titleOf({ share, costShare, gap, places }: { share: Figure; costShare: Figure; gap: History; places: Places }): string {
  if (share.value === null) return 'Who does the work cannot be told from these extracts';
  const hours = formatValue(share.value, 'share');
  if (costShare.value === null) return `External workers do ${hours} of productive hours; what they cost is not in these extracts`;
  const start = `External labour is ${hours} of hours but ${formatValue(costShare.value, 'share')} of cost`;
  const trend = gap.claim === 'rise' ? 'the gap is widening' : gap.claim === 'fall' ? 'the gap is narrowing' : 'the gap is flat within noise';
  const few = fewWithMost(places);
  return few ? `${start}; ${trend}, and ${few.count} of ${places.rows.length} ${places.dimension}s carry ${formatValue(few.share, 'share', { decimals: 0 })} of the excess` : `${start}; ${trend}`;
}

/** The smallest number of places that together carry most of the excess cost, if they are few. */
function fewWithMost({ rows, excess }: Places): { count: number; share: number; labels: string[] } | null {
  let sum = 0;
  for (let count = 1; count <= Math.min(5, rows.length - 1); count++) {
    sum += Math.max(0, rows[count - 1]!.excess.value ?? 0);
    if (excess > 0 && sum / excess >= MOST) return { count, share: sum / excess, labels: rows.slice(0, count).map((row) => row.label) };
  }
  return null;
}

function kpisOf(context: PageContext, { hours, cost, hasCost }: { hours: History; cost: History; hasCost: boolean }) {
  const shareOfHours = kpi(context, { id: 'hours', label: 'External share of hours', metric: 'external_share_hours', lowerIsBetter: true, history: hours });
  if (!hasCost) {
    return [
      shareOfHours,
      kpi(context, { id: 'direct', label: 'External share, direct care', metric: 'external_share_hours', variant: 'direct_care', lowerIsBetter: true, history: context.history('external_share_hours', 'direct_care') }),
      kpi(context, { id: 'per_unit', label: 'Hours per resident day', metric: 'hours_per_unit', lowerIsBetter: false, detail: (figure) => figure.note ?? '' }),
      kpi(context, { id: 'fte', label: 'Worked FTE', metric: 'fte', variant: 'worked', lowerIsBetter: false }),
    ];
  }
  return [
    shareOfHours,
    kpi(context, { id: 'cost', label: 'External share of cost', metric: 'external_share_cost', lowerIsBetter: true, history: cost }),
    kpi(context, { id: 'premium', label: 'Agency premium, loaded basis', metric: 'agency_premium', variant: 'loaded', lowerIsBetter: true, detail: (figure) => otherBases(context, figure) }),
    kpi(context, { id: 'premium_labor', label: 'Premium labour, share of cost', metric: 'premium_labor', lowerIsBetter: true, detail: (figure) => (figure.numerator === null ? '' : formatValue(figure.numerator, 'money', { currency: figure.currency })) }),
  ];
}

/** The sign of the premium can flip with the basis: all three are shown together. */
function otherBases(context: PageContext, loaded: Figure): string {
  const text = (variant: string) => formatValue(context.figure('agency_premium', context.period, variant).value, 'ratio', { decimals: 0, signed: true });
  const matched = loaded.note === null ? '' : ` · ${loaded.note.split(' of ')[0]} matched`;
  return `base ${text('base')} · own overtime ${text('overtime')}${matched}`;
}

function seriesOf(context: PageContext, hours: History, cost: History | null): SeriesChart {
  const { from, to } = context.period;
  const months = Array.from({ length: to - from + 1 }, (_, i) => formatIsoMonth(from + i));
  const line = (history: History, id: string, label: string, role: 'hours' | 'cost', metric: string, variant: string | null): SeriesChart['series'][number] => {
    const at = (month: number) => history.values[month - history.first] ?? null;
    const chart = history.chart;
    const signals = chart.kind === 'chart' ? months.flatMap((_, i) => (chart.signals[from + i - history.first]?.some((signal) => signal.direction === history.claim) ? [i] : [])) : [];
    const compared = context.comparison ? months.map((_, i) => at(context.comparison!.from + i)) : null;
    return {
      id, label, role,
      actual: months.map((_, i) => at(from + i)),
      prior: compared,
      limits: chart.kind === 'chart' ? { mean: chart.mean, lower: Math.max(0, chart.lower), upper: chart.upper } : null,
      signals: signals.slice(0, 1).map((index) => ({ index, text: 'signal' })),
      query: { metric, variant, where: context.where },
    };
  };
  const series = [line(hours, 'hours', 'Hours', 'hours', 'external_share_hours', 'all'), ...(cost ? [line(cost, 'cost', 'Cost', 'cost', 'external_share_cost', null)] : [])];
  const last = series.map((one) => `${one.label.toLowerCase()} ${formatValue(one.actual.at(-1) ?? null, 'share')}`).join(', ');
  return {
    kind: 'series', unit: 'share', currency: null, months, series,
    title: cost ? 'External share of hours and of cost, by month' : 'External share of hours, by month',
    subtitle: `Share, %. Solid: actual.${context.comparison ? ' Light: prior year.' : ''} Band: natural process limits`,
    description: `External share by month over ${months.length} months; in the last month ${last}.`,
  };
}

function pairsOf(context: PageContext, hasCost: boolean): PairsChart {
  const dimension = hasCost ? 'worker_type' : 'worker_class';
  const scope = { by: [dimension], ...context.period };
  const [hours, cost] = context.figures([{ metric: 'productive_hours', ...scope }, { metric: 'labor_cost', ...scope }]);
  const totalHours = hours!.reduce((sum, figure) => sum + (figure.value ?? 0), 0);
  const totalCost = cost!.reduce((sum, figure) => sum + (figure.value ?? 0), 0);
  const codes = [...new Set([...hours!, ...cost!].map((figure) => figure.by[dimension]!))].filter((code) => code !== 'unknown');
  const valueOf = (list: readonly Figure[], code: string) => list.find((figure) => figure.by[dimension] === code)?.value ?? null;
  const bars = codes
    .map((code) => ({ code, label: context.labelOf(dimension, code), hours: valueOf(hours!, code), cost: valueOf(cost!, code) }))
    .sort((a, b) => (b.hours ?? 0) - (a.hours ?? 0) || (b.cost ?? 0) - (a.cost ?? 0))
    .map(({ code, label, hours: h, cost: c }) => ({
      label,
      values: [totalHours === 0 || h === null ? null : h / totalHours, ...(hasCost ? [totalCost === 0 || c === null ? null : c / totalCost] : [])],
      narrow: { dimension, code, label },
      query: context.query('productive_hours', null, context.period, { [dimension]: [code] }),
    }));
  const [first] = bars;
  return {
    kind: 'pairs', unit: 'share', bars,
    measures: [{ label: 'of hours', role: 'hours' }, ...(hasCost ? [{ label: 'of cost', role: 'cost' as const }] : [])],
    title: hasCost ? 'Hours and cost by worker type' : 'Hours by who employs',
    subtitle: hasCost ? 'Share of productive hours and of labour cost, %' : 'Share of productive hours, %',
    description: first ? `${first.label} does ${formatValue(first.values[0] ?? null, 'share')} of hours.` : 'No hours in this period.',
  };
}

function tableOf(context: PageContext, places: Places, hasCost: boolean): Table {
  if (places.rows.length === 0) return EMPTY_TABLE;
  const label = places.dimension === 'unit' ? 'Unit' : 'Site';
  const currency = places.rows.find((row) => row.excess.currency !== null)?.excess.currency ?? null;
  const columns = hasCost
    ? [textColumn('place', label), numberColumn('hours', 'Hours', 'share'), numberColumn('cost', 'Cost', 'share'), numberColumn('gap', 'Gap, pt', 'share', { bar: true }), numberColumn('excess', 'Excess cost', 'money', { currency })]
    : [textColumn('place', label), numberColumn('hours', 'External', 'share', { bar: true }), numberColumn('external', 'External hours', 'hours'), numberColumn('all', 'All hours', 'hours')];
  const rows = places.rows.slice(0, SHOWN_UNITS).map((row): TableRow => {
    const where = { [places.dimension]: [row.code] };
    const of = (metric: string) => context.query(metric, metric === 'external_share_hours' ? 'all' : null, context.period, where);
    return {
      id: row.code,
      narrow: { dimension: places.dimension, code: row.code, label: row.label },
      remainder: false,
      cells: hasCost
        ? [{ text: row.label }, figureCell(row.hours, of('external_share_hours')), figureCell(row.cost, of('external_share_cost')), figureCell(row.gap, of('external_gap')), figureCell(row.excess, of('excess_external_cost'))]
        : [{ text: row.label }, figureCell(row.hours, of('external_share_hours')), { value: row.hours.numerator, absence: null, query: of('external_share_hours') }, { value: row.hours.denominator, absence: null, query: of('external_share_hours') }],
    };
  });
  return {
    title: hasCost ? 'Where the gap sits' : 'Where contract hours are worked',
    subtitle: hasCost ? `${label}s by what external hours cost beyond their share of hours` : `${label}s by external hours`,
    columns,
    rows: places.rows.length > SHOWN_UNITS ? [...rows, remainderOf(context, places, hasCost)] : rows,
  };
}

/** The places that are not listed, as one: computed over them together, never by averaging. */
function remainderOf(context: PageContext, places: Places, hasCost: boolean): TableRow {
  const codes = places.rows.slice(SHOWN_UNITS).map((row) => row.code);
  const where = { [places.dimension]: codes };
  const scope = { ...context.period, where };
  const [hours, cost, gap, excess] = context.figures([
    { metric: 'external_share_hours', variants: ['all'], ...scope }, { metric: 'external_share_cost', ...scope }, { metric: 'external_gap', ...scope }, { metric: 'excess_external_cost', ...scope },
  ]).map((list) => list[0]!);
  const text = { text: `${codes.length} other ${places.dimension}s` };
  const of = (metric: string) => context.query(metric, null, context.period, where);
  return {
    id: 'remainder', narrow: null, remainder: true,
    cells: hasCost
      ? [text, figureCell(hours, of('external_share_hours')), figureCell(cost, of('external_share_cost')), figureCell(gap, of('external_gap')), figureCell(excess, of('excess_external_cost'))]
      : [text, figureCell(hours, of('external_share_hours')), { value: hours!.numerator, absence: null, query: null }, { value: hours!.denominator, absence: null, query: null }],
  };
}

/** Said only when few places carry most of the excess and an own hour there is cheaper on the loaded basis. */
function recommendationOf(context: PageContext, places: Places) {
  const few = fewWithMost(places);
  if (!few) return null;
  const where = { [places.dimension]: places.rows.slice(0, few.count).map((row) => row.code) };
  const premium = context.figures([{ metric: 'premium_labor', ...context.period, where }, { metric: 'agency_premium', variants: ['loaded'], ...context.period, where }]).map((list) => list[0]!);
  const [labor, loaded] = premium;
  if (!labor || !loaded || loaded.value === null || loaded.value <= 0 || labor.numerator === null) return null;
  const names = few.labels.length === 1 ? few.labels[0]! : `${few.labels.slice(0, -1).join('; ')} and ${few.labels.at(-1)}`;
  const money = formatValue(labor.numerator, 'money', { currency: labor.currency });
  return {
    text: `Recruit to own posts in ${names}: agency hours there cost ${formatValue(loaded.value, 'ratio', { decimals: 0 })} more than loaded own hours, and premium labour ${money} in this period.`,
    basis: 'premium_labor and agency_premium (loaded) over these places in the period shown.',
    query: context.query('premium_labor', null, context.period, where),
  };
}
