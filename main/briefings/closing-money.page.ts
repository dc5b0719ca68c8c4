import type { Alignment } from '../analyses/alignment/align.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import { isMeasured } from '../analyses/alignment/dimension.ts';
import { formatMoney, formatNumber } from '../contract/format.ts';
import type { BridgeChart, Recommendation, Table, TableRow } from '../contract/page.ts';
import { gapsOf } from './alignment-gaps.ts';
import type { StatedGap } from './alignment-gaps.ts';
import { defineDealPage } from './deal-page.ts';
import { evidenceCell, evidenceOf } from './dimension-evidence.ts';
import { lackingExtracts } from './lacking-extracts.ts';
import { listed } from './listed.ts';
import type { PageContext } from './page.ts';
import { EMPTY_TABLE, numberColumn, textColumn } from './table-columns.ts';

/** Steps of a kind that a bridge has room for; what is left is one step. */
const SHOWN_STEPS = 4;
const SHOWN_PLACES = 8;

type PricedGap = StatedGap & { cost: number };

export default defineDealPage({
  id: 'closing_money',
  label: 'What closing costs',
  question: 'What does it cost to close the gaps, and what does it save?',
  definitions: ['pay_distance', 'policy_variance', 'supplier_overlap', 'scheduling', 'span_of_control'],
  build(context, { alignment }) {
    const priced = gapsOf(alignment).filter((gap): gap is PricedGap => gap.cost !== null);
    return {
      title: titleOf(alignment, priced),
      kpis: [],
      chart: chartOf(context, alignment, priced),
      inset: null,
      table: tableOf(context, alignment, pricedDimensions(alignment, priced)),
      recommendation: recommendationOf(context, alignment, pricedDimensions(alignment, priced)),
      notices: [...lackingExtracts(alignment), ...noticesOf(alignment, priced)],
    };
  },
});

/** Dimensions in which a gap may be stated at a price. */
function pricedDimensions({ dimensions }: Alignment, priced: readonly PricedGap[]): Assessed[] {
  return dimensions.filter(({ dimension }) => priced.some((gap) => gap.dimension === dimension));
}

function sumOf(gaps: readonly PricedGap[]): number {
  return gaps.reduce((sum, { cost }) => sum + cost, 0);
}

function titleOf({ facts }: Alignment, priced: readonly PricedGap[]): string {
  const { entity, currency } = facts;
  const [costs, savings] = [priced.filter(({ cost }) => cost > 0), priced.filter(({ cost }) => cost < 0)];
  const money = (gaps: readonly PricedGap[]) => formatMoney(Math.abs(sumOf(gaps)), currency);
  if (priced.length === 0) return `No gap of ${entity.name} has a price in these extracts`;
  const effects = [
    ...(costs.length > 0 ? [`costs ${money(costs)}`] : []),
    ...(savings.length > 0 ? [`saves up to ${money(savings)}`] : []),
  ];
  return `Closing the gaps of ${entity.name} ${listed(effects)} a year`;
}

/** From nothing to all costs, then down by what is saved. */
function chartOf(context: PageContext, alignment: Alignment, priced: readonly PricedGap[]): BridgeChart {
  const { entity, currency } = alignment.facts;
  const stepsOf = (gaps: readonly PricedGap[], role: 'increase' | 'decrease', others: string): BridgeChart['steps'] => {
    const rest = gaps.slice(SHOWN_STEPS);
    return [
      ...gaps.slice(0, SHOWN_STEPS).map((gap) => ({
        label: shortLabel(gap),
        value: gap.cost,
        total: false,
        role,
        note: null,
        ...evidenceOf(context, alignment, gap, gap.basis),
      })),
      ...(rest.length === 0
        ? []
        : [{ label: `${rest.length} ${others}`, value: sumOf(rest), total: false, role, note: null, query: null }]),
    ];
  };
  const totalOf = (label: string, gaps: readonly PricedGap[]): BridgeChart['steps'][number] => ({
    label,
    value: sumOf(gaps),
    total: true,
    role: 'total',
    note: null,
    query: null,
  });
  const costs = priced.filter(({ cost }) => cost > 0);
  const savings = priced.filter(({ cost }) => cost < 0);
  return {
    kind: 'bridge',
    title: 'Costs, then savings',
    subtitle: 'A year at the present run rate; savings are at most',
    description: `What closing the gaps of ${entity.name} costs and saves a year, gap by gap.`,
    unit: 'money',
    currency,
    steps: [
      ...stepsOf(costs, 'increase', 'other costs'),
      ...(costs.length > 0 ? [totalOf('All costs', costs)] : []),
      ...stepsOf(savings, 'decrease', 'other savings'),
      ...(savings.length > 0 && costs.length > 0 ? [totalOf('Costs less savings', priced)] : []),
    ],
  };
}

/** "Night differential" of "Night differential, 3.00 USD an hour against 4.50 USD an hour". */
function shortLabel({ label }: StatedGap): string {
  return label.split(',')[0];
}

/** Ways to level pay, then the jobs, suppliers and rules that the money lies in. */
function tableOf(context: PageContext, alignment: Alignment, open: readonly Assessed[]): Table {
  const rowOf = (
    one: Assessed,
    { id, label, people, cost }: { id: string; label: string; people: number | null; cost: number | null },
  ): TableRow => {
    const evidence = evidenceOf(context, alignment, one, null);
    const cells = [{ text: label }, evidenceCell(people, evidence), evidenceCell(cost, evidence)];
    return { id, narrow: null, remainder: false, cells };
  };
  const choices = open.flatMap((one) =>
    isMeasured(one.outcome)
      ? one.outcome.options.map((option) =>
          rowOf(one, { ...option, label: `${one.dimension.label}: ${lower(option.label)}` }),
        )
      : [],
  );
  const places = open
    .flatMap((one) =>
      isMeasured(one.outcome)
        ? one.outcome.drivers.flatMap(({ label, people, cost }) =>
            cost === null || cost === 0 ? [] : [{ one, id: `${one.dimension.label} ${label}`, label, people, cost }],
          )
        : [],
    )
    .sort((a, b) => Math.abs(b.cost) - Math.abs(a.cost) || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN_PLACES)
    .map(({ one, label, ...rest }) => rowOf(one, { ...rest, label: `${one.dimension.label}: ${label}` }));
  const rows = [...choices, ...places];
  if (rows.length === 0) return EMPTY_TABLE;
  return {
    title: 'Ways to close, and where the money lies',
    subtitle: 'A year; ways to level pay exclude one another, a minus is money saved',
    columns: [
      textColumn('way', 'Way or place'),
      numberColumn('people', 'People', 'count'),
      numberColumn('cost', 'A year', 'money', { currency: alignment.facts.currency }),
    ],
    rows,
  };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What to decide on pay: the least that the bands ask for, beside what the next step would take. */
function recommendationOf(
  context: PageContext,
  { facts }: Alignment,
  open: readonly Assessed[],
): Recommendation | null {
  const money = (cost: number) => formatMoney(cost, facts.currency);
  for (const one of open) {
    const options = isMeasured(one.outcome) ? one.outcome.options : [];
    const [minimum, midpoint] = ['minimum', 'midpoint'].map((id) => options.find((option) => option.id === id));
    if (!minimum?.cost || minimum.people === null) continue;
    const further =
      midpoint?.cost && midpoint.people !== null
        ? `; the midpoint would take ${money(midpoint.cost)} for ${formatNumber(midpoint.people)}`
        : '';
    return {
      text: `Raise pay to the minimum of the bands: ${money(minimum.cost)} a year for ${formatNumber(minimum.people)} people${further}.`,
      basis: 'Σ max(0, band − pay) × annual scheduled hours × (1 + variable load).',
      ...evidenceOf(context, { facts }, one, null),
    };
  }
  return null;
}

function noticesOf({ dimensions }: Alignment, priced: readonly PricedGap[]): string[] {
  const known = new Set(priced.map(({ dimension }) => dimension));
  const unpriced = dimensions.filter(({ verdict, dimension }) => verdict === 'differs' && !known.has(dimension));
  const spans = priced.some(({ dimension }) => dimension.definition.metric === 'span_of_control');
  return [
    ...(spans
      ? [
          'Spans are priced at the pay of the posts that the model would not need: whether one can go is for people to decide.',
        ]
      : []),
    ...(unpriced.length > 0
      ? [
          `Short of the target without a price: ${listed(unpriced.map(({ dimension }) => dimension.label.toLowerCase()))}. Whoever answers for one can state its cost with its target.`,
        ]
      : []),
  ];
}
