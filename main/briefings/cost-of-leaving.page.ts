import { ASSUMPTIONS } from '../analyses/retention/assumptions.ts';
import type { Range } from '../contract/decisions.ts';
import type { CostPart, TurnoverCost } from '../analyses/retention/turnover-cost.ts';
import type { MetricDefinition } from '../contract/figure.ts';
import { formatNumber, formatValue } from '../contract/format.ts';
import type { Kpi, Table } from '../contract/page.ts';
import pointValue from '../metrics/definitions/retention-point-value.definition.ts';
import turnoverCost from '../metrics/definitions/turnover-cost.definition.ts';
import { assumptionsOf } from '../workspace/assumptions.ts';
import { analysisFigure } from './analysis-figure.ts';
import { definePage } from './page.ts';
import type { PageContext } from './page.ts';
import { peopleNotices, peopleScope } from './people-scope.ts';
import { numberColumn, textColumn, valueCell } from './table-columns.ts';
import { turnoverForms } from './turnover-forms.ts';
import { turnoverKpi } from './turnover-kpi.ts';
import { turnoverPrices } from './turnover-prices.ts';
import { withoutPeople } from './without-people.ts';

const PARTS: Record<CostPart['id'], string> = {
  cover: 'Cover of the empty post',
  orientation: 'Orientation of the next person',
};

export default definePage({
  id: 'cost_of_leaving',
  label: 'What leaving costs',
  question: 'What does turnover cost, and which turnover?',
  definitions: [
    'turnover_cost',
    'retention_point_value',
    'turnover_bridge',
    'turnover',
    'turnover_annualized',
    'agency_premium',
    'separations',
  ],
  build(context) {
    const scope = peopleScope(context);
    const turnover = turnoverKpi(context, context.history('turnover_annualized', 'all'));
    if ('absence' in scope)
      return withoutPeople('What leaving costs cannot be told from these extracts', scope.absence, [turnover]);
    const { cost, currency } = turnoverPrices(context, scope);
    return {
      title: titleOf(cost, currency),
      kpis: [
        rangeKpi(
          context,
          { id: 'leaver', label: 'A leaver costs at least', definition: turnoverCost, range: cost.perLeaver },
          currency,
        ),
        rangeKpi(
          context,
          { id: 'period', label: 'Leavers of the period, at least', definition: turnoverCost, range: cost.total },
          currency,
        ),
        rangeKpi(
          context,
          { id: 'point', label: 'A point of retention, at least', definition: pointValue, range: cost.perPoint },
          currency,
        ),
        turnover,
      ],
      chart: turnoverForms(context, scope),
      inset: null,
      table: partsTable(context, cost, currency),
      recommendation: null,
      notices: [assumptionsText(context), ...missingText(cost), ...peopleNotices(scope)],
      decide: [{ part: 'assumptions', command: 'What is assumed can be changed under Decisions.' }],
    };
  },
});

function rangeText(range: Range, currency: string | null): string {
  const money = (minor: number) => formatValue(minor, 'money', { currency });
  return `${money(range.low)} to ${money(range.high)}`;
}

function titleOf({ total, perPoint }: TurnoverCost, currency: string | null): string {
  if (total === null || perPoint === null)
    return 'What leaving costs needs pay and agency cost, which these extracts do not have';
  return `Leavers of the period cost ${rangeText(total, currency)} to replace; one point of retention is worth ${rangeText(perPoint, currency)} a year`;
}

function rangeKpi(
  context: PageContext,
  { id, label, definition, range }: { id: string; label: string; definition: MetricDefinition; range: Range | null },
  currency: string | null,
): Kpi {
  const most = range && formatValue(range.high, 'money', { currency });
  return {
    id,
    label,
    figure: analysisFigure(definition, {
      value: range?.low ?? null,
      variant: id,
      currency,
      missing: ['labor', 'loads'],
      note: most && `a range: at most ${most}`,
    }),
    change: null,
    detail: most ? `and at most ${most}` : 'needs labor with agency cost, loads, base rates',
    query: context.query('separations', 'all'),
  };
}

function partsTable(context: PageContext, { parts, perLeaver }: TurnoverCost, currency: string | null): Table {
  const query = context.query('separations', 'all');
  const money = (range: Range | null, missing: readonly string[]) =>
    (['low', 'high'] as const).map((end) =>
      range === null
        ? { value: null, absence: `needs ${missing.join(', ')}`, query: null }
        : valueCell(range[end], query),
    );
  return {
    title: 'What a leaver costs, part by part',
    subtitle:
      'Low ends of all assumptions together, then high ends; recruiting and lost productivity are in no extract',
    columns: [
      textColumn('part', 'Part'),
      numberColumn('low', 'At least', 'money', { currency }),
      numberColumn('high', 'At most', 'money', { currency }),
      textColumn('basis', 'Worked out from'),
    ],
    rows: [
      ...parts.map((part) => ({
        id: part.id,
        narrow: null,
        remainder: false,
        cells: [{ text: PARTS[part.id] }, ...money(part.money, part.missing), { text: part.basis }],
      })),
      {
        id: 'all',
        narrow: null,
        remainder: true,
        cells: [{ text: 'A leaver' }, ...money(perLeaver, ['a part']), { text: '' }],
      },
    ],
  };
}

/** The user's assumptions, printed with every figure that rests on them. */
function assumptionsText(context: PageContext): string {
  const ranges = assumptionsOf(context.view.store);
  const parts = ASSUMPTIONS.map(({ id, title, unit }) => {
    const { low, high } = ranges[id];
    const text = (value: number) =>
      unit === 'share' ? formatValue(value, 'share', { decimals: 0 }) : formatNumber(value);
    return `${title.charAt(0).toLowerCase()}${title.slice(1)} ${text(low)}–${text(high)}`;
  });
  return `Assumed, in no extract: ${parts.join('; ')}.`;
}

function missingText({ parts }: TurnoverCost): string[] {
  const without = parts.filter(({ money }) => money === null);
  return without.length === 0
    ? []
    : [
        `Not in it: ${without.map(({ id, missing }) => `${PARTS[id].toLowerCase()} (needs ${missing.join(', ')})`).join('; ')}. The range is a lower bound.`,
      ];
}
