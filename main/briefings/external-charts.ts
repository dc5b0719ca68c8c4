import type { Figure } from '../contract/figure.ts';
import { formatValue } from '../contract/format.ts';
import type { PairsChart, SeriesChart } from '../contract/page.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import type { History, PageContext } from './page.ts';

/** External share of hours, and of cost where it is known, by month with limits and signals. */
export function shareSeries(context: PageContext, hours: History, cost: History | null): SeriesChart {
  const { from, to } = context.period;
  const months = Array.from({ length: to - from + 1 }, (_, i) => formatIsoMonth(from + i));
  const line = (
    history: History,
    id: string,
    label: string,
    role: 'hours' | 'cost',
    metric: string,
    variant: string | null,
  ): SeriesChart['series'][number] => {
    const at = (month: number) => history.values[month - history.first] ?? null;
    const chart = history.chart;
    const signals =
      chart.kind === 'chart'
        ? months.flatMap((_, i) =>
            chart.signals[from + i - history.first]?.some((signal) => signal.direction === history.claim) ? [i] : [],
          )
        : [];
    const compared = context.comparison ? months.map((_, i) => at(context.comparison!.from + i)) : null;
    return {
      id,
      label,
      role,
      actual: months.map((_, i) => at(from + i)),
      prior: compared,
      limits: chart.kind === 'chart' ? { mean: chart.mean, lower: Math.max(0, chart.lower), upper: chart.upper } : null,
      signals: signals.slice(0, 1).map((index) => ({ index, text: 'signal' })),
      query: { metric, variant, where: context.where },
    };
  };
  const series = [
    line(hours, 'hours', 'Hours', 'hours', 'external_share_hours', 'all'),
    ...(cost ? [line(cost, 'cost', 'Cost', 'cost', 'external_share_cost', null)] : []),
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
