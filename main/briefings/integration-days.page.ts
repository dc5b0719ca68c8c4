import { isMeasured } from '../analyses/alignment/dimension.ts';
import type { Alignment, MonthScores } from '../analyses/alignment/align.ts';
import { ALIGNED_FROM } from '../analyses/alignment/assess.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import { formatDay, formatNumber } from '../contract/format.ts';
import type { HeatChart, Recommendation, Table } from '../contract/page.ts';
import { formatIsoDay, monthOfDay, parseIsoDay } from '../model/civil-day.ts';
import { dealOf, ignoredFilters } from './deal.ts';
import { noDeal } from './no-deal.ts';
import { definePage } from './page.ts';
import { EMPTY_TABLE, textColumn } from './table-columns.ts';

/** Days after the close by which integration teams promise things. */
const MILESTONES = [1, 30, 100, 365];

export default definePage({
  id: 'integration_days',
  label: 'Day 1 to 365',
  question: 'Are we where we promised to be by day 1, 30, 100 and 365?',
  definitions: ['alignment_index'],
  build(context) {
    const deal = dealOf(context);
    if (deal.kind === 'no_deal') return noDeal(deal.reason);
    const { alignment, trend } = deal;
    const { closeDay } = alignment.facts;
    if (closeDay === null)
      return noDeal(
        `No extract says when ${alignment.facts.entity.name} was acquired: days are counted from the close`,
      );
    const ignored = ignoredFilters(context);
    return {
      title: titleOf(alignment, closeDay),
      kpis: [],
      chart: chartOf(alignment, trend, closeDay),
      inset: null,
      table: tableOf(alignment, closeDay),
      recommendation: recommendationOf(alignment),
      notices: ignored === null ? [] : [ignored],
    };
  },
});

function targetOf({ targets }: Alignment, { dimension }: Assessed) {
  return targets.get(dimension.definition.metric) ?? null;
}

/** In the score, and short of its target by more than chance explains. */
function openOf({ dimensions }: Alignment): Assessed[] {
  return dimensions.filter(({ verdict }) => verdict === 'differs');
}

function titleOf(alignment: Alignment, closeDay: number): string {
  const { facts, dimensions } = alignment;
  const day = (facts.asOf ?? closeDay) - closeDay;
  const measured = dimensions.filter(({ outcome, verdict }) => isMeasured(outcome) && verdict !== 'kept_apart').length;
  const open = openOf(alignment);
  if (day < 0)
    return `${facts.entity.name} joins on ${formatDay(formatIsoDay(closeDay))}; ${open.length} of ${measured} dimensions are to be closed`;
  const late = open.filter((one) => isPast(targetOf(alignment, one)?.due ?? null, facts.asOf)).length;
  const start = `On day ${formatNumber(day)} ${facts.entity.name} is short of its target on ${open.length} of ${measured} dimensions`;
  return late === 0 ? start : `${start}, ${late} of them past the date that was promised`;
}

function isPast(due: string | null, asOf: number | null): boolean {
  return due !== null && asOf !== null && parseIsoDay(due)! < asOf;
}

function chartOf({ dimensions }: Alignment, trend: readonly MonthScores[], closeDay: number): HeatChart {
  const latest = trend.at(-1)?.month ?? monthOfDay(closeDay);
  const scores = new Map(trend.map((month) => [month.month, month.scores]));
  const days = MILESTONES.map((day) => ({ day, month: monthOfDay(closeDay + day) }));
  return {
    kind: 'heat',
    title: 'Score at the end of the month of each day',
    subtitle: '0 to 100; the last column is now',
    description: `Scores of ${dimensions.length} dimensions on days ${MILESTONES.join(', ')} after the close and now.`,
    unit: 'count',
    scale: { from: 0, to: 100 },
    rowTitle: 'Dimension',
    sizeless: true,
    columns: [...days.map(({ day }) => `Day ${day}`), 'Now'],
    rows: dimensions.map(({ dimension, score, verdict }) => {
      const { metric } = dimension.definition;
      const cell = (value: number | null, absence: string) => ({
        value: verdict === 'kept_apart' ? null : value,
        absence: verdict === 'kept_apart' ? 'kept apart' : value === null ? absence : null,
        query: null,
      });
      return {
        label: dimension.label,
        size: null,
        cells: [
          ...days.map(({ month }) =>
            cell(scores.get(month)?.get(metric) ?? null, month > latest ? 'not yet reached' : 'not known then'),
          ),
          cell(score, 'not measured'),
        ],
      };
    }),
  };
}

/** What is still open, by the date that was promised; what has no date comes last. */
function tableOf(alignment: Alignment, closeDay: number): Table {
  const open = openOf(alignment).map((one) => ({ one, target: targetOf(alignment, one) }));
  if (open.length === 0) return EMPTY_TABLE;
  const due = (at: (typeof open)[number]) => (at.target?.due ? parseIsoDay(at.target.due)! : Infinity);
  return {
    title: 'What is still open',
    subtitle: 'By the date that was promised',
    columns: [
      textColumn('dimension', 'Dimension'),
      textColumn('by', 'By'),
      textColumn('due', 'Due'),
      textColumn('owner', 'Owner'),
      textColumn('score', 'Now, of target'),
    ],
    rows: open
      .sort((a, b) => due(a) - due(b) || a.one.dimension.position - b.one.dimension.position)
      .map(({ one, target }) => ({
        id: one.dimension.definition.metric,
        narrow: null,
        remainder: false,
        cells: [
          { text: one.dimension.label },
          { text: milestoneOf(target?.due ?? null, closeDay) },
          { text: target?.due ? formatDay(target.due) : 'no date' },
          { text: target?.owner ?? 'no owner' },
          { text: `${formatNumber(one.score!)} of ${formatNumber(target?.score ?? ALIGNED_FROM)}` },
        ],
      })),
  };
}

/** The first milestone that a date falls on or before. */
function milestoneOf(due: string | null, closeDay: number): string {
  if (due === null) return '–';
  const day = parseIsoDay(due)! - closeDay;
  const milestone = MILESTONES.find((candidate) => day <= candidate);
  return milestone === undefined ? `after day ${MILESTONES.at(-1)}` : `Day ${milestone}`;
}

function recommendationOf(alignment: Alignment): Recommendation | null {
  const open = openOf(alignment);
  const orphans = open.filter((one) => {
    const target = targetOf(alignment, one);
    return target === null || target.owner === null || target.due === null;
  });
  if (orphans.length === 0) return null;
  const names = orphans.map(({ dimension }) => dimension.label.toLowerCase());
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return {
    text: `Name an owner and a date for ${list}: what nobody answers for does not close.`,
    basis: 'Dimensions that differ and whose target has no owner or no date.',
    query: null,
  };
}
