import type { Exclusion, Figure, FigureQuery, Filter, GroupKey } from '../contract/figure.ts';
import { parseIsoMonth } from '../model/civil-day.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { periodsOf } from '../model/period.ts';
import type { Grain, Period, PeriodCalendar } from '../model/period.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { FigureTable, Plan } from './figure-table.ts';
import { laborFigures } from './labor-figures.ts';
import type { Outcome } from './metric.ts';
import { peopleFigures } from './people-figures.ts';
import { metricOf } from './registry.ts';
import type { Metric } from './registry.ts';
import { refuseAttributes } from '../workspace/clean-room.ts';
import { requireDimensions, strangersTo } from './splits.ts';

export type FigureRequest = {
  metric: string;
  /** null asks for all variants. */
  variants?: readonly (string | null)[] | null;
  by?: readonly string[];
  where?: Filter;
  grain?: Grain;
  /** Month numbers, inclusive. */
  from: number;
  to: number;
  calendar?: PeriodCalendar;
};

/**
 * Computes figures for several requests. Within a request figures are ordered by variant, group and period. Throws a
 * UsageError for an unknown metric, variant or dimension.
 */
export function computeFigures(view: WorkspaceView, requests: readonly FigureRequest[]): Figure[][] {
  return requests.map((request) => {
    const plan: Plan<Metric> = {
      metric: metricOf(request.metric),
      by: request.by ?? [],
      where: request.where ?? {},
      periods: periodsOf(request.from, request.to, request.grain ?? 'all', request.calendar),
      range: { from: request.from, to: request.to },
    };
    const variants = request.variants ?? plan.metric.variants;
    return framed(plan, variants, tableOf(view, plan));
  });
}

/** The one figure that a query asks for. */
export function figureFor(view: WorkspaceView, { metric, variant, where, from, to }: FigureQuery): Figure {
  const asked = variant ?? metricOf(metric).variants[0]!;
  return computeFigures(view, [
    { metric, variants: [asked], where, from: parseIsoMonth(from)!, to: parseIsoMonth(to)! },
  ])[0][0];
}

function tableOf(view: WorkspaceView, plan: Plan<Metric>): FigureTable {
  const { metric, by, where } = plan;
  const asked = [...by, ...Object.keys(where)];
  requireDimensions(view, asked);
  refuseAttributes(view, by);
  const strangers = strangersTo(view, metric, asked);
  if (strangers.length > 0) return unsplit(by, metric, strangers);
  return metric.facts === 'labor' ? laborFigures(view, { ...plan, metric }) : peopleFigures(view, { ...plan, metric });
}

/** A dimension that the facts of a metric do not have tells nothing of it. */
function unsplit(by: readonly string[], { facts }: Metric, strangers: readonly string[]): FigureTable {
  const note = `${facts === 'labor' ? 'labour extracts' : 'rosters'} do not tell ${strangers.join(', ')}`;
  return {
    groups: [by.map(() => UNKNOWN_CODE)],
    hidden: () => null,
    answer: () => ({
      outcome: { absence: 'not_measured', missing: [], note },
      rows: 0,
      exclusions: [],
      currency: null,
    }),
  };
}

function framed(plan: Plan<Metric>, variants: readonly (string | null)[], table: FigureTable): Figure[] {
  const { metric, by, periods } = plan;
  return variants.flatMap((variant) => {
    const hidden = table.hidden(variant);
    return table.groups.flatMap((codes, g) =>
      periods.map((period, p): Figure => {
        const answer = table.answer(variant, g, p);
        return figureOf(metric, {
          ...answer,
          variant,
          by: keyOf(by, codes),
          period,
          suppressed: hidden?.[g]?.[p] ?? false,
        });
      }),
    );
  });
}

function keyOf(by: readonly string[], codes: readonly string[]): GroupKey {
  return Object.fromEntries(by.map((id, i) => [id, codes[i]]));
}

type FigureParts = {
  variant: string | null;
  by: GroupKey;
  period: Period;
  outcome: Outcome;
  rows: number;
  exclusions: Exclusion[];
  currency: string | null;
  suppressed: boolean;
};

function figureOf(
  metric: Metric,
  { variant, by, period, outcome, rows, exclusions, currency, suppressed }: FigureParts,
): Figure {
  const frame = {
    metric: metric.id,
    version: metric.version,
    variant,
    unit: metric.unit,
    currency,
    by,
    period: period.label,
    exclusions,
    note: outcome.note ?? null,
    missing: outcome.missing ?? [],
  };
  if (suppressed && (!('absence' in outcome) || outcome.telling))
    return {
      ...frame,
      exclusions: [],
      note: null,
      numerator: null,
      denominator: null,
      value: null,
      rows: null,
      absence: 'suppressed',
      suppressed: true,
    };
  if ('absence' in outcome)
    return {
      ...frame,
      ...(suppressed ? { exclusions: [] } : {}),
      numerator: null,
      denominator: null,
      value: null,
      rows: suppressed ? null : rows,
      absence: outcome.absence,
      suppressed: false,
    };
  const money = metric.reveals === 'pay';
  const { numerator, denominator } = outcome;
  const value = outcome.value ?? numerator / denominator!;
  return {
    ...frame,
    rows,
    absence: null,
    suppressed: false,
    numerator: money ? Math.round(numerator) : numerator,
    denominator: denominator === null ? null : money ? Math.round(denominator) : denominator,
    value: metric.unit === 'money' ? Math.round(value) : value,
  };
}
