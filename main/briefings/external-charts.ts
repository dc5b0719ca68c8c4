import type { Figure } from '../contract/figure.ts';
import { formatValue } from '../contract/format.ts';
import type { PairsChart, SeriesChart } from '../contract/page.ts';
import type { History, PageContext } from './page.ts';
import { periodMonths, seriesLine } from './series-line.ts';

/** External share of hours, and of cost where it is known, by month with limits and signals. */
export function shareSeries(context: PageContext, hours: History, cost: History | null): SeriesChart {
  const months = periodMonths(context);
  const series = [
    seriesLine(context, hours, {
      id: 'hours',
      label: 'Hours',
      role: 'hours',
      metric: 'external_share_hours',
      variant: 'all',
    }),
    ...(cost
      ? [
          seriesLine(context, cost, {
            id: 'cost',
            label: 'Cost',
            role: 'cost',
            metric: 'external_share_cost',
            variant: null,
          }),
        ]
      : []),
  ];
  const last = series
    .map((one) => `${one.label.toLowerCase()} ${formatValue(one.actual.at(-1) ?? null, 'share')}`)
    .join(', ');
  return {
    kind: 'series',
    unit: 'share',
    currency: null,
    months,
    series,
    title: cost ? 'External share of hours and of cost, by month' : 'External share of hours, by month',
    subtitle: `Share, %. Solid: actual.${context.comparison ? ' Light: prior year.' : ''} Band: natural process limits`,
    description: `External share by month over ${months.length} months; in the last month ${last}.`,
  };
}

/** Share of hours beside share of cost, by worker type. */
export function workerTypePairs(context: PageContext, hasCost: boolean): PairsChart {
  const dimension = hasCost ? 'worker_type' : 'worker_class';
  const scope = { by: [dimension], ...context.period };
  const [hours, cost] = context.figures([
    { metric: 'productive_hours', ...scope },
    { metric: 'labor_cost', ...scope },
  ]);
  const totalHours = hours.reduce((sum, figure) => sum + (figure.value ?? 0), 0);
  const totalCost = cost.reduce((sum, figure) => sum + (figure.value ?? 0), 0);
  const codes = [...new Set([...hours, ...cost].map((figure) => figure.by[dimension]))].filter(
    (code) => code !== 'unknown',
  );
  const valueOf = (list: readonly Figure[], code: string) =>
    list.find((figure) => figure.by[dimension] === code)?.value ?? null;
  const bars = codes
    .map((code) => ({
      code,
      label: context.labelOf(dimension, code),
      hours: valueOf(hours, code),
      cost: valueOf(cost, code),
    }))
    .sort((a, b) => (b.hours ?? 0) - (a.hours ?? 0) || (b.cost ?? 0) - (a.cost ?? 0))
    .map(({ code, label, hours: h, cost: c }) => ({
      label,
      values: [
        totalHours === 0 || h === null ? null : h / totalHours,
        ...(hasCost ? [totalCost === 0 || c === null ? null : c / totalCost] : []),
      ],
      narrow: { dimension, code, label },
      query: context.query('productive_hours', null, context.period, { [dimension]: [code] }),
    }));
  const [first] = bars;
  return {
    kind: 'pairs',
    unit: 'share',
    bars,
    measures: [{ label: 'of hours', role: 'hours' }, ...(hasCost ? [{ label: 'of cost', role: 'cost' as const }] : [])],
    title: hasCost ? 'Hours and cost by worker type' : 'Hours by who employs',
    subtitle: hasCost ? 'Share of productive hours and of labour cost, %' : 'Share of productive hours, %',
    description: first
      ? `${first.label} does ${formatValue(first.values[0] ?? null, 'share')} of hours.`
      : 'No hours in this period.',
  };
}
