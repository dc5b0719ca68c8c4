import type { Figure } from '../contract/figure.ts';
import { formatValue } from '../contract/format.ts';
import { metricOf } from '../metrics/registry.ts';
import { shareSeries, workerTypePairs } from './external-charts.ts';
import { fewWithMost, placesOf, placesTable } from './external-places.ts';
import type { Places } from './external-places.ts';
import { absenceText, definePage, kpi } from './page.ts';
import type { History, PageContext } from './page.ts';

export default definePage({
  id: 'who_works',
  label: 'Who does our work',
  question: 'Who does our work?',
  definitions: [
    'external_share_hours',
    'external_share_cost',
    'external_share_fte',
    'external_gap',
    'gap_contribution',
    'excess_external_cost',
    'agency_premium',
    'premium_labor',
    'fte',
  ],
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
      chart: shareSeries(context, hours, costShare.value === null ? null : cost),
      inset: workerTypePairs(context, costShare.value !== null),
      table: placesTable(context, places, costShare.value !== null),
      recommendation: recommendationOf(context, places),
      notices: [costShare, context.figure('fte', context.period, 'paid')]
        .filter((figure) => figure.value === null || figure.missing.length > 0)
        .map(
          (figure) =>
            `${metricOf(figure.metric).title}${figure.variant === null ? '' : `, ${figure.variant}`}: ${figure.value === null ? absenceText(figure) : `reads high, ${figure.note ?? absenceText(figure)}`}`,
        ),
    };
  },
});

function titleOf({
  share,
  costShare,
  gap,
  places,
}: {
  share: Figure;
  costShare: Figure;
  gap: History;
  places: Places;
}): string {
  if (share.value === null) return 'Who does the work cannot be told from these extracts';
  const hours = formatValue(share.value, 'share');
  if (costShare.value === null)
    return `External workers do ${hours} of productive hours; what they cost is ${costShare.suppressed ? 'hidden: too few people' : 'not in these extracts'}`;
  const start = `External labour is ${hours} of hours but ${formatValue(costShare.value, 'share')} of cost`;
  const trend =
    gap.claim === 'rise'
      ? 'the gap is widening'
      : gap.claim === 'fall'
        ? 'the gap is narrowing'
        : 'the gap is flat within noise';
  const widened = gap.claim === 'rise' && places.widened !== null && places.widened > 0;
  const few = fewWithMost(places, widened ? 'widening' : 'gap');
  const size = widened
    ? `the gap widened ${formatValue(places.widened, 'share', { points: true }).replace(' pt', ' points')}`
    : trend;
  if (!few) return `${start}; ${size}`;
  const most = formatValue(few.share, 'share', { decimals: 0 });
  const where = `in ${few.places.length} of ${places.rows.length} ${places.dimension}s`;
  return widened ? `${start}; ${size}, ${most} of it ${where}` : `${start}; ${size}, ${most} of it sits ${where}`;
}

function kpisOf(context: PageContext, { hours, cost, hasCost }: { hours: History; cost: History; hasCost: boolean }) {
  const shareOfHours = kpi(context, {
    id: 'hours',
    label: 'External share of hours',
    metric: 'external_share_hours',
    lowerIsBetter: true,
    history: hours,
  });
  if (!hasCost) {
    return [
      shareOfHours,
      kpi(context, {
        id: 'direct',
        label: 'External share, direct care',
        metric: 'external_share_hours',
        variant: 'direct_care',
        lowerIsBetter: true,
        history: context.history('external_share_hours', 'direct_care'),
      }),
      kpi(context, {
        id: 'per_unit',
        label: 'Hours per resident day',
        metric: 'hours_per_unit',
        lowerIsBetter: false,
        detail: (figure) => figure.note ?? '',
      }),
      kpi(context, { id: 'fte', label: 'Worked FTE', metric: 'fte', variant: 'worked', lowerIsBetter: false }),
    ];
  }
  return [
    shareOfHours,
    kpi(context, {
      id: 'cost',
      label: 'External share of cost',
      metric: 'external_share_cost',
      lowerIsBetter: true,
      history: cost,
    }),
    kpi(context, {
      id: 'premium',
      label: 'Agency premium, loaded basis',
      metric: 'agency_premium',
      variant: 'loaded',
      lowerIsBetter: true,
      detail: (figure) => otherBases(context, figure),
    }),
    kpi(context, {
      id: 'premium_labor',
      label: 'Premium labour, share of cost',
      metric: 'premium_labor',
      lowerIsBetter: true,
      detail: (figure) =>
        figure.numerator === null ? '' : formatValue(figure.numerator, 'money', { currency: figure.currency }),
    }),
  ];
}

/** The sign of the premium can flip with the basis: all three are shown together. */
function otherBases(context: PageContext, loaded: Figure): string {
  const text = (variant: string) =>
    formatValue(context.figure('agency_premium', context.period, variant).value, 'ratio', {
      decimals: 0,
      signed: true,
    });
  const matched = loaded.note === null ? '' : ` · ${loaded.note.split(' of ')[0]} matched`;
  return `base ${text('base')} · own overtime ${text('overtime')}${matched}`;
}

/** Said only when few places carry most of the excess and an own hour there is cheaper on the loaded basis. */
function recommendationOf(context: PageContext, places: Places) {
  const few = fewWithMost(places, 'widening') ?? fewWithMost(places, 'gap');
  if (!few) return null;
  const where = { [places.dimension]: few.places.map((place) => place.code) };
  const premium = context
    .figures([
      { metric: 'premium_labor', ...context.period, where },
      { metric: 'agency_premium', variants: ['loaded'], ...context.period, where },
    ])
    .map((list) => list[0]);
  const [labor, loaded] = premium;
  if (!labor || !loaded || loaded.value === null || loaded.value <= 0 || labor.numerator === null) return null;
  const labels = few.places.map((place) => place.label);
  const names = labels.length === 1 ? labels[0] : `${labels.slice(0, -1).join('; ')} and ${labels.at(-1)}`;
  const money = formatValue(labor.numerator, 'money', { currency: labor.currency });
  return {
    text: `Recruit to own posts in ${names}: agency hours there cost ${formatValue(loaded.value, 'ratio', { decimals: 0 })} more than loaded own hours, and premium labour there came to ${money} in this period.`,
    basis: 'premium_labor and agency_premium (loaded) over these places in the period shown.',
    query: context.query('premium_labor', null, context.period, where),
  };
}
