import type { Figure } from '../contract/figure.ts';
import { formatPeriod, formatValue, formatNumber } from '../contract/format.ts';
import type { BridgeChart, Table } from '../contract/page.ts';
import { firstDayOfMonth, formatIsoMonth, lastDayOfMonth } from '../model/civil-day.ts';
import { kpi } from './page.ts';
import { partlyText, partlyThere } from './partly-there.ts';
import type { Months, PageContent, PageContext } from './page.ts';
import { EMPTY_TABLE, numberColumn, remainderRow, textColumn, valueCell } from './table-columns.ts';

/** Jobs with a bar of their own; the rest are one. */
const SHOWN_JOBS = 6;
const SHOWN_SITES = 8;

type Side = { months: Months; label: string };

/**
 * What can be said of a change when no extract has money: how hours moved, by job and by site. Against the
 * comparison period where there is one, else the last stretch of the period that has rows against the first. Null where
 * no two have: hours that nobody recorded are not zero.
 */
export function hoursInsteadOfCost(context: PageContext, notice: string): PageContent | null {
  const sides = sidesOf(context);
  if (sides === null) return null;
  const [before, after] = sides;
  const jobs = movesBy(context, 'job', before, after);
  const sites = movesBy(context, 'site', before, after);
  const total = (pick: (move: Move) => number) => jobs.reduce((sum, move) => sum + pick(move), 0);
  const [from, to] = [total((move) => move.before), total((move) => move.after)];
  const hours = (value: number) => formatValue(value, 'hours');
  const partly = partlyThere(context, before.months, after.months);
  const unlike = partly.length > 0 ? `, not like for like: ${partlyText(context, partly)}` : '';
  return {
    title: `Cost is not in these extracts; productive hours were ${hours(to)} in ${after.label} against ${hours(from)} in ${before.label}${unlike}`,
    kpis: [
      kpi(context, {
        id: 'hours',
        label: 'Productive hours',
        metric: 'productive_hours',
        lowerIsBetter: false,
        history: context.history('productive_hours'),
      }),
      kpi(context, { id: 'fte', label: 'Worked FTE', metric: 'fte', variant: 'worked', lowerIsBetter: false }),
      kpi(context, {
        id: 'per_unit',
        label: 'Hours per unit of volume',
        metric: 'hours_per_unit',
        lowerIsBetter: false,
        history: context.history('hours_per_unit'),
        detail: (figure) => figure.note ?? '',
      }),
      kpi(context, { id: 'cost', label: 'Labour cost', metric: 'labor_cost', lowerIsBetter: true }),
    ],
    chart: bridgeOf(context, { before, after, from, to }, jobs),
    inset: null,
    table: tableOf(context, after, sites),
    recommendation: null,
    notices: [notice],
  };
}

function sidesOf(context: PageContext): [Side, Side] | null {
  const side = (months: Months): Side => ({
    months,
    label: formatPeriod(formatIsoMonth(months.from), formatIsoMonth(months.to)),
  });
  const { comparison, period } = context;
  if (comparison && [comparison, period].every((months) => stretchesOf(context, months).length > 0))
    return [side(comparison), side(period)];
  const stretches = stretchesOf(context, period);
  return stretches.length < 2 ? null : [side(stretches[0]), side(stretches.at(-1)!)];
}

/** Months with hours, each with the covered months before it that have none: a quarter is dated by its last day. */
function stretchesOf(context: PageContext, { from, to }: Months): Months[] {
  const [figures] = context.figures([{ metric: 'productive_hours', grain: 'month', from, to }]);
  const isCovered = (month: number) =>
    context.view.coverage().some(({ first, last }) => first <= firstDayOfMonth(month) && last >= lastDayOfMonth(month));
  const stretches: Months[] = [];
  let start = from;
  figures.forEach(({ value }, i) => {
    const month = from + i;
    if (value !== null) stretches.push({ from: start, to: month });
    if (value !== null || !isCovered(month)) start = month + 1;
  });
  return stretches;
}

type Move = { code: string; label: string; before: number; after: number };

function movesBy(context: PageContext, dimension: string, before: Side, after: Side): Move[] {
  const [was, is] = context.figures(
    [before, after].map(({ months }) => ({ metric: 'productive_hours', by: [dimension], ...months })),
  );
  const valueOf = (figures: readonly Figure[], code: string) =>
    figures.find((figure) => figure.by[dimension] === code)?.value ?? 0;
  const codes = [...new Set([...was, ...is].map((figure) => figure.by[dimension]))];
  return codes
    .map((code) => ({
      code,
      label: context.labelOf(dimension, code),
      before: valueOf(was, code),
      after: valueOf(is, code),
    }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.code < b.code ? -1 : 1));
}

function bridgeOf(
  context: PageContext,
  ends: { before: Side; after: Side; from: number; to: number },
  jobs: readonly Move[],
): BridgeChart {
  const step = (label: string, value: number, where: Record<string, string[]> | null) => ({
    label,
    value,
    total: false,
    role: value >= 0 ? ('increase' as const) : ('decrease' as const),
    note: null,
    query: where ? context.query('productive_hours', null, ends.after.months, where) : null,
  });
  const rest = jobs.slice(SHOWN_JOBS);
  return {
    kind: 'bridge',
    unit: 'hours',
    currency: null,
    title: 'Productive hours, from before to now, by job',
    subtitle: `Hours; ${ends.before.label} against ${ends.after.label}`,
    description: `Productive hours went from ${formatValue(ends.from, 'hours')} to ${formatValue(ends.to, 'hours')}; ${jobs[0]?.label ?? 'no job'} moved most.`,
    steps: [
      {
        label: ends.before.label,
        value: ends.from,
        total: true,
        role: 'neutral',
        note: null,
        query: context.query('productive_hours', null, ends.before.months),
      },
      ...jobs.slice(0, SHOWN_JOBS).map((move) => step(move.label, move.after - move.before, { job: [move.code] })),
      ...(rest.length > 0
        ? [
            step(
              `${formatNumber(rest.length)} other jobs`,
              rest.reduce((sum, move) => sum + move.after - move.before, 0),
              null,
            ),
          ]
        : []),
      {
        label: ends.after.label,
        value: ends.to,
        total: true,
        role: 'total',
        note: null,
        query: context.query('productive_hours', null, ends.after.months),
      },
    ],
  };
}

function tableOf(context: PageContext, after: Side, sites: readonly Move[]): Table {
  if (sites.length === 0) return EMPTY_TABLE;
  const rest = sites.slice(SHOWN_SITES);
  const sum = (pick: (move: Move) => number) => rest.reduce((total, move) => total + pick(move), 0);
  return {
    title: 'Where hours moved',
    subtitle: 'Sites by change of productive hours',
    columns: [
      textColumn('site', 'Site'),
      numberColumn('before', 'Before', 'hours'),
      numberColumn('after', 'Now', 'hours'),
      numberColumn('change', 'Change', 'hours', { bar: true, signed: true }),
    ],
    rows: [
      ...sites.slice(0, SHOWN_SITES).map(({ code, label, before, after: now }) => ({
        id: code,
        narrow: { dimension: 'site', code, label },
        remainder: false,
        cells: [
          { text: label },
          valueCell(before),
          valueCell(now, context.query('productive_hours', null, after.months, { site: [code] })),
          valueCell(now - before),
        ],
      })),
      ...(rest.length > 0
        ? [
            remainderRow([
              { text: `${formatNumber(rest.length)} other sites` },
              valueCell(sum((m) => m.before)),
              valueCell(sum((m) => m.after)),
              valueCell(sum((m) => m.after - m.before)),
            ]),
          ]
        : []),
    ],
  };
}
