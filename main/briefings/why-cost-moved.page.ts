import type { CostCell, CostChange } from '../analyses/price-volume-mix/explain-cost.ts';
import { formatPeriod, formatValue, formatNumber } from '../contract/format.ts';
import type { BridgeChart, Kpi, Recommendation, Table, TableRow } from '../contract/page.ts';
import pvm from '../metrics/definitions/pvm.definition.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import { analysisFigure } from './analysis-figure.ts';
import { costChangeBy, explainedCost, placeDimension } from './explained-cost.ts';
import type { ExplainedCost } from './explained-cost.ts';
import { hoursInsteadOfCost } from './hours-instead.ts';
import { definePage, kpi, signalText } from './page.ts';
import type { Months, PageContent, PageContext } from './page.ts';
import { EMPTY_TABLE, numberColumn, remainderRow, textColumn, valueCell } from './table-columns.ts';

const SHOWN_PLACES = 8;
/** An effect is worth a recommendation when it is at least this share of the change. */
const WORTH_ACTING = 0.1;

const EFFECTS = [
  { id: 'volume', label: 'Volume', note: 'more or fewer hours' },
  { id: 'activity', label: 'Activity', note: 'hours moved between jobs and sites' },
  { id: 'substitution', label: 'Substitution', note: 'internal ↔ external within job and site' },
  { id: 'otherMix', label: 'Other mix', note: 'between worker types of one class' },
  { id: 'rate', label: 'Rate', note: 'price of an hour' },
  { id: 'unpriced', label: 'Unpriced', note: 'money without hours' },
  { id: 'nonProductive', label: 'Non-productive', note: 'leave, orientation, employer cost' },
] as const;

export default definePage({
  id: 'why_cost_moved',
  label: 'Why did cost move',
  question: 'Why did cost move?',
  definitions: ['labor_cost', 'pvm'],
  build(context) {
    const before = context.comparison;
    const { absence } = context.figure('labor_cost', context.period);
    if (absence === 'suppressed') return untold(context, 'it is hidden', HIDDEN);
    if (absence !== null)
      return hoursInsteadOfCost(context, NO_MONEY) ?? untold(context, 'these extracts have no cost', NO_MONEY);
    if (!before) return withoutComparison(context);
    const explained = explainedCost(context, before);
    if (explained === null)
      return withoutComparison(context, 'No entity of this scope has labour rows in both periods.');
    const { alike, change, apart } = explained;
    if (change.absence !== null) return withoutComparison(context, 'The cost of the earlier period is not shown.');
    // An entity that joins is no rise: what can be claimed is told by the others.
    const cost = alike.history('labor_cost');
    const monthly = `${apart ? 'Like for like monthly' : 'Monthly'} cost is ${signalText(cost)}.`;
    return {
      title: titleOf(explained, cost.claim),
      kpis: [
        kpi(context, {
          id: 'cost',
          label: 'Labour cost',
          metric: 'labor_cost',
          lowerIsBetter: true,
          // What the others add is neither better nor worse.
          ...(apart
            ? {
                detail: () =>
                  `like for like ${signalText(cost)} · ${moneyOf(change, apart.moved, true)} from ${apart.names}`,
              }
            : { history: cost }),
        }),
        ...(['rate', 'substitution', 'volume'] as const).map((id) => effectKpi(alike, change, id)),
      ],
      chart: bridgeOf(context, explained, before),
      inset: null,
      table: tableOf(explained),
      recommendation: recommendationOf(alike, change, costChangeBy(alike, before, 'supplier')),
      notices: change.cells.some((cell) => cell.suppressed)
        ? [`Groups of fewer than five people are shown as one; the total is exact. ${monthly}`]
        : [monthly],
    };
  },
});

function moneyOf({ currency }: CostChange, value: number, signed = false): string {
  return formatValue(value, 'money', { currency, signed });
}

function titleOf({ change, apart, mixedWith }: ExplainedCost, claim: 'rise' | 'fall' | null): string {
  const money = (value: number, signed = false) => moneyOf(change, value, signed);
  const difference = change.costAfter - change.costBefore;
  if (mixedWith !== null)
    return `Cost is ${money(change.costAfter)} against ${money(change.costBefore)}, not like for like: ${mixedWith}`;
  const parts = EFFECTS.map(({ id, label }) => ({ label: label.toLowerCase(), value: change[id] }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, 3);
  const list = parts.map(({ label, value }) => `${label} ${money(value, true)}`).join(', ');
  const others = apart ? `; ${money(apart.moved, true)} is ${apart.names}, ${apart.span}` : '';
  const cost = apart ? 'Like for like cost' : 'Cost';
  // "Rose" and "fell" are claims: they take a signal in that direction.
  if (claim === 'rise' && difference > 0) return `${cost} rose ${money(difference)}: ${list}${others}`;
  if (claim === 'fall' && difference < 0) return `${cost} fell ${money(-difference)}: ${list}${others}`;
  return `${cost} is ${money(change.costAfter)} against ${money(change.costBefore)}, month by month flat within noise: ${list}${others}`;
}

function effectKpi(context: PageContext, change: CostChange, id: 'rate' | 'substitution' | 'volume'): Kpi {
  const effect = EFFECTS.find((one) => one.id === id)!;
  const figure = analysisFigure(pvm, {
    value: change[id],
    variant: id,
    currency: change.currency,
    note: effect.note,
  });
  return {
    id,
    label: `${effect.label} effect`,
    figure,
    change: null,
    detail: effect.note,
    query: context.query('labor_cost'),
  };
}

function bridgeOf(context: PageContext, { alike, change, apart }: ExplainedCost, before: Months): BridgeChart {
  const period = ({ from, to }: Months) => formatPeriod(formatIsoMonth(from), formatIsoMonth(to));
  const costBefore = change.costBefore + (apart?.costBefore ?? 0);
  const costAfter = change.costAfter + (apart?.costAfter ?? 0);
  return {
    kind: 'bridge',
    unit: 'money',
    currency: change.currency,
    title: 'From cost before to cost now',
    subtitle: 'Effects add up to the cent; the scale of the bars is cut at the totals',
    description: `Labour cost went from ${moneyOf(change, costBefore)} to ${moneyOf(change, costAfter)}; the largest effect is ${largestEffect(change)}${apart ? ` beside ${apart.names}, ${apart.span}` : ''}.`,
    steps: [
      {
        label: period(before),
        value: costBefore,
        total: true,
        role: 'neutral',
        note: null,
        query: context.query('labor_cost', null, before),
      },
      ...EFFECTS.filter(({ id }) => change[id] !== 0).map(({ id, label, note }) =>
        effectStep({ label, note, value: change[id], query: alike.query('labor_cost') }),
      ),
      ...(apart
        ? [
            effectStep({
              label: apart.names,
              note: apart.span,
              value: apart.moved,
              query: apart.apart.query('labor_cost'),
            }),
          ]
        : []),
      {
        label: period(context.period),
        value: costAfter,
        total: true,
        role: 'total',
        note: null,
        query: context.query('labor_cost'),
      },
    ],
  };
}

type Step = BridgeChart['steps'][number];

function effectStep(step: Pick<Step, 'label' | 'note' | 'value' | 'query'>): Step {
  return { ...step, total: false, role: step.value > 0 ? 'increase' : 'decrease' };
}

function largestEffect(change: CostChange): string {
  return [...EFFECTS].sort((a, b) => Math.abs(change[b.id]) - Math.abs(change[a.id]))[0].label.toLowerCase();
}

function tableOf({ alike: context, change, apart }: ExplainedCost): Table {
  if (change.cells.length === 0) return EMPTY_TABLE;
  const dimension = placeDimension(context);
  const currency = change.currency;
  const moved = (cell: CostCell) => cell.costAfter - cell.costBefore;
  const sorted = change.cells
    .filter((cell) => !cell.suppressed)
    .sort((a, b) => Math.abs(moved(b)) - Math.abs(moved(a)) || (a.by[dimension] < b.by[dimension] ? -1 : 1));
  const rest = [...sorted.slice(SHOWN_PLACES), ...change.cells.filter((cell) => cell.suppressed)];
  const cells = (
    cell: Pick<CostCell, 'rate' | 'substitution' | 'volume'> & { moved: number },
    where: Record<string, string[]> | null,
  ) => {
    const query = where ? context.query('labor_cost', null, context.period, where) : null;
    return [
      valueCell(cell.moved, query),
      valueCell(cell.rate, query),
      valueCell(cell.substitution, query),
      valueCell(cell.volume, query),
    ];
  };
  const rows = sorted.slice(0, SHOWN_PLACES).map((cell): TableRow => {
    const code = cell.by[dimension];
    const label = context.labelOf(dimension, code);
    return {
      id: code,
      narrow: { dimension, code, label },
      remainder: false,
      cells: [{ text: label }, ...cells({ ...cell, moved: moved(cell) }, { [dimension]: [code] })],
    };
  });
  const sum = (pick: (cell: CostCell) => number) => rest.reduce((total, cell) => total + pick(cell), 0);
  const others: TableRow[] =
    rest.length === 0
      ? []
      : [
          remainderRow([
            { text: `${formatNumber(rest.length)} other ${dimension}s` },
            ...cells(
              {
                moved: sum(moved),
                rate: sum((cell) => cell.rate),
                substitution: sum((cell) => cell.substitution),
                volume: sum((cell) => cell.volume),
              },
              null,
            ),
          ]),
        ];
  return {
    title: 'Where it moved',
    subtitle: `${dimension === 'unit' ? 'Units' : 'Sites'} by change of priced cost, productive hours only${apart ? `, without ${apart.names}` : ''}`,
    columns: [
      textColumn('place', dimension === 'unit' ? 'Unit' : 'Site'),
      numberColumn('moved', 'Change', 'money', { currency, bar: true, signed: true }),
      numberColumn('rate', 'Rate', 'money', { currency, signed: true }),
      numberColumn('substitution', 'Substitution', 'money', { currency, signed: true }),
      numberColumn('volume', 'Volume', 'money', { currency, signed: true }),
    ],
    rows: [...rows, ...others],
  };
}

/** The larger of two levers, if it is worth acting on: a supplier's price or hours that passed to outside workers. */
function recommendationOf(context: PageContext, change: CostChange, bySupplier: CostChange): Recommendation | null {
  const worth = Math.abs(change.costAfter - change.costBefore) * WORTH_ACTING;
  const supplier = bySupplier.cells
    .filter((cell) => !cell.suppressed && cell.by['supplier'] !== 'unknown')
    .sort((a, b) => b.rate - a.rate)[0];
  const dimension = placeDimension(context);
  const place = change.cells.filter((cell) => !cell.suppressed).sort((a, b) => b.substitution - a.substitution)[0];
  const money = (value: number) => formatValue(value, 'money', { currency: change.currency });
  const price = supplier?.rate ?? 0;
  const passed = change.substitution;
  if (Math.max(price, passed) < worth || Math.max(price, passed) <= 0) return null;
  if (price >= passed) {
    return {
      text: `Renegotiate with ${supplier.by['supplier']}: the price of its hours alone added ${money(price)}, at unchanged volume and mix.`,
      basis: 'pvm by supplier, rate effect: hours now × (rate now − rate before) in each job, site and worker type.',
      query: context.query('labor_cost', null, context.period, { supplier: [supplier.by['supplier']] }),
    };
  }
  const code = place.by[dimension];
  return {
    text: `Win back the hours that passed to outside workers, first in ${context.labelOf(dimension, code)}: substitution added ${money(passed)}, ${money(place.substitution)} of it there.`,
    basis:
      'pvm, substitution effect: internal against external within job and site, at the prices of the period before.',
    query: context.query('labor_cost', null, context.period, { [dimension]: [code] }),
  };
}

const NO_MONEY =
  'Cost needs labour lines with money (extract kind "labor") or invoices; aggregate staffing extracts have hours only.';

const NO_CHART: BridgeChart = {
  kind: 'bridge',
  unit: 'money',
  currency: null,
  title: 'From cost before to cost now',
  subtitle: 'No data',
  description: 'There is no cost to compare.',
  steps: [],
};

const HIDDEN = 'Hidden: the cost of so few people would tell what one of them is paid.';

function withoutComparison(context: PageContext, because: string | null = null) {
  const first = context.view.months()?.first;
  const reason = because
    ? because
    : first === undefined
      ? 'There are no extracts yet.'
      : `The extracts begin in ${formatPeriod(formatIsoMonth(first), formatIsoMonth(first))}: there is no earlier period of the same length to compare with. Choose a shorter period or import earlier extracts.`;
  return untold(context, 'there is nothing to compare with', reason);
}

function untold(context: PageContext, why: string, notice: string): PageContent {
  return {
    title: `Why cost moved cannot be told: ${why}`,
    kpis: [kpi(context, { id: 'cost', label: 'Labour cost', metric: 'labor_cost', lowerIsBetter: true })],
    chart: NO_CHART,
    inset: null,
    table: EMPTY_TABLE,
    recommendation: null,
    notices: [notice],
  };
}
